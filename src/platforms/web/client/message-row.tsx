import { momentIn } from '../../../calendar/moment.ts';
import { BOT } from '../personas.ts';
import type { Message } from '../wire.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { CardView } from './card-view.tsx';
import { Icon } from './icons.tsx';
import { clockIn } from './words.ts';

type Props = {
  readonly message: Message;
  readonly replies: readonly Message[];
  /** The message before is by the same author, whose name stands there already. */
  readonly follows: boolean;
  readonly inThread: boolean;
  readonly direct: boolean;
};

/** One message: who, when, what, and the way to its thread. */
export function MessageRow({ message, replies, follows, inThread, direct }: Props) {
  const { state, model, doing, words } = useApp();
  const { language } = model;
  const open = () => void doing.open({ kind: 'channel', id: message.channel }, message.id);
  const spot = {
    channel: message.channel,
    message: message.id,
    ...(message.thread ? { thread: message.thread } : {}),
  };
  return (
    <article class={follows ? 'message follows' : 'message'} aria-label={nameOf(message.by)}>
      {follows ? <span class="gutter" /> : <Avatar by={message.by} />}
      <div class="body">
        {!follows && (
          <p class="by">
            <strong>{nameOf(message.by)}</strong>
            {message.by === BOT && <span class="mark">{words.bot.mark}</span>}
            <time
              dateTime={new Date(message.at).toISOString()}
              title={momentIn(language, message.at, state.zone, state.clock.now)}
            >
              {clockIn(message.at, state.zone)}
            </time>
          </p>
        )}
        {message.text !== undefined && <p class="text">{message.text}</p>}
        {message.card && <CardView card={message.card} spot={spot} />}
        {replies.length > 0 && !inThread && (
          <button type="button" class="replies" onClick={open}>
            {[...new Set(replies.map(({ by }) => by))].slice(0, 4).map((by) => (
              <Avatar by={by} small key={by} />
            ))}
            <span>{words.chat.replies(replies.length)}</span>
          </button>
        )}
      </div>
      {!inThread && !direct && replies.length === 0 && (
        <button
          type="button"
          class="icon-button to-thread"
          aria-label={words.chat.reply}
          title={words.chat.reply}
          onClick={open}
        >
          <Icon name="reply" size={18} />
        </button>
      )}
    </article>
  );

  function nameOf(by: string): string {
    return state.personas.find(({ id }) => id === by)?.name[language] ?? words.bot.name;
  }
}

import { BOT } from '../personas.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { CardView } from './card-view.tsx';
import { Icon } from './icons.tsx';
import type { Passing, Pending } from './model.ts';
import { clockIn } from './words.ts';

/** A card for the asker's eyes alone, until they put it away. */
export function PassingRow({ passing, direct }: { passing: Passing; direct: boolean }) {
  const { state, doing, words } = useApp();
  const { channel, thread, id } = passing;
  const spot = { passing: id, ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) };
  return (
    <article class="message passing" aria-label={words.bot.name}>
      <Avatar by={BOT} />
      <div class="body">
        {!direct && (
          <p class="only-you">
            <Icon name="eye" size={16} />
            {words.chat.onlyYou}
          </p>
        )}
        <p class="by">
          <strong>{words.bot.name}</strong>
          <span class="mark">{words.bot.mark}</span>
          <time dateTime={new Date(passing.at).toISOString()}>{clockIn(passing.at, state.zone)}</time>
        </p>
        <CardView card={passing.card} spot={spot} />
        <button type="button" class="link" onClick={() => doing.dismiss(id)}>
          {words.chat.dismiss}
        </button>
      </div>
    </article>
  );
}

/** Something said that is still on its way, or did not get through. */
export function PendingRow({ pending }: { pending: Pending }) {
  const { state, model, doing, words } = useApp();
  const { channel, thread, text, id, failed } = pending;
  const again = () => void doing.say(thread ? { channel, thread } : { channel }, text, id);
  return (
    <article class="message pending" aria-label={state.me.name[model.language]}>
      <Avatar by={state.me.id} />
      <div class="body">
        <p class="by">
          <strong>{state.me.name[model.language]}</strong>
        </p>
        <p class="text">{text}</p>
        {failed && (
          <p class="failed" role="alert">
            {words.chat.failed} {failed}{' '}
            <button type="button" class="link" onClick={again}>
              {words.chat.retry}
            </button>{' '}
            <button type="button" class="link" onClick={() => doing.drop(id)}>
              {words.chat.drop}
            </button>
          </p>
        )}
      </div>
    </article>
  );
}

export function Typing() {
  const { words } = useApp();
  return (
    <p class="typing" role="status">
      <Avatar by={BOT} small />
      {words.chat.typing}
    </p>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { BOT } from '../personas.ts';
import { useApp } from './app-context.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { useEnd } from './message-list.tsx';
import { MessageRow } from './message-row.tsx';
import { PassingRow, PendingRow, Typing } from './passing-rows.tsx';

/** A message and its replies, beside the channel; over it on a phone. */
export function ThreadPanel({ channel, root }: { channel: string; root: string }) {
  const { state, model, doing, words } = useApp();
  const closer = useRef<HTMLButtonElement>(null);
  const all = model.loaded[channel]?.messages ?? [];
  const messages = all.filter(({ id, thread }) => id === root || thread === root);
  const passing = model.passing.filter((it) => it.thread === root);
  const pending = model.pending.filter((it) => it.thread === root);
  const here = state.channels.find(({ id }) => id === channel);
  const direct = here?.direct ?? false;
  const knowsBot = !direct && messages.some(({ by }) => by === BOT);
  const ends = [messages.at(-1)?.id, pending.at(-1)?.id, passing.at(-1)?.id].join();
  const { box, onScroll } = useEnd(ends, `${model.busy.length}`);
  const close = () => void doing.open({ kind: 'channel', id: channel });
  useEffect(() => closer.current?.focus({ preventScroll: true }), [root]);
  return (
    <aside
      class="thread"
      aria-label={words.chat.thread}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && close()}
    >
      <header class="top-bar">
        <div class="heading">
          <h2>{words.chat.thread}</h2>
          <p>{here && (direct ? here.name[model.language] : `# ${here.name[model.language]}`)}</p>
        </div>
        <button type="button" class="icon-button" ref={closer} aria-label={words.chat.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="messages" ref={box} onScroll={onScroll} tabIndex={0} aria-label={words.chat.thread}>
        {messages.map((message) => (
          <MessageRow
            message={message}
            replies={[]}
            follows={false}
            inThread
            direct={direct}
            key={message.id}
          />
        ))}
        {pending.map((each) => (
          <PendingRow pending={each} key={each.id} />
        ))}
        {passing.map((each) => (
          <PassingRow passing={each} direct={direct} key={each.id} />
        ))}
        {knowsBot && pending.some(({ failed }) => !failed) && <Typing />}
      </section>
      <Composer
        channel={channel}
        thread={root}
        direct={direct}
        asks={knowsBot}
        label={words.composer.label(words.chat.thread)}
        placeholder={words.composer.thread}
        key={`composer ${root}`}
      />
    </aside>
  );
}

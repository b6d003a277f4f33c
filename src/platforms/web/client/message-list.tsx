import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../wire.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { MessageRow } from './message-row.tsx';
import { seqOf } from './model.ts';
import { PassingRow, PendingRow, Typing } from './passing-rows.tsx';
import { dayIn, isSameDay } from './words.ts';

/** Messages of one author within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;
/** So near the end that one is taken to be reading what comes in. */
const NEAR_PX = 120;

/** A channel's messages, the newest at the end and in view; replies stand in their threads. */
export function MessageList({ channel, direct }: { channel: string; direct: boolean }) {
  const { state, model, doing, words } = useApp();
  const loaded = model.loaded[channel];
  const all = loaded?.messages ?? [];
  const roots = all.filter(({ thread }) => !thread);
  const passing = model.passing.filter((it) => it.channel === channel && !it.thread);
  const pending = model.pending.filter((it) => it.channel === channel && !it.thread);
  const newest = [
    ...roots.map(({ id }) => id),
    ...pending.map(({ id }) => id),
    ...passing.map(({ id }) => id),
  ];
  const { box, isAway, toEnd, onScroll, hold } = useEnd(
    newest.at(-1),
    `${model.busy.length} ${roots.length}`,
  );
  const earlier = (): void => {
    hold();
    void doing.load(channel, loaded?.earlier);
  };

  return (
    <div class="messages-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="messages" ref={box} onScroll={onScroll} tabIndex={0} aria-label={words.chat.messages}>
        <div class="filler" />
        {loaded?.earlier && (
          <button type="button" class="earlier" onClick={earlier}>
            {words.chat.earlier}
          </button>
        )}
        {!loaded && <p class="empty">{words.chat.loading}</p>}
        {loaded && roots.length + passing.length + pending.length === 0 && (
          <p class="empty">{direct ? words.chat.emptyDirect : words.chat.empty}</p>
        )}
        {passing
          .filter(({ after }) => !roots[0] || after < roots[0].id)
          .map((each) => (
            <PassingRow passing={each} direct={direct} key={each.id} />
          ))}
        {roots.map((message, index) => {
          const before = roots[index - 1];
          const isNewDay = !before || !isSameDay(before.at, message.at, state.zone);
          const replies = all.filter(({ thread }) => thread === message.id);
          return (
            <div key={message.id} class="entry">
              {isNewDay && (
                <h2 class="day">
                  <span>{dayIn(words, model.language, message.at, state.zone, state.clock.now)}</span>
                </h2>
              )}
              <MessageRow
                message={message}
                replies={replies}
                follows={!isNewDay && follows(before, message)}
                inThread={false}
                direct={direct}
              />
              {passing
                .filter(({ after }) => after >= message.id && !(after >= (roots[index + 1]?.id ?? '~')))
                .map((each) => (
                  <PassingRow passing={each} direct={direct} key={each.id} />
                ))}
            </div>
          );
        })}
        {pending.map((each) => (
          <PendingRow pending={each} key={each.id} />
        ))}
        {direct && pending.some(({ failed }) => !failed) && <Typing />}
      </section>
      {isAway && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" size={16} />
          {words.chat.jump}
        </button>
      )}
    </div>
  );
}

const follows = (before: Message | undefined, message: Message): boolean =>
  before !== undefined &&
  before.by === message.by &&
  !before.card &&
  !message.card &&
  message.at - before.at < TOGETHER_MS &&
  seqOf(message.id) > seqOf(before.id);

/**
 * Keeps the newest in view unless one has scrolled away from it; then tells that there is something new. `hold`
 * keeps what is in view where it is when what is shown next comes before it.
 */
export function useEnd(newest: string | undefined, changes: string) {
  const box = useRef<HTMLElement>(null);
  const near = useRef(true);
  const belowPx = useRef<number | undefined>(undefined);
  const [isAway, setAway] = useState(false);
  const toEnd = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setAway(false);
  };
  const onScroll = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    near.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (near.current) setAway(false);
  };
  useLayoutEffect(() => {
    if (near.current) toEnd();
    else if (newest) setAway(true);
  }, [newest]);
  useLayoutEffect(() => {
    if (near.current) toEnd();
    else if (box.current && belowPx.current !== undefined)
      box.current.scrollTop = box.current.scrollHeight - belowPx.current;
    belowPx.current = undefined;
  }, [changes]);
  useEffect(() => {
    const frame = box.current;
    if (!frame) return;
    const watch = new ResizeObserver(() => near.current && toEnd());
    watch.observe(frame);
    return () => watch.disconnect();
  }, []);
  const hold = (): void => {
    near.current = false;
    belowPx.current = box.current ? box.current.scrollHeight - box.current.scrollTop : undefined;
  };
  return { box, isAway, toEnd, onScroll, hold };
}

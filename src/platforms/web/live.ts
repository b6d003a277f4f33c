import type { ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';
import { isIn } from './channels.ts';
import type { Journal } from './journal.ts';
import type { Clock, Message } from './wire.ts';

/** How often the store is asked what other instances changed, while somebody is looking. */
const POLL_MS = 500;
/** A line now and then keeps proxies from closing a quiet stream, and carries the clock. */
const BEAT_MS = 15_000;
/** Most pages looking at once; each costs an open socket. */
const MOST = 500;

type Listener = { readonly persona: string; readonly response: ServerResponse };

export type Live = ReturnType<typeof createLive>;

/**
 * Live updates by server-sent events. An event's id is the number of the change, so that a browser that comes back
 * is told what it missed, or `reset` when that is no longer known.
 */
export function createLive(journal: Journal, clock: () => Clock, log: Log) {
  const listeners = new Set<Listener>();
  let seq: number | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let timers: NodeJS.Timeout[] = [];

  async function look(): Promise<void> {
    do {
      again = false;
      seq ??= await journal.newest();
      const found = await journal.since(seq);
      seq = found.seq;
      for (const listener of listeners) tell(listener, found.seq, found.messages, found.gap);
      again ||= found.messages.length > 0;
    } while (again && listeners.size > 0);
  }

  /** Looks for changes now; those made meanwhile are looked for right after. */
  function wake(): void {
    again = true;
    if (listeners.size === 0 || looking) return;
    looking = look()
      .catch((error: unknown) => log.warn({ error: String(error) }, 'live updates could not be read'))
      .finally(() => {
        looking = undefined;
      });
  }

  function beat(): void {
    for (const { response } of listeners) response.write(event('clock', clock()));
  }

  function setTimers(): void {
    for (const timer of timers) clearInterval(timer);
    timers = listeners.size === 0 ? [] : [setInterval(wake, POLL_MS), setInterval(beat, BEAT_MS)];
    if (listeners.size === 0) seq = undefined;
  }

  /**
   * Keeps a response open and writes a persona's changes after `from` to it. False: too many are looking.
   */
  async function listen(persona: string, from: number, response: ServerResponse): Promise<boolean> {
    if (listeners.size >= MOST) return false;
    const { listener, missed } = { listener: { persona, response }, missed: await journal.since(from) };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    tell(listener, missed.seq, missed.messages, missed.gap || from > (await journal.newest()));
    if (response.destroyed) return true;
    seq = Math.min(seq ?? missed.seq, missed.seq);
    listeners.add(listener);
    response.once('close', () => {
      listeners.delete(listener);
      if (listeners.size === 0) setTimers();
    });
    if (listeners.size === 1) setTimers();
    wake();
    return true;
  }

  return {
    listen,
    wake,
    /** Tells every page of this instance what the clock shows now. */
    beat,
    stop() {
      for (const { response } of listeners) response.end();
      listeners.clear();
      setTimers();
    },
  };
}

function tell(
  { persona, response }: Listener,
  seq: number,
  messages: readonly Message[],
  gap: boolean,
): void {
  if (gap) response.write(event('reset', {}, seq));
  for (const message of messages)
    if (isIn(message.channel, persona)) response.write(event('message', message, seq));
}

/** JSON holds no bare line break, so one `data` line is enough. */
const event = (name: string, value: object, id?: number): string =>
  `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(value)}\n\n`;

import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { seconds } from '../../world.ts';
import { failed } from './endings.ts';

/** How long Slack may take to greet a new connection. */
const GREETING_MS = seconds(20);
const FIRST_RETRY_MS = 500;
const MOST_RETRY_MS = seconds(30);
/** How long a connection may take to close. */
const CLOSE_MS = seconds(2);

type Client = SocketModeReceiver['client'];
/** `gone` resolves when it ends. */
type Connection = { readonly gone: Promise<unknown> };

/**
 * Keeps a Socket Mode connection: one that ends is followed by another, at once after Slack's own farewell and
 * with growing pauses while Slack cannot be reached. The client's own reconnecting is to be off: it waits five
 * seconds each time, and a failure in it is caught by nobody.
 */
export function keepConnected(client: Client, log: Log) {
  const halt = new AbortController();
  let running: Promise<void> = Promise.resolve();

  /** Resolves when Slack has greeted. Rejects with the reason, which may be `undefined`. */
  async function connect(): Promise<Connection> {
    const { gone, forget } = ending(client);
    const greeted = client.start();
    const waiting = new AbortController();
    const late = pause(GREETING_MS, AbortSignal.any([halt.signal, waiting.signal]));
    // one that was being opened when all was to stop opens all the same
    const closeUnwanted = (): unknown => halt.signal.aborted && client.disconnect();
    greeted.then(closeUnwanted, forget);
    const first = await Promise.race([greeted.then(() => true), late.then(() => false)]).finally(() =>
      waiting.abort(),
    );
    if (first) return { gone };
    void client.disconnect();
    throw new Error('no-greeting');
  }

  async function keep(first: Connection): Promise<void> {
    await first.gone;
    let failures = 0;
    while (!halt.signal.aborted) {
      try {
        const { gone } = await connect();
        log.info({ failures }, 'slack socket connected again');
        failures = 0;
        await gone;
      } catch (error) {
        failures++;
        if (!halt.signal.aborted) log.warn({ failures, why: socketWhy(error) }, 'slack socket not connected');
        await pause(Math.min(MOST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)), halt.signal);
      }
    }
  }

  return {
    /** Rejects when the first connection fails, and then keeps none. */
    async start(): Promise<void> {
      running = keep(await connect());
    },
    async stop(): Promise<void> {
      halt.abort();
      const closed = Promise.all([client.disconnect().catch(() => {}), running]);
      await Promise.race([closed, pause(CLOSE_MS, undefined)]);
    },
  };
}

/** When the connection ends. `forget`: it never began. */
function ending(client: Client): Connection & { forget(): void } {
  let forget = (): void => {};
  const gone = new Promise<void>((resolve) => {
    client.once('disconnected', resolve);
    forget = () => void client.off('disconnected', resolve);
  });
  return { gone, forget };
}

/** Why a connection did not come about, as a code. */
export function socketWhy(error: unknown): string {
  if (error === undefined) return 'closed';
  if (error instanceof Error && error.message === 'no-greeting') return error.message;
  return failed(error).why;
}

/** Resolves after so many milliseconds, or when it is called off. */
const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  sleep(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => {});

import { setTimeout as sleep } from 'node:timers/promises';
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { seconds } from '../../world.ts';
import { remark } from './sdk-log.ts';

/** How long an event may be left without acknowledgement. */
const ACK_MS = seconds(2.5);
/** How long `drain` waits for what was begun. */
const STOP_MS = seconds(10);

/** Keeps count of what is being handled, for Bolt does not wait for it when it stops. */
export function createInFlight(log: Log) {
  const handled = new Set<Promise<void>>();
  let stopping = false;

  return {
    /**
     * Counts what the app handles from now on.
     *
     * @param leavable whether an act that is not acknowledged comes again elsewhere, so that it is left alone while
     * stopping
     */
    watch(app: App, leavable: boolean): void {
      const handle = app.processEvent.bind(app);
      app.processEvent = async (event) => {
        if (stopping && leavable) return;
        const handling = isRepeated(event) ? ackedAfter(event, handle, log) : handle(event);
        handled.add(handling);
        await handling.finally(() => handled.delete(handling));
      };
    },

    stopping(): void {
      stopping = true;
    },

    /** Resolves when all that was begun has ended, or ten seconds have passed. */
    async drain(): Promise<void> {
      await within(Promise.allSettled(handled), STOP_MS);
      if (handled.size > 0) log.warn({ left: handled.size }, 'stopped before all was handled');
    },
  };
}

/** Events come again when they are not acknowledged; commands, buttons and forms do not. */
const isRepeated = ({ body }: ReceiverEvent): boolean => body.type === 'event_callback';

/**
 * An event is acknowledged once it is handled, so that what a crash cuts off comes again; after a while in any case,
 * for Slack waits three seconds.
 */
async function ackedAfter(event: ReceiverEvent, handle: App['processEvent'], log: Log): Promise<void> {
  const handling = handle({ ...event, ack: async () => {} });
  await within(handling, ACK_MS);
  // by a socket that has closed meanwhile; the event comes again, and is known
  await event
    .ack()
    .catch((error: unknown) => log.warn({ said: remark([error]) }, 'an acknowledgement did not reach slack'));
  await handling;
}

/** What comes of the work, or nothing after so many milliseconds. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const waited = new AbortController();
  const late = sleep(ms, undefined, { signal: waited.signal }).catch(() => undefined);
  return Promise.race([work, late]).finally(() => waited.abort());
}

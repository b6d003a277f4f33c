import { z } from 'zod';
import type { Json } from '../json.ts';
import { collection } from '../store/collection.ts';
import type { Write } from '../store/port.ts';
import { timetable } from '../store/timetable.ts';
import type { Instant } from '../world.ts';
import { address, posted } from './address.ts';

const json = z.json() as z.ZodType<Json>;
/** Which painter draws it, and of what. */
const what = z.object({ kind: z.string(), input: json });

const instead = z.object({ key: z.string(), to: address, what });

/**
 * A message that was promised. The promise is one record, `message/<key>`, and one line in the `outbox` at the time
 * at which to look at it next.
 */
export const Message = z.object({
  to: address,
  /** Painted when it is sent, so that it is up to date and in the reader's language. */
  what,
  /** Sent after this moment it would be of no use, so it is not. */
  until: z.number().exactOptional(),
  /** Promised instead where this one came too late: tells who ought to know. */
  ifSkipped: instead.exactOptional(),
  /** Promised instead where the messenger will not take this one. */
  ifFailed: instead.exactOptional(),
  promisedAt: z.number(),
  /** How often it was handed to the platform. */
  attempt: z.number(),
  /** How often it could not be painted. */
  faults: z.number().exactOptional(),
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('due') }),
    /** Somebody is posting it, until then at the latest. */
    z.object({ is: z.literal('claimed'), since: z.number() }),
    /** It may have arrived: the conversation is looked through before anything is posted again. */
    z.object({ is: z.literal('unknown'), since: z.number() }),
    z.object({ is: z.literal('sent'), posted, at: z.number() }),
    /** Came too late, or was no longer wanted. */
    z.object({ is: z.literal('skipped'), at: z.number(), why: z.string() }),
    z.object({ is: z.literal('failed'), at: z.number(), why: z.string() }),
  ]),
});
export type Message = z.infer<typeof Message>;

export const messages = collection('message', Message);
export const outbox = timetable('outbox');

export type Promised = {
  /** What it is promised by, once and for all: printable ASCII, at most 180 characters. */
  readonly key: string;
  readonly to: Message['to'];
  readonly what: { readonly kind: string; readonly input: Json };
  /** When to send; absent: at once. */
  readonly due?: Instant;
  readonly until?: Instant;
  readonly ifSkipped?: Instead;
  readonly ifFailed?: Instead;
};

export type Instead = Pick<Promised, 'key' | 'to' | 'what'>;

/** The writes that promise a message. They conflict where the key was promised before. */
export function promise(message: Promised, now: Instant): Write[] {
  const { key, to, what, due = now, until, ifSkipped, ifFailed } = message;
  return [
    messages.put(key, {
      to,
      what,
      promisedAt: now,
      attempt: 0,
      state: { is: 'due' },
      ...(until === undefined ? {} : { until }),
      ...(ifSkipped === undefined ? {} : { ifSkipped }),
      ...(ifFailed === undefined ? {} : { ifFailed }),
    }),
    outbox.put(due, key),
  ];
}

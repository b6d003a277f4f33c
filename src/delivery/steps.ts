import type { Ended, Posted } from '../platforms/port.ts';
import type { Item } from '../store/collection.ts';
import type { Write } from '../store/port.ts';
import { type Instant, seconds } from '../world.ts';
import type { Pace } from './index.ts';
import { lineId, type Message, messages, outbox } from './message.ts';

/** What becomes of a message, and when to look at it again; no `at`: never. Decided here, done elsewhere. */
export type Step = { readonly message: Message; readonly at?: Instant };

export const claim = (message: Message, now: Instant, pace: Pace): Step => ({
  message: { ...message, attempt: message.attempt + 1, state: { is: 'claimed', since: now } },
  at: now + pace.leaseMs,
});

export const skip = (message: Message, why: string, now: Instant): Step => ({
  message: { ...message, state: { is: 'skipped', at: now, why } },
});

/** After the platform was asked to post. */
export function afterPost(message: Message, ended: Ended<Posted>, now: Instant, pace: Pace): Step {
  switch (ended.kind) {
    case 'done':
      return { message: { ...message, state: { is: 'sent', posted: ended.is, at: now } } };
    case 'later':
      return { message: { ...message, state: { is: 'due' } }, at: now + ended.retryAfterMs };
    case 'never':
      return { message: { ...message, state: { is: 'failed', at: now, why: ended.why } } };
    case 'unclear':
      return {
        message: { ...message, state: { is: 'unknown', since: claimedAt(message, now) } },
        at: now + pace.settleMs,
      };
  }
}

/** After the conversation was looked through for a post that got no answer at `since`. */
export function afterFind(
  message: Message,
  since: Instant,
  ended: Ended<Posted | undefined>,
  now: Instant,
  pace: Pace,
): Step {
  const unknown: Message = { ...message, state: { is: 'unknown', since } };
  switch (ended.kind) {
    case 'done':
      if (ended.is) return { message: { ...message, state: { is: 'sent', posted: ended.is, at: now } } };
      return { message: { ...message, state: { is: 'due' } }, at: now + backoffMs(message.attempt) };
    case 'later':
      return { message: unknown, at: now + ended.retryAfterMs };
    case 'never':
      return { message: { ...message, state: { is: 'failed', at: now, why: ended.why } } };
    case 'unclear':
      return { message: unknown, at: now + pace.settleMs };
  }
}

/** The writes of a step. A message that is over and not kept is deleted with its line. */
export function toWrites(
  line: Item<{ key: string }>,
  item: Item<Message>,
  step: Step,
  keeps: boolean,
): Write[] {
  const over = step.at === undefined;
  const record = over && !keeps ? messages.delete(item) : messages.put(item.id, step.message, item.version);
  if (step.at === undefined) return [record, outbox.delete(line)];
  const next = lineId(step.at, item.id);
  const same = next === line.id;
  return same ? [record] : [record, outbox.delete(line), outbox.put(next, { key: item.id })];
}

/** 0, 2, 4, 8 … 60 seconds before the second, third … attempt after the first. */
const backoffMs = (attempt: number): number =>
  attempt <= 1 ? 0 : Math.min(seconds(60), seconds(2 ** (attempt - 1)));

const claimedAt = ({ state }: Message, now: Instant): Instant => (state.is === 'claimed' ? state.since : now);

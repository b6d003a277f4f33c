import type { Ended, Posted } from '../platforms/port.ts';
import type { Item } from '../store/collection.ts';
import type { Write } from '../store/port.ts';
import type { Line } from '../store/timetable.ts';
import { hours, type Instant, minutes, seconds } from '../world.ts';
import type { Pace } from './index.ts';
import { type Instead, type Message, messages, outbox } from './message.ts';

/** What becomes of a message, and when to look at it again; no `at`: never. Decided here, done elsewhere. */
export type Step = { readonly message: Message; readonly at?: Instant };

export const claim = (message: Message, now: Instant, pace: Pace): Step & { readonly at: Instant } => ({
  message: { ...message, attempt: message.attempt + 1, state: { is: 'claimed', since: now } },
  at: now + pace.leaseMs,
});

export const skip = (message: Message, why: string, now: Instant): Step => ({
  message: { ...message, state: { is: 'skipped', at: now, why } },
});

/** How often a card that cannot be painted is tried again: for some six hours, so that a mended release finds it. */
const PATIENCE = 16;

/** After the card could not be painted, which is our fault: later, each time longer, and in the end never. */
export function afterFault(message: Message, now: Instant): Step {
  const faults = (message.faults ?? 0) + 1;
  if (faults > PATIENCE)
    return { message: { ...message, faults, state: { is: 'failed', at: now, why: 'cannot be painted' } } };
  return { message: { ...message, faults }, at: now + Math.min(hours(1), seconds(2 ** faults)) };
}

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
    case 'unclear': // the longer it lasts, the less often
      return {
        message: unknown,
        at: now + Math.max(pace.settleMs, Math.min(minutes(10), (now - since) / 4)),
      };
  }
}

/** What is promised in place of a message that ended without being sent; nothing where it was no longer wanted. */
export function insteadOf({ state, ifSkipped, ifFailed }: Message): Instead | undefined {
  if (state.is === 'failed') return ifFailed;
  return state.is === 'skipped' && state.why === 'late' ? ifSkipped : undefined;
}

/** The writes of a step. A message that is over and not kept is deleted with its line. */
export function toWrites(line: Line, item: Item<Message>, { message, at }: Step, keeps: boolean): Write[] {
  if (at !== undefined) return [messages.put(item.id, message, item.version), ...outbox.move(line, at)];
  const record = keeps ? messages.put(item.id, message, item.version) : messages.delete(item);
  return [record, outbox.delete(line)];
}

/** 0, 2, 4, 8 … 60 seconds before the second, third … attempt after the first. */
const backoffMs = (attempt: number): number =>
  attempt <= 1 ? 0 : Math.min(seconds(60), seconds(2 ** (attempt - 1)));

const claimedAt = ({ state }: Message, now: Instant): Instant => (state.is === 'claimed' ? state.since : now);

import type { Log } from '../log.ts';
import type { Platform } from '../platforms/port.ts';
import type { Item } from '../store/collection.ts';
import { type Store, StoreAway } from '../store/port.ts';
import type { Line } from '../store/timetable.ts';
import type { Card } from '../view/card.ts';
import { minutes, type World } from '../world.ts';
import type { Pace } from './index.ts';
import { type Message, messages, outbox, promise } from './message.ts';
import { afterFault, afterFind, afterPost, claim, insteadOf, type Step, skip, toWrites } from './steps.ts';

export type KeepingParts = {
  readonly store: Store;
  readonly world: World;
  readonly platform: Pick<Platform, 'post' | 'find'>;
  readonly log: Log;
  paint(message: Message): Promise<Card | undefined>;
  /** Whether the record stays once the message is sent. */
  keeps(message: Message): boolean;
  readonly pace: Pace;
};

/** A line of the outbox that is due, and its message. */
export type Waiting = { readonly line: Line; readonly item: Item<Message> };

/** Keeps one promise at a time, a step and a commit after the other. Only a store that is away stops it. */
export function createKeeping({ store, world, platform, log, paint, keeps, pace }: KeepingParts) {
  const resting = new Map<string, number>();

  /** The message of a line; where there is none the line goes, and where it cannot be read it is put off. */
  async function look(line: Line): Promise<Waiting | undefined> {
    try {
      const item = await messages.get(store, line.of);
      if (item) return { line, item };
      await store.commit([outbox.delete(line)]);
    } catch (error) {
      await putOff(line, error);
    }
    return undefined;
  }

  /** A fault of ours over one line must not hold up the others; a newer release may know what to do. */
  async function putOff(line: Line, error: unknown): Promise<void> {
    if (error instanceof StoreAway) throw error;
    log.error({ key: line.of, error: String(error) }, 'promise put off');
    await store.commit(outbox.move(line, world.now() + minutes(1)));
  }

  /** Takes a message a step on. False: the place wants a rest, so leave the rest of its queue. */
  async function stepOn(waiting: Waiting, place: string): Promise<boolean> {
    try {
      const now = await look(waiting.line); // it may have waited in its queue for long
      if (!now) return true;
      return now.item.value.state.is === 'due' ? await deliver(now, place) : await settle(now);
    } catch (error) {
      await putOff(waiting.line, error);
      return true;
    }
  }

  async function deliver(waiting: Waiting, place: string): Promise<boolean> {
    const { value: message, id: key } = waiting.item;
    if (message.until !== undefined && message.until < world.now()) {
      await finish(waiting, skip(message, 'late', world.now()));
      return true;
    }
    const card = await painted(waiting);
    if (card === 'fault') return true;
    if (!card) {
      await finish(waiting, skip(message, 'unwanted', world.now()));
      return true;
    }
    const claimed = await take(waiting);
    if (!claimed) return true;
    const { attempt } = claimed.item.value;
    const ended = await platform.post(message.to, card, { key, attempt }).catch(unclear);
    if (ended.kind !== 'done') log.warn({ key, attempt, ended: ended.kind, why: ended.why }, 'not posted');
    if (ended.kind === 'later') resting.set(place, world.now() + ended.retryAfterMs);
    await finish(claimed, afterPost(claimed.item.value, ended, world.now(), pace));
    return ended.kind !== 'later';
  }

  async function painted(waiting: Waiting): Promise<Card | undefined | 'fault'> {
    try {
      return await paint(waiting.item.value);
    } catch (error) {
      if (error instanceof StoreAway) throw error;
      log.error({ key: waiting.item.id, error: String(error) }, 'not painted');
      await finish(waiting, afterFault(waiting.item.value, world.now()));
      return 'fault';
    }
  }

  /** Finds out whether a post that got no answer arrived. */
  async function settle(waiting: Waiting): Promise<boolean> {
    const { state, to } = waiting.item.value;
    const key = waiting.item.id;
    if (state.is !== 'claimed' && state.is !== 'unknown') {
      await store.commit([outbox.delete(waiting.line)]);
      return true;
    }
    const ended = await platform.find(to, key, state.since - minutes(1)).catch(unclear);
    log.info(
      { key, found: ended.kind === 'done' ? ended.is !== undefined : ended.kind },
      'looked for a cut-off post',
    );
    await finish(waiting, afterFind(waiting.item.value, state.since, ended, world.now(), pace));
    return ended.kind === 'done';
  }

  /** Claims a message and reads back what was written; nothing where another instance was first. */
  async function take({ line, item }: Waiting): Promise<Waiting | undefined> {
    const step = claim(item.value, world.now(), pace);
    if (!(await store.commit(toWrites(line, item, step, true))).ok) return undefined;
    const [taken, next] = await Promise.all([
      messages.get(store, item.id),
      outbox.get(store, step.at, item.id),
    ]);
    return taken && next && { item: taken, line: next };
  }

  async function finish({ line, item }: Waiting, step: Step): Promise<void> {
    const writes = toWrites(line, item, step, keeps(item.value));
    const instead = insteadOf(step.message);
    if (instead) {
      // where it was promised already, by another message, only the step
      const { ok } = await store.commit([...writes, ...promise(instead, world.now())]);
      if (ok) return;
    }
    const { ok } = await store.commit(writes);
    if (ok && step.at === undefined)
      log.info({ key: item.id, state: step.message.state.is }, 'promise ended');
  }

  return {
    look,
    stepOn,
    /** Asked by the platform to wait; a rest of over ten minutes is a clock that was set back. */
    isResting(place: string): boolean {
      const restMs = (resting.get(place) ?? 0) - world.now();
      if (restMs <= 0) resting.delete(place);
      return restMs > 0 && restMs < minutes(10);
    },
  };
}

const unclear = (error: unknown) => ({ kind: 'unclear', why: String(error) }) as const;

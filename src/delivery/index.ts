import type { Language } from '../calendar/moment.ts';
import type { Json } from '../json.ts';
import type { Log } from '../log.ts';
import type { Address, Platform } from '../platforms/port.ts';
import { counters, type Item } from '../store/collection.ts';
import type { Store, Write } from '../store/port.ts';
import type { Card } from '../view/card.ts';
import { minutes, seconds, type World } from '../world.ts';
import { createEdits } from './edits.ts';
import { type Message, messages, outbox, type Promised, promise, stamp } from './message.ts';
import { afterFind, afterPost, claim, type Step, skip, toWrites } from './steps.ts';

export type { Promised } from './message.ts';

export type Reader = { readonly language: Language; readonly zone: string };

/** Draws what was promised at the time of sending. `undefined`: it is no longer wanted. */
export type Painter = {
  paint(input: Json, reader: Reader): Promise<Card | undefined>;
  /** Whether the record stays once sent: needed of what is edited later, or must never be promised again. */
  readonly keeps: boolean;
};

export type Painters = { readonly [kind: string]: Painter };

export type DeliveryParts = {
  readonly store: Store;
  readonly world: World;
  readonly platform: Pick<Platform, 'post' | 'edit' | 'find' | 'name'>;
  readonly painters: Painters;
  /** Whose language and zone a card is painted for; a channel has the workplace's. */
  reader(to: Address): Promise<Reader>;
  readonly log: Log;
  readonly pace?: Partial<Pace>;
};

export type Pace = {
  /** A claim is given up after this; every call of a platform must have ended well before. */
  readonly leaseMs: number;
  /** How long a post without an answer is given to turn up in the conversation. */
  readonly settleMs: number;
  /** Least time between two edits of all messages together. Slack's chat.update allows some 50 a minute. */
  readonly editEveryMs: number;
  /** Conversations served at once. */
  readonly abreast: number;
};

const PACE: Pace = { leaseMs: seconds(30), settleMs: seconds(3), editEveryMs: 1300, abreast: 12 };

/** Keeps promises: each message reaches its place once. See ARCHITECTURE.md, “Once”. */
export type Delivery = {
  /** The writes that promise a message, to be committed together with the fact behind it. */
  promise(message: Promised): Write[];
  /** The write that says a message shown is out of date; it is painted and edited soon, many marks at once. */
  refresh(key: string): Write;
  /** Do what is due now; resolves when that is done. */
  pulse(): Promise<void>;
  /** Have a pulse soon. */
  kick(): void;
  /** Resolves when nothing is under way; nothing new is begun. */
  stop(): Promise<void>;
};

const stale = counters('stale');

export function createDelivery(parts: DeliveryParts): Delivery {
  const { store, world, platform, log } = parts;
  const pace = { ...PACE, ...parts.pace };
  const paint = async (message: Message): Promise<Card | undefined> =>
    parts.painters[message.what.kind]?.paint(message.what.input, await parts.reader(message.to));
  const edits = createEdits({ store, world, platform, log, paint, editEveryMs: pace.editEveryMs });
  const resting = new Map<string, number>();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  /** Asked by the platform to wait; a rest of over ten minutes is a clock that was set back. */
  function isResting(place: string): boolean {
    const restMs = (resting.get(place) ?? 0) - world.now();
    if (restMs <= 0) resting.delete(place);
    return restMs > 0 && restMs < minutes(10);
  }

  async function round(): Promise<void> {
    const lines = await outbox.list(store, { before: stamp(world.now() + 1), limit: 500 });
    const items = await Promise.all(lines.map((line) => messages.get(store, line.value.key)));
    const waiting = lines
      .map((line, n) => ({ line, item: items[n] }))
      .sort((a, b) => (a.item?.value.promisedAt ?? 0) - (b.item?.value.promisedAt ?? 0));
    const byPlace = new Map<string, typeof waiting>();
    for (const one of waiting) {
      const place = one.item ? placeOf(one.item.value.to) : '';
      const queue = byPlace.get(place);
      if (queue) queue.push(one);
      else byPlace.set(place, [one]);
    }
    const places = [...byPlace].filter(([place]) => !isResting(place));
    await abreast(pace.abreast, places, async ([place, queue]) => {
      for (const { line } of queue) if (!stopped && !(await work(line, place))) return;
    });
    if (!stopped) await edits.round();
    if (lines.length === 500 && places.length > 0) again = true;
  }

  /** Takes one line of the outbox a step on. False: the place wants a rest, so leave the rest of its queue. */
  async function work(line: Item<{ key: string }>, place: string): Promise<boolean> {
    const { key } = line.value;
    const item = await messages.get(store, key);
    if (!item) {
      await store.commit([outbox.delete(line)]);
      return true;
    }
    if (item.value.state.is !== 'due') return settle(line, item);
    const card = await paint(item.value);
    const now = world.now();
    const late = item.value.until !== undefined && item.value.until < now;
    if (late || !card) {
      await finish(line, item, skip(item.value, late ? 'late' : 'unwanted', now), key);
      return true;
    }
    const claimed = await take(line, item, claim(item.value, now, pace));
    if (!claimed) return true;
    const mark = { key, attempt: claimed.item.value.attempt };
    const ended = await platform.post(item.value.to, card, mark).catch(unclear);
    const step = afterPost(claimed.item.value, ended, world.now(), pace);
    if (ended.kind !== 'done')
      log.warn({ key, attempt: mark.attempt, ended: ended.kind, why: ended.why }, 'not posted');
    if (ended.kind === 'later') resting.set(place, world.now() + ended.retryAfterMs);
    await finish(claimed.line, claimed.item, step, key);
    return ended.kind !== 'later';
  }

  /** Finds out whether a post that got no answer arrived. */
  async function settle(line: Item<{ key: string }>, item: Item<Message>): Promise<boolean> {
    const { state, to } = item.value;
    const { key } = line.value;
    if (state.is !== 'claimed' && state.is !== 'unknown') {
      await store.commit([outbox.delete(line)]);
      return true;
    }
    const ended = await platform.find(to, key, state.since - minutes(1)).catch(unclear);
    log.info(
      { key, found: ended.kind === 'done' ? ended.is !== undefined : ended.kind },
      'looked for a cut-off post',
    );
    await finish(line, item, afterFind(item.value, state.since, ended, world.now(), pace), key);
    return ended.kind === 'done';
  }

  /** Commits a step and reads back what it wrote; nothing where another instance was first. */
  async function take(line: Item<{ key: string }>, item: Item<Message>, step: Step) {
    if (!(await store.commit(toWrites(line, item, step, true))).ok) return undefined;
    const taken = await messages.get(store, item.id);
    const next = step.at === undefined ? undefined : await outbox.get(store, `${stamp(step.at)}~${item.id}`);
    return taken && next && { item: taken, line: next };
  }

  async function finish(line: Item<{ key: string }>, item: Item<Message>, step: Step, key: string) {
    const keeps = parts.painters[item.value.what.kind]?.keeps ?? true;
    const writes = toWrites(line, item, step, keeps);
    const instead =
      step.message.state.is === 'skipped' && step.message.state.why === 'late' && item.value.ifSkipped;
    if (instead) {
      const told = await store.commit([...writes, ...promise(instead, world.now())]);
      if (told.ok) return;
    }
    const { ok } = await store.commit(writes);
    if (ok && step.at === undefined) log.info({ key, state: step.message.state.is }, 'promise ended');
  }

  async function run(): Promise<void> {
    do {
      again = false;
      await round().catch((error: unknown) => log.error({ error: String(error) }, 'delivery failed'));
    } while (again && !stopped);
    running = undefined;
  }

  return {
    promise: (message) => promise(message, world.now()),
    refresh: (key) => stale.add(key, 1),
    pulse() {
      if (stopped) return running ?? Promise.resolve();
      if (running) again = true;
      else running = run();
      return running;
    },
    kick() {
      void this.pulse();
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

const placeOf = (to: Address): string => ('person' in to ? to.person : to.channel);

const unclear = (error: unknown) => ({ kind: 'unclear', why: String(error) }) as const;

/** Runs `each` over all, so many at once. */
async function abreast<T>(most: number, all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const lane = async (): Promise<void> => {
    for (const one of queue) await each(one);
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, lane));
}

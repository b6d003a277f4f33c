import type { Language } from '../calendar/moment.ts';
import type { Json } from '../json.ts';
import type { Log } from '../log.ts';
import type { Address, Platform } from '../platforms/port.ts';
import { counters } from '../store/collection.ts';
import type { Store, Write } from '../store/port.ts';
import type { Card } from '../view/card.ts';
import { seconds, type World } from '../world.ts';
import { createEdits } from './edits.ts';
import { createKeeping, type Waiting } from './keep.ts';
import { type Message, outbox, type Promised, promise } from './message.ts';

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

/** Most lines of the outbox taken up at once. */
const PAGE = 500;

export function createDelivery(parts: DeliveryParts): Delivery {
  const { store, world, platform, log } = parts;
  const pace = { ...PACE, ...parts.pace };
  const paint = async (message: Message): Promise<Card | undefined> =>
    parts.painters[message.what.kind]?.paint(message.what.input, await parts.reader(message.to));
  const keeps = ({ what }: Message): boolean => parts.painters[what.kind]?.keeps ?? true;
  const keeping = createKeeping({ store, world, platform, log, paint, keeps, pace });
  const edits = createEdits({ store, world, platform, log, paint, editEveryMs: pace.editEveryMs });
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function round(): Promise<void> {
    const lines = await outbox.due(store, world.now(), PAGE);
    const waiting = (await Promise.all(lines.map(keeping.look))).filter((it) => it !== undefined);
    const places = [...byPlace(waiting)].filter(([place]) => !keeping.isResting(place));
    await abreast(pace.abreast, places, async ([place, queue]) => {
      for (const one of queue) if (!stopped && !(await keeping.stepOn(one, place))) return;
    });
    if (!stopped) await edits.round();
    if (lines.length === PAGE && places.length > 0) again = true;
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

/** What waits for each conversation, in the order in which it was promised. */
function byPlace(waiting: readonly Waiting[]): Map<string, Waiting[]> {
  const queues = new Map<string, Waiting[]>();
  for (const one of [...waiting].sort((a, b) => a.item.value.promisedAt - b.item.value.promisedAt)) {
    const place = placeOf(one.item.value.to);
    const queue = queues.get(place);
    if (queue) queue.push(one);
    else queues.set(place, [one]);
  }
  return queues;
}

const placeOf = (to: Address): string => ('person' in to ? to.person : to.channel);

/**
 * Runs `each` over all, so many at once.
 *
 * @throws the first error, once nothing is under way any more
 */
async function abreast<T>(most: number, all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const lane = async (): Promise<void> => {
    for (const one of queue) await each(one);
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(most, all.length) }, lane));
  const failed = lanes.find((it) => it.status === 'rejected');
  if (failed) throw failed.reason;
}

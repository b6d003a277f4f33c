import { handlers } from '../handlers/index.ts';
import { createGaps, sweepGaps } from './answers/gaps.ts';
import type { Answers } from './answers/index.ts';
import { createRatings } from './answers/rating.ts';
import { createReceipts } from './answers/receipts.ts';
import { createTalk, topics } from './answers/talk.ts';
import type { Language } from './calendar/moment.ts';
import type { QuietHours } from './calendar/quiet.ts';
import { createDelivery, type Pace } from './delivery/index.ts';
import { createDesk } from './desk/index.ts';
import { type Act, createDispatch, seen } from './dispatch.ts';
import { createEvents } from './events/index.ts';
import { createReminding } from './events/remind.ts';
import type { Log } from './log.ts';
import { createPainters } from './painters.ts';
import { createPeople } from './people/index.ts';
import type { Role } from './people/roles.ts';
import type { Address, Dispatch, Platform } from './platforms/port.ts';
import type { Store } from './store/port.ts';
import { createSurveys } from './surveys/index.ts';
import type { Instant, World } from './world.ts';

export type WorkplaceParts = {
  readonly store: Store;
  readonly platform: Platform;
  readonly world: World;
  readonly answers: Answers;
  roleOf(person: string): Role;
  readonly language: Language;
  readonly zone: string;
  readonly quiet: QuietHours;
  /** Where questions wait for a person. */
  readonly desk: Address | undefined;
  readonly log: Log;
  readonly pace?: Partial<Pace>;
};

/** One workplace: a messenger, its people, its records, and what the bot does there. */
export type Workplace = {
  readonly dispatch: Dispatch;
  /** Keeps the promises that are due. */
  pulse(): Promise<void>;
  /** Finds what falls due, and forgets what has passed. */
  beat(): Promise<void>;
  /** When the next reminder falls due; absent: none is to come. */
  nextDue(): Promise<Instant | undefined>;
  /** Begins nothing new, and resolves when nothing is under way. */
  stop(): Promise<void>;
};

export function openWorkplace(parts: WorkplaceParts): Workplace {
  const { store, platform, world, answers, language, zone, quiet, log } = parts;
  const people = createPeople({ store, platform, roleOf: parts.roleOf, language, zone });
  const receiptsKnown = new Set<string>();

  /** The features on a store: the plain one, or that of one act. */
  function features(on: Store) {
    const base = { store: on, world, delivery };
    return {
      surveys: createSurveys(base),
      events: createEvents({ ...base, inChannel: people.inChannel, zone, quiet }),
      desk: createDesk({ ...base, at: parts.desk, nameOf: async (id) => (await platform.person(id)).name }),
    };
  }

  const painters: ReturnType<typeof createPainters> = {};
  const delivery = createDelivery({
    store,
    world,
    platform,
    painters,
    log,
    reader: async (to) => ('person' in to ? people.person(to.person) : people.everybody),
    ...(parts.pace ? { pace: parts.pace } : {}),
  });
  Object.assign(painters, createPainters({ ...features(store), world, people }));
  const reminding = createReminding({
    store,
    world,
    delivery,
    log,
    inChannel: people.inChannel,
    zone,
    quiet,
  });

  const dispatch = createDispatch({
    handlers,
    store,
    world,
    log,
    delivery,
    everybody: people.everybody,
    person: people.person,
    counter: (act: Act, { at, did }, by, texts) => ({
      ...features(act.store),
      by,
      ...(at ? { at } : {}),
      private: did.kind === 'command',
      texts,
      world,
      people: createPeople({ store: act.store, platform, roleOf: parts.roleOf, language, zone }),
      answers,
      talk: createTalk({ store: act.store, world, alongside: act.alongside }),
      receipts: createReceipts({ store: act.store, known: receiptsKnown, alongside: act.alongside }),
      gaps: createGaps({ world, alongside: act.alongside }),
      ratings: createRatings({ store: act.store, world }),
    }),
  });

  return {
    dispatch,
    pulse: delivery.pulse,
    async beat() {
      await reminding.beat();
      while ((await sweepGaps(store, world.now())) === 1000);
      for (const passing of [seen, topics]) while ((await passing.sweep(store, world.now())) === 1000);
    },
    nextDue: reminding.nextDue,
    stop: delivery.stop,
  };
}

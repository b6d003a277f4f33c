import type { z } from 'zod';
import type { Delivery } from './delivery/index.ts';
import type { Counter, Handler } from './handler.ts';
import type { Log } from './log.ts';
import type { Person } from './people/index.ts';
import { reaches } from './people/roles.ts';
import type { Dispatch, Incoming } from './platforms/port.ts';
import { Refusal, type RefusalCode, type Refusals } from './refusal.ts';
import { asObject, createRoute } from './route.ts';
import { passing } from './store/passing.ts';
import { type Committed, type Key, type Store, StoreAway, type Write } from './store/port.ts';
import { type Texts, textsIn } from './texts/index.ts';
import type { Card } from './view/card.ts';
import type { Reply } from './view/reply.ts';
import type { World } from './world.ts';

export type DispatchParts = {
  readonly handlers: readonly Handler[];
  readonly store: Store;
  readonly world: World;
  readonly log: Log;
  readonly delivery: Delivery;
  /** What somebody is spoken to in as long as it is not known who they are. */
  readonly everybody: Pick<Person, 'language' | 'zone'>;
  person(id: string): Promise<Person>;
  /** The features, working on the store of this act. */
  counter(act: Act, incoming: Incoming, by: Person, texts: Texts): Counter;
};

export type Act = {
  /** Its first commit also writes that the act was handled, and fails as a whole where it was already. */
  readonly store: Store;
  /** Adds writes to the commit that ends the act; they are left out where they conflict. */
  alongside(writes: Write[]): void;
};

/** Acts that were handled, so that a redelivered one is not handled again. */
export const seen = passing('seen');

/** This act was handled already, by somebody else a moment ago. */
class Repeated extends Error {
  override readonly name = 'Repeated';
}

/**
 * Incoming → handler → Reply. Checks role and input, words refusals, hides faults behind a reference, and handles
 * each delivery once: the record of having handled it is written in the very commit of what it did.
 */
export function createDispatch(parts: DispatchParts): Dispatch {
  const { store, world, log, delivery } = parts;
  const route = createRoute(parts.handlers);

  async function handle(incoming: Incoming, by: Person, texts: Texts): Promise<Reply> {
    const routed = route(incoming.did);
    if (!routed) throw new Refusal('stale-button', {});
    const { handler } = routed;
    if (!reaches(by.role, handler.may)) throw new Refusal('not-allowed', { needs: needed(handler) });
    const input = handler.input.safeParse(routed.input);
    if (!input.success) throw new Refusal('input-invalid', {}, fieldOf(input.error, incoming));
    const act = onceStore(parts, incoming.id);
    const reply = await handler.run(input.data as never, parts.counter(act, incoming, by, texts));
    if (reply.to === 'home' || reply.to === 'form') return reply;
    if (reply.to === 'here' || reply.to === 'direct') {
      const to = reply.to === 'here' && incoming.at ? incoming.at : { person: incoming.by };
      const what = { kind: 'card', input: reply.show as never };
      await act.end(delivery.promise({ key: `re.${incoming.id}`, to, what }));
      return { to: 'nobody' };
    }
    await act.end([]);
    return reply;
  }

  return async (incoming) => {
    const started = performance.now();
    const fields = { id: incoming.id, by: incoming.by, did: incoming.did.kind, act: actOf(incoming) };
    let texts = textsIn(parts.everybody.language);
    let { zone } = parts.everybody;
    try {
      if (incoming.did.kind !== 'home' && (await seen.get(store, incoming.id, world.now())))
        throw new Repeated();
      const by = await parts.person(incoming.by);
      texts = textsIn(by.language);
      zone = by.zone;
      const reply = await handle(incoming, by, texts);
      log.info({ ...fields, ms: Math.round(performance.now() - started) }, 'handled');
      return reply;
    } catch (error) {
      return worded(error, fields);
    } finally {
      delivery.kick();
    }

    function worded(error: unknown, about: object): Reply {
      if (error instanceof Repeated) {
        log.info(about, 'repeated');
        return { to: 'nobody' };
      }
      if (error instanceof Refusal) {
        log.info({ ...about, refused: error.code }, 'refused');
        const words = word(error, texts, zone);
        if (incoming.did.kind === 'send' && error.field)
          return { to: 'fields', wrong: { [error.field]: words } };
        return { to: 'asker', show: said(words) };
      }
      if (error instanceof StoreAway) {
        log.error({ ...about, uncertain: error.uncertain, cause: String(error.cause) }, 'store away');
        return {
          to: 'asker',
          show: said(error.uncertain ? texts.common.storeUncertain : texts.common.storeAway),
        };
      }
      const reference = world.id('F');
      const stack = error instanceof Error ? error.stack : String(error);
      log.error({ ...about, reference, stack }, 'fault');
      return { to: 'asker', show: said(texts.common.fault({ reference })) };
    }
  };
}

function onceStore({ store, world }: DispatchParts, id: string) {
  let open = true;
  const beside: Write[] = [];
  async function commit(writes: readonly Write[]): Promise<Committed> {
    if (!open) return store.commit(writes);
    const done = await store.commit([...seen.once(id, null, world.now()), ...writes]);
    if (done.ok) open = false;
    else if (seen.owns(done.conflict)) throw new Repeated();
    return done;
  }
  return {
    store: { ...store, commit },
    alongside(writes: Write[]) {
      beside.push(...writes);
    },
    /** Writes the last word, and that the act was handled if nothing was written before. */
    async end(writes: Write[]): Promise<void> {
      if (!open && writes.length === 0 && beside.length === 0) return;
      let left = beside;
      for (;;) {
        const done = await commit([...writes, ...left]);
        if (done.ok) return;
        const fitting = left.filter(({ key }) => !isSame(key, done.conflict));
        // a conflict of the last word itself ends the act: it was said already
        if (fitting.length === left.length) return;
        left = fitting;
      }
    },
  } satisfies Act & { end(writes: Write[]): Promise<void> };
}

const isSame = (one: Key, other: Key): boolean => one.collection === other.collection && one.id === other.id;

const needed = ({ may }: Handler) => (may === 'member' ? 'cadre' : may);

const said = (text: string): Card => ({ blocks: [{ kind: 'text', text }] });

function word<Code extends RefusalCode>({ code, facts }: Refusal<Code>, texts: Texts, zone: string): string {
  const sentence = texts.refusals[code] as (facts: Refusals[Code], zone: string) => string;
  return sentence(facts, zone);
}

/** The form's field that is wrong, where the form has it. */
function fieldOf(error: z.ZodError, { did }: Incoming): string | undefined {
  if (did.kind !== 'send') return undefined;
  const name = error.issues[0]?.path[0];
  return typeof name === 'string' && !(name in asObject(did.input)) ? name : undefined;
}

const actOf = ({ did }: Incoming): string | undefined => ('act' in did ? did.act : undefined);

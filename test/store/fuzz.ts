import { expect } from 'vitest';
import { type Key, type Store, StoreAway, type Stored, type Write } from '../../src/store/port.ts';

/** From the environment, so that a failure can be played again. */
export const seedOfToday = (): number =>
  Number(process.env.GONGYOU_SEED ?? Math.floor(Math.random() * 2 ** 32));

/** What a commit did to one record. A state is the name of the commit that made it; undefined: there is none yet. */
type Step = {
  readonly id: string;
  readonly kind: 'write' | 'remove' | 'read';
  /** The commit that last wrote or removed the record. */
  readonly after: string | undefined;
  /** The commit whose value the record held. */
  readonly held: string | undefined;
};

type Done = { readonly name: string; readonly steps: Step[]; readonly added: ReadonlyMap<string, number> };

export type Played = {
  /** Commits that resolved. */
  readonly certain: Done[];
  /** Commits that may have been written, as far as the store could say. */
  readonly uncertain: Done[];
  /** Names of commits that were said to have written nothing: conflicts, and a store that was away. */
  readonly refused: string[];
};

const RECORDS = 12;
const COUNTERS = 5;
const recordKey = (id: string): Key => ({ collection: 'records', id });
/** Says who last wrote or removed the record. */
const headKey = (id: string): Key => ({ collection: 'heads', id });
/** Is made by the commit of this name, so that it can be seen to have happened. */
const markKey = (id: string): Key => ({ collection: 'marks', id });
const counterKey = (id: string): Key => ({ collection: 'tally', id });

/**
 * Clients, one for each store, read a few records that all of them want, and replace, make, remove or merely expect
 * them, and add to counters beside.
 */
export async function play(
  stores: readonly Store[],
  goesOn: (op: number) => boolean,
  seed: number,
): Promise<Played> {
  const played: Played = { certain: [], uncertain: [], refused: [] };
  await Promise.all(
    stores.map(async (store, client) => {
      const random = randomFrom(seed + client);
      for (let op = 0; goesOn(op); op += 1) await playOne(store, random, `op-${client}-${op}`, played);
    }),
  );
  return played;
}

async function playOne(store: Store, random: () => number, name: string, played: Played): Promise<void> {
  let done: Done | undefined;
  try {
    const plan = await planned(store, random, name);
    done = plan.done;
    const { ok } = await store.commit(plan.writes);
    if (ok) played.certain.push(done);
    else played.refused.push(name);
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    if (done && error.uncertain) played.uncertain.push(done);
    else played.refused.push(name);
  }
}

async function planned(store: Store, random: () => number, name: string) {
  const steps: Step[] = [];
  const writes: Write[] = [{ kind: 'put', key: markKey(name), version: 0, value: null }];
  for (const id of some(random, RECORDS)) {
    const head = await store.get(headKey(id));
    const record = await store.get(recordKey(id));
    const kind = kindOf(random(), record !== undefined);
    steps.push({ id, kind, after: opOf(head), held: opOf(record) });
    writes.push(...writesOf(id, kind, name, head?.version ?? 0, record?.version ?? 0));
  }
  const added = new Map(some(random, COUNTERS).map((id) => [id, Math.floor(random() * 21) - 10]));
  for (const [id, by] of added) writes.push({ kind: 'add', key: counterKey(id), by });
  return { done: { name, steps, added }, writes };
}

function writesOf(id: string, kind: Step['kind'], name: string, head: number, record: number): Write[] {
  const key = recordKey(id);
  if (kind === 'read')
    return [
      { kind: 'expect', key: headKey(id), version: head },
      { kind: 'expect', key, version: record },
    ];
  const value = { op: name, text: '工友'.repeat(name.length) };
  return [
    { kind: 'put', key: headKey(id), version: head, value },
    kind === 'remove'
      ? { kind: 'delete', key, version: record }
      : { kind: 'put', key, version: record, value },
  ];
}

function kindOf(dice: number, there: boolean): Step['kind'] {
  if (dice < 0.2) return 'read';
  return there && dice < 0.4 ? 'remove' : 'write';
}

const opOf = (stored: Stored | undefined): string | undefined =>
  stored && (stored.value as { op: string }).op;

/** One to three different ids of so many. */
function some(random: () => number, of: number): string[] {
  const count = 1 + Math.floor(random() * 3);
  return [...new Set(Array.from({ length: count }, () => `r${Math.floor(random() * of)}`))];
}

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * What the store holds is what these commits leave behind when they are done one after the other, in the one order
 * that agrees with what each of them had found. So no update was lost, none was half written, none came twice.
 */
export async function expectReplay(store: Store, played: Played, seed: number): Promise<void> {
  try {
    await compare(store, played);
  } catch (cause) {
    throw new Error(`play it again with GONGYOU_SEED=${seed}`, { cause });
  }
}

async function compare(store: Store, { certain, uncertain, refused }: Played): Promise<void> {
  const marks = new Set((await everything(store, 'marks')).keys());
  expect(certain.filter(({ name }) => !marks.has(name)).map(({ name }) => name)).toEqual([]);
  expect(refused.filter((name) => marks.has(name))).toEqual([]);
  const happened = [...certain, ...uncertain.filter(({ name }) => marks.has(name))];
  expect(marks.size).toBe(happened.length);

  const model = replay(inOrder(happened));

  const records = await everything(store, 'records');
  expect(new Map([...records].map(([id, stored]) => [id, opOf(stored)]))).toEqual(model.records);
  const tally = await everything(store, 'tally');
  expect(new Map([...tally].map(([id, { value }]) => [id, value]))).toEqual(model.counts);
}

/** Every order has whoever found a state after whoever made it, and before whoever replaced it. */
function inOrder(happened: Done[]): Done[] {
  const replacedBy = new Map<string, string>();
  const later = new Map<string, string[]>();
  for (const { name, steps } of happened)
    for (const { id, kind, after } of steps) {
      if (after !== undefined) later.set(after, [...(later.get(after) ?? []), name]);
      if (kind === 'read') continue;
      const other = replacedBy.get(`${id} ${after}`);
      if (other)
        throw new Error(`${other} and ${name} both replaced the state of ${id} that ${after} had made`);
      replacedBy.set(`${id} ${after}`, name);
    }
  for (const { name, steps } of happened)
    for (const { id, kind, after } of steps) {
      const next = replacedBy.get(`${id} ${after}`);
      if (kind === 'read' && next) later.set(name, [...(later.get(name) ?? []), next]);
    }
  return sorted(happened, later);
}

function sorted(happened: Done[], later: ReadonlyMap<string, string[]>): Done[] {
  const waits = new Map(happened.map(({ name }) => [name, 0]));
  for (const names of later.values()) for (const it of names) waits.set(it, (waits.get(it) ?? 0) + 1);
  const byName = new Map(happened.map((it) => [it.name, it]));
  const order = happened.filter(({ name }) => waits.get(name) === 0);
  for (const { name } of order)
    for (const next of later.get(name) ?? []) {
      const left = (waits.get(next) ?? 0) - 1;
      waits.set(next, left);
      const done = byName.get(next);
      if (left === 0 && done) order.push(done);
    }
  expect(order.length, 'commits that fit into one order').toBe(happened.length);
  return order;
}

function replay(order: readonly Done[]) {
  const records = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { name, steps, added } of order) {
    for (const { id, kind, held } of steps) {
      expect(records.get(id), `what ${name} found in ${id}`).toBe(held);
      if (kind === 'remove') records.delete(id);
      if (kind === 'write') records.set(id, name);
    }
    for (const [id, by] of added) counts.set(id, (counts.get(id) ?? 0) + by);
  }
  return { records, counts };
}

async function everything(store: Store, collection: string): Promise<Map<string, Stored>> {
  const all = new Map<string, Stored>();
  for (let after = '', more = true; more; ) {
    const page = await store.list(collection, { after, limit: 1000 });
    for (const it of page) all.set(it.id, it);
    after = page.at(-1)?.id ?? after;
    more = page.length === 1000;
  }
  return all;
}

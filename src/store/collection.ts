import type { z } from 'zod';
import type { Json } from '../json.ts';
import { type Key, NONE, type Range, type Store, type Version, type Write } from './port.ts';

export type Item<T> = { readonly id: string; readonly version: Version; readonly value: T };

/** A record's value carries the version of its schema, so that a later release can lift what it finds. */
type Kept = { v: number; is: Json };

/** A collection of records of one type. The only place where a feature's type and the store's JSON meet. */
export type Collection<T> = {
  readonly name: string;
  key(id: string): Key;
  get(store: Store, id: string): Promise<Item<T> | undefined>;
  list(store: Store, range: Range): Promise<Item<T>[]>;
  /** Every record of the range, page by page. */
  all(store: Store, range?: Omit<Range, 'limit'>): AsyncGenerator<Item<T>>;
  put(id: string, value: T, version?: Version): Write;
  delete(item: { id: string; version: Version }): Write;
  expect(item: { id: string; version: Version }): Write;
};

/**
 * @param lifts lifts[n] turns the value of schema version n + 1 into one of n + 2; the newest is `lifts.length + 1`.
 * @throws Error on reading a record whose schema is newer than this release knows: it is refused, never mangled.
 */
export function collection<T>(
  name: string,
  schema: z.ZodType<T>,
  lifts: ((old: Json) => Json)[] = [],
): Collection<T> {
  const newest = lifts.length + 1;
  const key = (id: string): Key => ({ collection: name, id });
  const read = (stored: { id: string; version: Version; value: Json }): Item<T> => {
    const { v, is } = stored.value as unknown as Kept;
    if (v > newest)
      throw new Error(`${name}/${stored.id} is of schema ${v}; this release knows up to ${newest}`);
    const value = lifts.slice(v - 1).reduce((old, lift) => lift(old), is);
    return { id: stored.id, version: stored.version, value: schema.parse(value) };
  };
  const list = async (store: Store, range: Range) => (await store.list(name, range)).map(read);
  return {
    name,
    key,
    list,
    async get(store, id) {
      const stored = await store.get(key(id));
      return stored && read(stored);
    },
    async *all(store, range = {}) {
      let page: Item<T>[] = [];
      let rest = range;
      do {
        page = await list(store, { ...rest, limit: 500 });
        yield* page;
        const last = page.at(-1)?.id;
        if (last !== undefined) rest = { ...range, ...(range.reverse ? { before: last } : { after: last }) };
      } while (page.length === 500);
    },
    put: (id, value, version = NONE) => ({
      kind: 'put',
      key: key(id),
      version,
      value: { v: newest, is: value as Json },
    }),
    delete: ({ id, version }) => ({ kind: 'delete', key: key(id), version }),
    expect: ({ id, version }) => ({ kind: 'expect', key: key(id), version }),
  };
}

/** A collection of counters: integers that many add to at once without conflict. */
export type Counters = {
  key(id: string): Key;
  read(store: Store, id: string): Promise<number>;
  list(store: Store, range: Range): Promise<{ id: string; count: number }[]>;
  add(id: string, by: number): Write;
};

export function counters(name: string): Counters {
  const key = (id: string): Key => ({ collection: name, id });
  return {
    key,
    read: async (store, id) => Number((await store.get(key(id)))?.value ?? 0),
    list: async (store, range) =>
      (await store.list(name, range)).map(({ id, value }) => ({ id, count: Number(value) })),
    add: (id, by) => ({ kind: 'add', key: key(id), by }),
  };
}

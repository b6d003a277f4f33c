import type { Json } from '../json.ts';
import { days, type Instant } from '../world.ts';
import { type Key, NONE, type Store, type Write } from './port.ts';

/**
 * Records that are of use for a day and then pass: kept in the collection of their day, of which there are three in
 * turn, looked for in today's and yesterday's, and swept away the day after. So nothing has to be searched through
 * to forget it.
 */
export type Passing = {
  /** The newest of today and yesterday. */
  get(store: Store, id: string, now: Instant): Promise<{ version: number; value: Json } | undefined>;
  /** Makes the record once in two days: the commit conflicts where it stands already. */
  once(id: string, value: Json, now: Instant): Write[];
  /** Replaces today's record of this version. */
  put(id: string, value: Json, version: number, now: Instant): Write;
  /** Whether a conflict was over one of these records. */
  owns(key: Key): boolean;
  /** Deletes up to 1000 records of the day before yesterday; resolves to how many. */
  sweep(store: Store, now: Instant): Promise<number>;
};

export function passing(name: string): Passing {
  const of = (day: number): string => `${name}-${'abc'[((day % 3) + 3) % 3]}`;
  const dayOf = (now: Instant): number => Math.floor(now / days(1));
  return {
    async get(store, id, now) {
      const today = await store.get({ collection: of(dayOf(now)), id });
      if (today) return today;
      const yesterday = await store.get({ collection: of(dayOf(now) - 1), id });
      return yesterday && { version: NONE, value: yesterday.value };
    },
    once: (id, value, now) => [
      { kind: 'put', key: { collection: of(dayOf(now)), id }, version: NONE, value },
      { kind: 'expect', key: { collection: of(dayOf(now) - 1), id }, version: NONE },
    ],
    put: (id, value, version, now) => ({
      kind: 'put',
      key: { collection: of(dayOf(now)), id },
      version,
      value,
    }),
    owns: ({ collection }) => collection.startsWith(`${name}-`),
    async sweep(store, now) {
      const collection = of(dayOf(now) + 1);
      const old = await store.list(collection, { limit: 1000 });
      if (old.length === 0) return 0;
      await store.commit(
        old.map(({ id, version }) => ({ kind: 'delete', key: { collection, id }, version })),
      );
      return old.length;
    },
  };
}

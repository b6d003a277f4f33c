import { createHash } from 'node:crypto';
import { z } from 'zod';
import { collection, counters } from '../store/collection.ts';
import type { Store } from '../store/port.ts';

/** `<entry>.useful`, `<entry>.useless`; `none.…` for answers without an entry. */
const ratings = counters('rating');
const rated = collection('rated', z.object({ useful: z.boolean() }));

/**
 * Counts whether an answer helped. One voice for each person and entry, which can be changed; the person is kept
 * only as a hash with the entry, never by name.
 */
export async function rate(store: Store, entry: string, person: string, useful: boolean): Promise<void> {
  const id = createHash('sha256').update(`${entry}\n${person}`).digest('base64url').slice(0, 32);
  const old = await rated.get(store, id);
  if (old?.value.useful === useful) return;
  const count = (it: boolean, by: number) => ratings.add(`${entry}.${it ? 'useful' : 'useless'}`, by);
  // a conflict is the same person pressing twice at once: either press counts
  await store.commit([
    rated.put(id, { useful }, old?.version),
    count(useful, 1),
    ...(old ? [count(!useful, -1)] : []),
  ]);
}

export const ratingsOf = async (
  store: Store,
  entry: string,
): Promise<{ useful: number; useless: number }> => ({
  useful: await ratings.read(store, `${entry}.useful`),
  useless: await ratings.read(store, `${entry}.useless`),
});

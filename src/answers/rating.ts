import { createHash } from 'node:crypto';
import { z } from 'zod';
import { collection, counters, type Item } from '../store/collection.ts';
import type { Store, Write } from '../store/port.ts';
import type { World } from '../world.ts';
import { explainGap, keepGap, REASONS, type Reason } from './gaps.ts';

/** `<entry>.useful`, `<entry>.useless`, `<entry>.useless.<reason>`. */
const ratings = counters('rating');
const Rated = z.object({ useful: z.boolean(), reason: z.enum(REASONS).exactOptional() });
type Rated = z.infer<typeof Rated>;
const rated = collection('rated', Rated);

/** How often somebody who presses twice at once is heard anew. */
const TRIES = 4;

/**
 * Whether answers helped, and why not. One voice for each person and entry, which can be changed; the person is
 * kept only as a hash with the entry, never by name.
 */
export function createRatings({ store, world }: { readonly store: Store; readonly world: World }) {
  /** Commits what follows from the voice of before, anew where it changed in the meantime. */
  async function voice<Result>(
    entry: string,
    person: string,
    decide: (old: Item<Rated> | undefined, id: string) => Promise<{ writes: Write[]; result: Result }>,
  ): Promise<Result | undefined> {
    const id = createHash('sha256').update(`${entry}\n${person}`).digest('base64url').slice(0, 32);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { writes, result } = await decide(await rated.get(store, id), id);
      if (writes.length === 0 || (await store.commit(writes)).ok) return result;
    }
    return undefined;
  }

  return {
    /** An answer helped. */
    async useful(entry: string, person: string): Promise<void> {
      await voice(entry, person, async (old, id) => ({
        writes: change(entry, id, old, { useful: true }),
        result: undefined,
      }));
    },

    /**
     * An answer did not help. Keeps its question, where it is known, the first time that this person says so;
     * resolves to the id that it is kept under.
     */
    async useless(entry: string, person: string, question: string | undefined): Promise<string | undefined> {
      return voice(entry, person, async (old, id) => {
        if (old?.value.useful === false) return { writes: [], result: undefined };
        const kept =
          question === undefined ? undefined : keepGap(world, question, { outcome: 'useless', entry });
        const writes = [...change(entry, id, old, { useful: false }), ...(kept ? [kept.write] : [])];
        return { writes, result: kept?.id };
      });
    },

    /** Why it did not help. `gap`: what its question is kept under. */
    async explain(entry: string, person: string, reason: Reason, gap: string | undefined): Promise<void> {
      await voice(entry, person, async (old, id) => ({
        writes: [
          ...change(entry, id, old, { useful: false, reason }),
          ...(gap === undefined ? [] : await explainGap(store, gap, entry, reason)),
        ],
        result: undefined,
      }));
    },
  };
}

export type Ratings = ReturnType<typeof createRatings>;

const countedIn = ({ useful, reason }: Rated): string[] => {
  if (useful) return ['useful'];
  return reason === undefined ? ['useless'] : ['useless', `useless.${reason}`];
};

/** Puts one voice for another, and moves what it counts in. */
function change(entry: string, id: string, old: Item<Rated> | undefined, now: Rated): Write[] {
  const left = old ? countedIn(old.value) : [];
  const taken = countedIn(now);
  const added = taken.filter((it) => !left.includes(it)).map((it) => ratings.add(`${entry}.${it}`, 1));
  const removed = left.filter((it) => !taken.includes(it)).map((it) => ratings.add(`${entry}.${it}`, -1));
  const moved = [...added, ...removed];
  return moved.length === 0 ? [] : [rated.put(id, now, old?.version), ...moved];
}

/** How an entry was rated. */
export type EntryRating = {
  entry: string;
  useful: number;
  useless: number;
  reasons: { [Key in Reason]?: number };
};

/** How every entry was rated that was, by their ids. */
export async function allRatings(store: Store): Promise<EntryRating[]> {
  const byEntry = new Map<string, EntryRating>();
  let after: string | undefined;
  for (;;) {
    const page = await ratings.list(store, { ...(after === undefined ? {} : { after }), limit: 1000 });
    for (const it of page) take(byEntry, it);
    after = page.at(-1)?.id;
    if (page.length < 1000) return [...byEntry.values()];
  }
}

function take(byEntry: Map<string, EntryRating>, { id, count }: { id: string; count: number }): void {
  const [, entry = '', kind = '', why] = /^(.*)\.(useful|useless(?:\.([a-z]+))?)$/.exec(id) ?? [];
  if (entry === '' || count <= 0) return;
  const rating = byEntry.get(entry) ?? { entry, useful: 0, useless: 0, reasons: {} };
  byEntry.set(entry, rating);
  const reason = REASONS.find((it) => it === why);
  if (reason) rating.reasons[reason] = count;
  else if (kind === 'useful' || kind === 'useless') rating[kind] = count;
}

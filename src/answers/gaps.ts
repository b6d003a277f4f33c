import { z } from 'zod';
import { collection } from '../store/collection.ts';
import type { Store, Write } from '../store/port.ts';
import { days, type Instant, type World } from '../world.ts';
import { anonymous } from './anonymous.ts';
import type { Found } from './found.ts';
import { languageOfQuestion } from './wording.ts';

/** Why an answer did not help: it was on another topic, incomplete, outdated or wrong, or hard to understand. */
export const REASONS = ['topic', 'incomplete', 'wrong', 'unclear'] as const;
export type Reason = (typeof REASONS)[number];

/**
 * A question that was not answered, or not well. Nothing of who asked, where, or on which day. `none`: the content
 * does not say it; `related`: it touches on it; `useless`: it was answered, and somebody says that it did not help.
 */
export const Gap = z.object({
  question: z.string(),
  outcome: z.enum(['none', 'related', 'useless']),
  /** The entry it was answered with, or the nearest one. */
  entry: z.string().exactOptional(),
  reason: z.enum(REASONS).exactOptional(),
  /** YYYY-MM */
  month: z.string(),
  language: z.enum(['zh-CN', 'en']),
});
export type Gap = z.infer<typeof Gap>;

const gaps = collection('gap', Gap);

/** Longest question that is kept. */
const MOST_KEPT = 500;
/** How long a question is kept at most, from the first of its month on. */
const KEPT_MS = days(180);

/** Longest question that travels with a button which rates its answer. */
export const MOST_RATED = 300;

/** The month of a moment, UTC. */
export const monthOf = (at: Instant): string => new Date(at).toISOString().slice(0, 7);

/** After every id of a month. */
const endOf = (month: string): string => `${month}~~`;

/** The question as it may be kept, and as it may travel with a button. */
export const keepable = (question: string, most = MOST_KEPT): string =>
  anonymous(question)
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '');

/** Keeps a question anew; undefined where nothing of it is left. */
export function keepGap(
  world: World,
  asked: string,
  what: Pick<Gap, 'outcome' | 'entry'>,
): { id: string; write: Write } | undefined {
  const question = keepable(asked);
  if (!/[\p{L}\p{N}]/u.test(question)) return undefined;
  const month = monthOf(world.now());
  const id = `${month}~${world.id('gap')}`;
  const language = languageOfQuestion(question);
  return { id, write: gaps.put(id, { ...what, question, month, language }) };
}

/** Adds why an answer did not help to a question that is kept; nothing where it is not, or about another entry. */
export async function explainGap(store: Store, id: string, entry: string, reason: Reason): Promise<Write[]> {
  const old = await gaps.get(store, id);
  if (!old || old.value.entry !== entry || old.value.outcome !== 'useless') return [];
  if (old.value.reason === reason) return [];
  return [gaps.put(id, { ...old.value, reason }, old.version)];
}

export type GapParts = {
  readonly world: World;
  /** Adds writes to the commit that ends the act; they are left out where they conflict. */
  alongside(writes: Write[]): void;
};

export function createGaps({ world, alongside }: GapParts) {
  return {
    /** Keeps a question that found no answer, together with what was said; nothing of small talk and private matters. */
    note(question: string, { outcome, entry, why }: Pick<Found, 'outcome' | 'entry' | 'why'>): void {
      if (outcome === 'grounded' || outcome === 'smalltalk' || why.by === 'personal') return;
      const nearest = entry?.id ?? why.best;
      const kept = keepGap(world, question, {
        outcome,
        ...(nearest === undefined ? {} : { entry: nearest }),
      });
      if (kept) alongside([kept.write]);
    },
  };
}

export type Gaps = ReturnType<typeof createGaps>;

/** All that is kept, month by month. `since`: the first month, YYYY-MM. */
export async function keptGaps(store: Store, now: Instant, since?: string): Promise<Gap[]> {
  const kept: Gap[] = [];
  const range = { after: endOf(monthOf(now - KEPT_MS)), ...(since === undefined ? {} : { from: since }) };
  for await (const { value } of gaps.all(store, range)) kept.push(value);
  return kept;
}

/** Deletes up to 1000 questions that have been kept long enough; resolves to how many. */
export async function sweepGaps(store: Store, now: Instant): Promise<number> {
  const old = await store.list(gaps.name, { before: endOf(monthOf(now - KEPT_MS)), limit: 1000 });
  if (old.length > 0) await store.commit(old.map((it) => gaps.delete(it)));
  return old.length;
}

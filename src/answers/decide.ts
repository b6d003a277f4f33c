import type { Candidate, Sight } from './search.ts';
import { JUDGED, type Judged, type Ranked, type Weights, weighed } from './weights.ts';

/** A candidate with its rank. `score`: the higher the better, of no unit. */
export type Hit = Candidate & { ranked: Ranked; score: number };

/** How far an entry may be behind and still be taken for as good, as a share of the odds. */
const marginOf = (best: Hit, second: Hit | undefined): number =>
  second ? 1 - Math.exp(second.score - best.score) : 1;

/** How near one that says that the report does not say is to the best, 0…1. */
const deniedBy = (best: Hit, hits: readonly Hit[]): number => {
  if (!best.entry.stated) return 0;
  let top = Number.NEGATIVE_INFINITY;
  for (const { entry, score } of hits) if (!entry.stated && score > top) top = score;
  return Math.min(1, Math.exp((top - best.score) / 2));
};

const suitOf = ({ lacks, lacksNeeds, keeps, listed, lacksList }: Ranked) => ({
  lacks,
  lacksNeeds,
  keeps,
  listed,
  lacksList,
});

/**
 * What the best hit is judged by.
 *
 * @param hits all, with their scores
 * @param second the one with the next best score
 * @param leans the question leans on the one before it
 */
export const judgedOf = (
  best: Hit,
  second: Hit | undefined,
  hits: readonly Hit[],
  sight: Sight,
  leans: boolean,
): Judged => ({
  bias: 1,
  ...best.matched,
  before: best.before,
  ...suitOf(best.ranked),
  margin: marginOf(best, second),
  strange: sight.strange,
  short: 1 / (1 + sight.size / 8),
  leans: leans ? 1 : 0,
  denied: deniedBy(best, hits),
});

/** How sure it is that the best hit answers the question, 0…1. */
export const certaintyOf = ({ judge }: Weights, judged: Judged): number =>
  1 / (1 + Math.exp(-weighed(JUDGED, judge, judged)));

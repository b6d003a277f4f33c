import type { Hit } from './search.ts';

/**
 * How sure it is that the best hit answers the question, 0…1. A logistic model over what can be seen of the match;
 * the weights were fitted to held-out ways of asking (their entry present: yes; removed: no) and our own questions.
 */
export function certaintyOf(best: Hit, _second: Hit | undefined): number {
  const sum =
    WEIGHTS.bias + WEIGHTS.cover * best.cover + WEIGHTS.alike * best.alike + WEIGHTS.missing * best.missing;
  return 1 / (1 + Math.exp(-sum));
}

const WEIGHTS = { bias: -4.6, cover: 6.5, alike: 4, missing: -3 } as const;

/** From here on it is answered. */
export const SURE = 0.5;

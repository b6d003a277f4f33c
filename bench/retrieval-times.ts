/** Rounds of all questions; the first ones warm up. */
const ROUNDS = 3;

/**
 * How long each question takes in milliseconds, ascending: the quickest of its rounds, so that what else the machine
 * does meanwhile counts for little.
 */
export function timesOf(questions: readonly string[], find: (question: string) => unknown): number[] {
  const quickest = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, question] of questions.entries()) {
      const begun = performance.now();
      find(question);
      const took = performance.now() - begun;
      if (took < (quickest[at] ?? 0)) quickest[at] = took;
    }
  }
  return quickest.sort((a, b) => a - b);
}

/** The time that this share of the questions stay below. */
export const quantile = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

export const perSecond = (times: readonly number[]): number =>
  (1000 * times.length) / times.reduce((a, b) => a + b, 0);

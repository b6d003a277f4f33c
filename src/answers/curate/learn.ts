/** Rows of numbers, all of one length, one after another. */
export type Rows = { width: number; values: Float64Array };

/** Alternatives to choose from: rows `from`…`to` (excluded), of which those marked in `right` are right. */
export type Choice = { from: number; to: number; right: ReadonlySet<number>; weight: number };

/**
 * `start`: the weights to begin with, and to be pulled to; `pull`: how strongly, as a share of all examples' weight;
 * `signs`: 1 or -1 for a weight that may not be of the other sign, whatever the examples say, and 0 for one that may.
 */
type Settings = { start: Float64Array; pull: number; rounds: number; signs: readonly number[] };

const dot = ({ width, values }: Rows, row: number, weights: Float64Array): number => {
  let sum = 0;
  for (let at = 0, from = row * width; at < width; at += 1)
    sum += (values[from + at] ?? 0) * (weights[at] ?? 0);
  return sum;
};

/** Climbs by gradients with a step of its own for each weight (Adam, with its usual constants). */
function climb(
  { start, pull, rounds, signs }: Settings,
  gradientInto: (into: Float64Array, at: Float64Array) => void,
) {
  const weights = start.slice();
  const [gradient, mean, spread] = [start, start, start].map((it) => new Float64Array(it.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let round = 1; round <= rounds; round += 1) {
    gradient.fill(0);
    gradientInto(gradient, weights);
    const step = 0.1 / (1 + round / 100);
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] ?? 0) - pull * ((weights[at] ?? 0) - (start[at] ?? 0));
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * slope * slope;
      const steady = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const rough = Math.sqrt((spread[at] ?? 0) / (1 - 0.999 ** round));
      const next = (weights[at] ?? 0) + (step * steady) / (rough + 1e-8);
      weights[at] = next * (signs[at] ?? 0) < 0 ? 0 : next;
    }
  }
  return weights;
}

const totalOf = (all: readonly { weight: number }[]): number =>
  all.reduce((sum, it) => sum + it.weight, 0) || 1;

/** Weights by which the right alternatives come out on top as surely as can be (a softmax over each choice). */
export function learnToRank(rows: Rows, choices: readonly Choice[], settings: Settings): Float64Array {
  const total = totalOf(choices);
  return climb(settings, (gradient, weights) => {
    for (const { from, to, right, weight } of choices) {
      const scores = Array.from({ length: to - from }, (_, at) => dot(rows, from + at, weights));
      const top = Math.max(...scores);
      const odds = scores.map((it) => Math.exp(it - top));
      const whole = odds.reduce((sum, it) => sum + it, 0);
      const good = odds.reduce((sum, it, at) => sum + (right.has(from + at) ? it : 0), 0);
      for (const [at, it] of odds.entries()) {
        const pulled = (right.has(from + at) ? it / good : 0) - it / whole;
        const by = (weight / total) * pulled;
        const begin = (from + at) * rows.width;
        for (let name = 0; name < rows.width; name += 1) {
          gradient[name] = (gradient[name] ?? 0) + by * (rows.values[begin + name] ?? 0);
        }
      }
    }
  });
}

export type Case = { row: number; holds: boolean; weight: number };

/** Weights of a logistic model: how sure it is that a case holds. */
export function learnToJudge(rows: Rows, cases: readonly Case[], settings: Settings): Float64Array {
  const total = totalOf(cases);
  return climb(settings, (gradient, weights) => {
    for (const { row, holds, weight } of cases) {
      const sure = 1 / (1 + Math.exp(-dot(rows, row, weights)));
      const by = (weight / total) * ((holds ? 1 : 0) - sure);
      const begin = row * rows.width;
      for (let name = 0; name < rows.width; name += 1) {
        gradient[name] = (gradient[name] ?? 0) + by * (rows.values[begin + name] ?? 0);
      }
    }
  });
}

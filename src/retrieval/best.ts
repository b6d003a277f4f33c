/** Numbers of passages and their scores, best first. */
export type Scored = { readonly number: number; readonly score: number };

/**
 * The best so many of the first `count` of `numbers`, best first; of equals, the one with the lower number.
 *
 * @param scores by number
 */
export function bestOf(numbers: Int32Array, count: number, scores: Float32Array, most: number): Scored[] {
  const best: Scored[] = [];
  let last: Scored | undefined;
  for (let at = 0; at < count; at += 1) {
    const number = numbers[at] ?? 0;
    const score = scores[number] ?? 0;
    // compared here, as nearly all are turned away
    if (last && (score < last.score || (score === last.score && number > last.number))) continue;
    insert(best, { number, score });
    if (best.length > most) best.pop();
    if (best.length === most) last = best[most - 1];
  }
  return best;
}

function insert(best: Scored[], it: Scored): void {
  let at = best.length;
  for (let above = best[at - 1]; above && isBefore(it, above); above = best[at - 1]) at -= 1;
  best.splice(at, 0, it);
}

const isBefore = (a: Scored, b: Scored): boolean =>
  a.score > b.score || (a.score === b.score && a.number < b.number);

/** The score of the last of the best so many; 0 when there are fewer. */
export function lastOfBest(numbers: Int32Array, count: number, scores: Float32Array, most: number): number {
  const best = new Float32Array(most);
  let last = 0;
  for (let at = 0; at < count; at += 1) {
    const score = scores[numbers[at] ?? 0] ?? 0;
    if (score <= last) continue;
    let to = most - 1;
    for (; to > 0 && score > (best[to - 1] ?? 0); to -= 1) best[to] = best[to - 1] ?? 0;
    best[to] = score;
    last = best[most - 1] ?? 0;
  }
  return last;
}

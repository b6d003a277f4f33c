/** Numbers of passages and their scores, best first. */
export type Scored = { number: number; score: number };

/**
 * The best so many of `numbers` by `scores`, best first; of equals, the one with the lower number.
 *
 * @param numbers the first `count` of them are looked at
 */
export function bestOf(numbers: Int32Array, count: number, scores: Float32Array, most: number): Scored[] {
  const best: Scored[] = [];
  let least = 0;
  for (let at = 0; at < count; at += 1) {
    const number = numbers[at] ?? 0;
    const score = scores[number] ?? 0;
    if (best.length === most && score < least) continue;
    insert(best, { number, score }, most);
    if (best.length === most) least = best[most - 1]?.score ?? 0;
  }
  return best;
}

/** Whether the first is to stand before the second. */
const before = (a: Scored, b: Scored): boolean =>
  a.score > b.score || (a.score === b.score && a.number < b.number);

function insert(best: Scored[], it: Scored, most: number): void {
  let at = best.length;
  while (at > 0) {
    const other = best[at - 1];
    if (!other || before(other, it)) break;
    at -= 1;
  }
  if (at >= most) return;
  best.splice(at, 0, it);
  if (best.length > most) best.pop();
}

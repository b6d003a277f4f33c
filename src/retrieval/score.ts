import { bestOf, type Scored } from './best.ts';
import type { Segment } from './segment.ts';

/** A term to look for and how much it counts. */
export type Weighted = { readonly code: number; readonly weight: number };

/** Room to add up in, for a segment of so many passages; empty between two questions. */
export type Slate = { readonly scores: Float32Array; readonly touched: Int32Array };

export const createSlate = (passages: number): Slate => ({
  scores: new Float32Array(passages),
  touched: new Int32Array(passages),
});

/** A term's postings in the segment, and the most it can add to a passage. */
type Run = { from: number; to: number; factor: number; most: number };

/**
 * The best passages of a segment by the sum of the weights of the terms in them.
 *
 * Rare terms come first. Once the rest together cannot lift a new passage among the best, only those that still can
 * get there are looked up in the rest, so that the terms that stand everywhere are hardly read. The result is the same.
 */
export function scoreSegment(
  segment: Segment,
  terms: readonly Weighted[],
  slate: Slate,
  most: number,
): Scored[] {
  const { scores, touched } = slate;
  const runs = runsOf(segment, terms);
  const rest = restsOf(runs);
  let count = 0;
  let highest = 0;
  let at = 0;
  for (; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run) break;
    const left = rest[at] ?? 0;
    if (count >= most && left < highest && run.to - run.from > FEW) {
      if (left < threshold(scores, touched, count, most)) break;
    }
    for (let cell = run.from; cell < run.to; cell += 1) {
      const posting = segment.postings[cell] ?? 0;
      const number = posting >>> 8;
      const before = scores[number] ?? 0;
      if (before === 0) {
        touched[count] = number;
        count += 1;
      }
      const score = before + run.factor * (posting & 0xff);
      scores[number] = score;
      if (score > highest) highest = score;
    }
  }
  const best =
    at < runs.length
      ? finish(segment, runs.slice(at), rest.slice(at), slate, count, most)
      : bestOf(touched, count, scores, most);
  for (let it = 0; it < count; it += 1) scores[touched[it] ?? 0] = 0;
  return best;
}

/** Postings so few that reading them costs less than finding out whether they can be spared. */
const FEW = 500;

function runsOf({ dictionary, starts, most }: Segment, terms: readonly Weighted[]): Run[] {
  const runs: Run[] = [];
  for (const { code, weight } of terms) {
    const place = dictionary.find(code);
    if (place < 0) continue;
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0];
    if (from < to) runs.push({ from, to, factor: weight / 255, most: ((most[place] ?? 0) * weight) / 255 });
  }
  return runs.sort((a, b) => a.to - a.from - (b.to - b.from) || b.most - a.most);
}

/** For each run, the most that it and all after it can add. */
function restsOf(runs: readonly Run[]): number[] {
  const rest: number[] = [];
  let sum = 0;
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    sum += runs[at]?.most ?? 0;
    rest[at] = sum * SLACK;
  }
  return rest;
}

/** Scores are added up in single precision: what is spared must be below by more than that can err. */
const SLACK = 1 + 1e-5;

/** The score of the last of the best so many as things stand. */
const threshold = (scores: Float32Array, touched: Int32Array, count: number, most: number): number =>
  bestOf(touched, count, scores, most)[most - 1]?.score ?? 0;

/** Looks up, in the runs that are left, the passages that can still be among the best. */
function finish(
  { postings }: Segment,
  runs: readonly Run[],
  rest: readonly number[],
  { scores, touched }: Slate,
  count: number,
  most: number,
): Scored[] {
  let open = touched.slice(0, count);
  for (const [at, run] of runs.entries()) {
    const needed = threshold(scores, open, open.length, most) - (rest[at] ?? 0);
    open = open.filter((number) => (scores[number] ?? 0) >= needed);
    for (const number of open) {
      const cell = lowerBound(postings, run.from, run.to, number * 256);
      const posting = cell < run.to ? (postings[cell] ?? 0) : 0;
      if (posting >>> 8 === number && posting !== 0)
        scores[number] = (scores[number] ?? 0) + run.factor * (posting & 0xff);
    }
  }
  return bestOf(open, open.length, scores, most);
}

/** The first cell from `from` on that holds at least `value`; `to` when there is none. */
function lowerBound(cells: Uint32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

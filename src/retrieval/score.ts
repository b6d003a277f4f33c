import { bestOf, lastOfBest, type Scored } from './best.ts';
import type { Segment } from './segment.ts';

/** A term to look for and how much it counts. */
export type Weighted = { readonly code: number; readonly weight: number };

/** Room to add up in, for a segment of so many passages; all zero between two questions. */
export type Slate = { readonly scores: Float32Array; readonly touched: Int32Array };

export const createSlate = (passages: number): Slate => ({
  scores: new Float32Array(passages),
  touched: new Int32Array(passages),
});

/** A term's postings in the segment, and the most it can add to a passage. */
type Run = { readonly from: number; readonly to: number; readonly factor: number; readonly most: number };

/** Postings so few that reading them costs less than finding out whether they can be spared. */
const FEW = 256;

/** Scores are added up in single precision: what is spared must be below by more than that can err. */
const SLACK = 1 + 1e-5;

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
  const rests = restsOf(runs);
  let count = 0;
  let at = 0;
  for (; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run) break;
    const isLong = run.to - run.from > FEW;
    if (isLong && count >= most && (rests[at] ?? 0) < lastOfBest(touched, count, scores, most)) break;
    count = addRun(segment.postings, run, slate, count);
  }
  const best =
    at < runs.length
      ? finish(segment.postings, runs.slice(at), rests.slice(at), scores, touched.slice(0, count), most)
      : bestOf(touched, count, scores, most);
  for (let it = 0; it < count; it += 1) scores[touched[it] ?? 0] = 0;
  return best;
}

function runsOf({ dictionary, starts, most }: Segment, terms: readonly Weighted[]): Run[] {
  const runs: Run[] = [];
  for (const { code, weight } of terms) {
    const place = code === 0 ? -1 : dictionary.find(code);
    if (place < 0) continue;
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0];
    if (from < to) runs.push({ from, to, factor: weight / 255, most: ((most[place] ?? 0) * weight) / 255 });
  }
  return runs.sort((a, b) => a.to - a.from - (b.to - b.from) || b.most - a.most);
}

/** For each run, the most that it and all after it can add. */
function restsOf(runs: readonly Run[]): number[] {
  const rests: number[] = [];
  let sum = 0;
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    sum += runs[at]?.most ?? 0;
    rests[at] = sum * SLACK;
  }
  return rests;
}

/** Adds a term to all passages it stands in; gives how many are touched by now. */
function addRun(
  postings: Uint32Array,
  { from, to, factor }: Run,
  { scores, touched }: Slate,
  already: number,
): number {
  let count = already;
  for (let cell = from; cell < to; cell += 1) {
    const posting = postings[cell] ?? 0;
    const number = posting >>> 8;
    const before = scores[number] ?? 0;
    if (before === 0) {
      touched[count] = number;
      count += 1;
    }
    scores[number] = before + factor * (posting & 0xff);
  }
  return count;
}

/** Adds the runs that are left to the passages that can still be among the best, and to no other. */
function finish(
  postings: Uint32Array,
  runs: readonly Run[],
  rests: readonly number[],
  scores: Float32Array,
  touched: Int32Array,
  most: number,
): Scored[] {
  let open = touched.length;
  for (const [at, run] of runs.entries()) {
    const needed = lastOfBest(touched, open, scores, most) - (rests[at] ?? 0);
    open = keepAbove(touched, open, scores, needed);
    const length = run.to - run.from;
    if (open * Math.log2(length) > length) addToTouched(postings, run, scores);
    else addToOpen(postings, run, scores, touched, open);
  }
  return bestOf(touched, open, scores, most);
}

/** Moves the numbers whose score is at least so high to the front; gives how many they are. */
function keepAbove(numbers: Int32Array, count: number, scores: Float32Array, needed: number): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const number = numbers[at] ?? 0;
    if ((scores[number] ?? 0) < needed) continue;
    numbers[kept] = number;
    kept += 1;
  }
  return kept;
}

function addToTouched(postings: Uint32Array, { from, to, factor }: Run, scores: Float32Array): void {
  for (let cell = from; cell < to; cell += 1) {
    const posting = postings[cell] ?? 0;
    const number = posting >>> 8;
    const before = scores[number] ?? 0;
    if (before !== 0) scores[number] = before + factor * (posting & 0xff);
  }
}

function addToOpen(
  postings: Uint32Array,
  { from, to, factor }: Run,
  scores: Float32Array,
  numbers: Int32Array,
  open: number,
): void {
  for (let at = 0; at < open; at += 1) {
    const number = numbers[at] ?? 0;
    const cell = lowerBound(postings, from, to, number * 256);
    const posting = cell < to ? (postings[cell] ?? 0) : 0;
    if (posting >>> 8 !== number) continue;
    scores[number] = (scores[number] ?? 0) + factor * (posting & 0xff);
  }
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

import type { Aim } from './aim.ts';
import { holding, IN, type Sheet } from './sheets.ts';

/**
 * What can be seen of how an entry meets a question, each 0…1 or nearly so. Shares are of the question's weight:
 * `cover` that the entry speaks of at all; `title`, `answer`, `heading` that these fields do; `asks` that its known
 * ways of asking do. `alike`: how close the nearest way of asking is, `crowd` the three nearest; `inside`, `holds`: the
 * share of the question that the nearest way has, and of that way that the question has. `sound`: what was only
 * matched by its sound. `missing`: the heaviest wanted term that the entry lacks. `chars`: as `cover`, of single characters,
 * words and numbers alone, wherever they stand.
 */
export const MATCHED = [
  'cover',
  'title',
  'answer',
  'heading',
  'asks',
  'alike',
  'crowd',
  'inside',
  'holds',
  'sound',
  'missing',
  'chars',
] as const;
export type Matched = { -readonly [Key in (typeof MATCHED)[number]]: number };

/** Room to work in, used by one question at a time. */
export type Room = { firsts: Int32Array };

/** Enough for any question that is looked at. */
const MOST_WANTED = 4096;
const best = new Float64Array(MOST_WANTED);
const plain = new Float64Array(MOST_WANTED);
const title = new Float64Array(MOST_WANTED);
const answer = new Float64Array(MOST_WANTED);
const heading = new Float64Array(MOST_WANTED);
const asks = new Float64Array(MOST_WANTED);
const shared = new Float64Array(MOST_WANTED);

/**
 * How an entry meets a question.
 *
 * @param wholes what the terms of each way of asking weigh together
 * @param without the place of a way of asking that is left out, as if nobody had written it; -1: none
 */
export function matchedOf(
  aim: Aim,
  sheet: Sheet,
  wholes: Float32Array,
  { firsts }: Room,
  without = -1,
): Matched {
  const { hefts, own, links } = aim;
  const count = Math.min(hefts.length, MOST_WANTED);
  for (const it of [best, plain, title, answer, heading, asks]) it.fill(0, 0, count);
  const { terms, text, ways, fields } = sheet;
  const left = without < 0 ? undefined : sheet.asked[without];
  for (let at = 0; at < terms.length; at += 1) {
    const id = terms[at] ?? 0;
    let link = (firsts[id] ?? 0) - 1;
    if (link < 0) continue;
    const asked = (ways[at] ?? 0) - (left?.includes(id) ? 1 : 0);
    const held = holding((text[at] ?? 0) + asked);
    const bits = fields[at] ?? 0;
    while (link >= 0) {
      const it = links[link];
      if (!it) break;
      const { index, worth, isSound } = it;
      const worthHere = held * worth;
      if (worthHere > (best[index] ?? 0)) best[index] = worthHere;
      if (!isSound && worthHere > (plain[index] ?? 0)) plain[index] = worthHere;
      if (bits & IN.title && worth > (title[index] ?? 0)) title[index] = worth;
      if (bits & IN.answer && worth > (answer[index] ?? 0)) answer[index] = worth;
      if (bits & IN.heading && worth > (heading[index] ?? 0)) heading[index] = worth;
      const inAsks = (worth * asked) / (asked + 1);
      if (inAsks > (asks[index] ?? 0)) asks[index] = inAsks;
      link = it.next;
    }
  }
  const matched: Matched = {
    cover: 0,
    title: 0,
    answer: 0,
    heading: 0,
    asks: 0,
    alike: 0,
    crowd: 0,
    inside: 0,
    holds: 0,
    sound: 0,
    missing: 0,
    chars: 0,
  };
  if (own === 0) return matched;
  let single = 0;
  for (let index = 0; index < count; index += 1) {
    const heft = (hefts[index] ?? 0) / own;
    const had = best[index] ?? 0;
    if (aim.isSingle[index]) {
      single += heft;
      if (had > 0) matched.chars += heft;
    }
    matched.cover += heft * had;
    matched.sound += heft * (had - (plain[index] ?? 0));
    matched.title += heft * (title[index] ?? 0);
    matched.answer += heft * (answer[index] ?? 0);
    matched.heading += heft * (heading[index] ?? 0);
    matched.asks += heft * (asks[index] ?? 0);
    if (had === 0 && heft > matched.missing) matched.missing = heft;
  }
  matched.chars = single === 0 ? 0 : matched.chars / single;
  matchWays(matched, aim, sheet, firsts, wholes, without);
  return matched;
}

/** Compares the question with each known way of asking: twice what both share by what both have. */
function matchWays(
  matched: Matched,
  { wayHefts, ownWay, links }: Aim,
  { asked }: Sheet,
  firsts: Int32Array,
  wholes: Float32Array,
  without: number,
): void {
  const count = Math.min(wayHefts.length, MOST_WANTED);
  let [first, second, third] = [0, 0, 0];
  for (let way = 0; way < asked.length; way += 1) {
    const terms = asked[way];
    if (!terms || way === without) continue;
    const whole = wholes[way] ?? 0;
    let isNear = false;
    for (let at = 0; at < terms.length; at += 1) {
      const id = terms[at] ?? 0;
      for (let link = (firsts[id] ?? 0) - 1; link >= 0; ) {
        const it = links[link];
        if (!it) break;
        isNear = true;
        if (it.worth > (shared[it.index] ?? 0)) shared[it.index] = it.worth;
        link = it.next;
      }
    }
    if (!isNear) continue;
    let both = 0;
    for (let index = 0; index < count; index += 1) {
      const had = shared[index] ?? 0;
      if (had === 0) continue;
      both += (wayHefts[index] ?? 0) * had;
      shared[index] = 0;
    }
    const alike = Math.min(1, (2 * both) / (ownWay + whole));
    if (alike > first) {
      [first, second, third] = [alike, first, second];
      matched.inside = Math.min(1, both / ownWay);
      matched.holds = Math.min(1, both / whole);
    } else if (alike > second) [second, third] = [alike, second];
    else if (alike > third) third = alike;
  }
  matched.alike = first;
  matched.crowd = (first + second + third) / 3;
}

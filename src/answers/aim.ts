import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import type { Wanted } from './query.ts';
import { heftOf, isPair } from './weigh.ts';

/** That a term stands for the wanted one at `index`, at its `worth`; `next`: the following link of the same term, or -1. */
type Link = { index: number; worth: number; isSound: boolean; next: number };

/**
 * A question by the numbers of its terms: what each wanted term weighs among the entries (`hefts`, together `own`)
 * and among ways of asking (`wayHefts`, together `ownWay`).
 */
export type Aim = {
  wanted: readonly Wanted[];
  /** 1 for what is no pair. */
  isSingle: Uint8Array;
  hefts: Float64Array;
  own: number;
  wayHefts: Float64Array;
  ownWay: number;
  links: readonly Link[];
  /** All terms that stand for a wanted one. */
  terms: readonly number[];
};

/** Characters count as much as pairs among ways of asking: paraphrases share characters sooner than words. */
const wayScaleOf = (term: string): number => (term.length === 1 ? 2 : /^[a-z]/.test(term) ? 1 : 0.7);

const sumOf = (all: Float64Array): number => {
  let sum = 0;
  for (const it of all) sum += it;
  return sum;
};

/** The words of the index. `telling`: how much each says of what a question is about. */
export type Words = { postings: Postings; lexicon: Lexicon; telling: Float32Array };

/** What a term nobody wrote says; a pair says what its characters do. */
const UNHEARD = 0.5;
function tellingBy({ lexicon, telling }: Words, term: string): number {
  const id = lexicon.idOf(term);
  const known = id === undefined ? undefined : telling[id];
  if (known !== undefined) return known;
  const [first, second] = term;
  if (!first || !second || !isPair(term)) return UNHEARD;
  const [one, other] = [lexicon.idOf(first), lexicon.idOf(second)].map((it) =>
    it === undefined ? UNHEARD : (telling[it] ?? UNHEARD),
  );
  return ((one ?? UNHEARD) + (other ?? UNHEARD)) / 2;
}

/**
 * @param firsts by the number of a term: its first link, counted from 1; all 0, and to be made so again by `release`
 */
export function aimAt(wanted: readonly Wanted[], words: Words, firsts: Int32Array): Aim {
  const { postings, lexicon } = words;
  const hefts = Float64Array.from(wanted, (it) => heftOf(postings, it) * tellingBy(words, it.term));
  const wayHefts = Float64Array.from(wanted, (it, at) => (hefts[at] ?? 0) * wayScaleOf(it.term));
  const links: Link[] = [];
  const terms: number[] = [];
  const link = (term: string, index: number, worth: number, isSound: boolean): void => {
    const id = lexicon.idOf(term);
    if (id === undefined || id >= firsts.length) return;
    const first = firsts[id] ?? 0;
    if (first === 0) terms.push(id);
    links.push({ index, worth, isSound, next: first - 1 });
    firsts[id] = links.length;
  };
  for (const [index, { term, instead }] of wanted.entries()) {
    link(term, index, 1, false);
    for (const other of instead) link(other.term, index, other.worth, other.isSound);
  }
  const isSingle = Uint8Array.from(wanted, (it) => Number(!isPair(it.term)));
  return { wanted, isSingle, hefts, own: sumOf(hefts), wayHefts, ownWay: sumOf(wayHefts), links, terms };
}

export function release({ terms }: Aim, firsts: Int32Array): void {
  for (const id of terms) firsts[id] = 0;
}

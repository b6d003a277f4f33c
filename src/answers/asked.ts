import type { Entry } from './content.ts';
import type { Lexicon, Reader } from './lexicon.ts';
import { type Document, type Postings, postingsOf } from './postings.ts';
import { bare, type Wanted } from './query.ts';
import { addInto, heftOf } from './weigh.ts';

/**
 * Known ways of asking, each a document of its own. `owner`: the entry it leads to; `whole`: the weight of all its
 * terms. An index apart from that of the entries, for finding the question that was meant is another task.
 */
export type Asked = {
  postings: Postings;
  owner: Int32Array;
  whole: Float32Array;
  /** Room to work in, used by one question at a time. */
  shared: Float32Array;
  best: Float32Array;
};

/** Characters count as much as pairs here: paraphrases share characters sooner than words. */
const WEIGHT = { char: 0.7, pair: 0.7, word: 1.3, number: 0.7 } as const;
/** From the weights of a question for the entries to those here. */
const isChar = (term: string): boolean => term.length === 1;
const isWord = (term: string): boolean => /^[a-z]/.test(term);
const scaleOf = (term: string): number => (isChar(term) ? 2 : isWord(term) ? 1 : 0.7);

/** A way of asking, as a document; `owner` is its entry's place. */
type Way = Document & { owner: number };

/** All ways of asking for all entries, read. */
export function waysOf(entries: readonly Entry[], { read, readPlain, kindOf, lexicon }: Reader): Way[] {
  const lines = entries.flatMap((entry, owner) =>
    [...entry.ask, ...entry.askEn, entry.title, entry.titleEn].map((line) => {
      const whole = read(line);
      const plain = bare(whole.plain);
      return { owner, reading: plain === whole.plain ? whole : readPlain(plain) };
    }),
  );
  const weightOf = Float64Array.from({ length: lexicon.size }, (_, id) => {
    const kind = kindOf(id);
    return kind ? WEIGHT[kind] : 0;
  });
  // the last line, counted from 1, that had a term
  const seen = new Int32Array(lexicon.size);
  return lines.map(({ owner, reading }, at) => {
    const ids: number[] = [];
    for (const terms of [reading.tokens, reading.concepts]) {
      for (const id of terms) {
        if (seen[id] === at + 1) continue;
        seen[id] = at + 1;
        ids.push(id);
      }
    }
    return { ids, weights: ids.map((id) => weightOf[id] ?? 0), owner };
  });
}

export function askedOf(ways: readonly Way[], lexicon: Lexicon): Asked {
  const postings = postingsOf(lexicon, ways);
  const whole = new Float32Array(ways.length);
  for (const [at, { ids, weights }] of ways.entries()) {
    for (let index = 0; index < ids.length; index += 1) {
      whole[at] = (whole[at] ?? 0) + (weights[index] ?? 0) * (postings.rarity[ids[index] ?? 0] ?? 0);
    }
  }
  return {
    postings,
    owner: Int32Array.from(ways, (it) => it.owner),
    whole,
    shared: new Float32Array(ways.length),
    best: new Float32Array(ways.length),
  };
}

/** Sets for each entry the likeness of its nearest way of asking, 0…1: twice what both share by what both have. */
export function alikeInto(
  into: Float32Array,
  { postings, owner, whole, shared, best }: Asked,
  wanted: readonly Wanted[],
): void {
  shared.fill(0);
  const hefts = wanted.map((it) => heftOf(postings, it) * scaleOf(it.term));
  const own = hefts.reduce((sum, it) => sum + it, 0);
  addInto(shared, best, postings, wanted, hefts, undefined);
  for (let doc = 0; doc < shared.length; doc += 1) {
    const both = shared[doc] ?? 0;
    if (both === 0) continue;
    const entry = owner[doc] ?? 0;
    const likeness = Math.min(1, (2 * both) / (own + (whole[doc] ?? 0)));
    if (likeness > (into[entry] ?? 0)) into[entry] = likeness;
  }
}

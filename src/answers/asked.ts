import { normalise } from '../language/normalise.ts';
import { tokensOf } from '../language/tokens.ts';
import type { Concepts } from './concepts.ts';
import type { Entry } from './content.ts';
import { type Postings, postingsOf } from './postings.ts';
import { bare, type Wanted } from './query.ts';
import { addInto, heftOf, rarityOf } from './weigh.ts';

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

export function askedOf(entries: readonly Entry[], concepts: Concepts): Asked {
  const owner: number[] = [];
  const documents: Map<string, number>[] = [];
  for (const [at, entry] of entries.entries()) {
    for (const line of [...entry.ask, ...entry.askEn, entry.title, entry.titleEn]) {
      const plain = bare(normalise(line));
      const terms = new Map<string, number>();
      for (const { text, kind } of tokensOf(plain)) terms.set(text, WEIGHT[kind]);
      for (const { concept } of concepts.mentionsIn(plain)) terms.set(concept, 0);
      owner.push(at);
      documents.push(terms);
    }
  }
  const postings = postingsOf(documents);
  const whole = new Float32Array(documents.length);
  for (const [at, terms] of documents.entries()) {
    for (const [term, weight] of terms) whole[at] = (whole[at] ?? 0) + weight * rarityOf(postings, term);
  }
  return {
    postings,
    owner: Int32Array.from(owner),
    whole,
    shared: new Float32Array(documents.length),
    best: new Float32Array(documents.length),
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

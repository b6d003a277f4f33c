import type { Postings } from './postings.ts';
import type { Wanted } from './query.ts';

/** How rare a term is in the documents; one that none has is rarer than all. */
export function rarityOf(postings: Postings, term: string): number {
  const id = postings.idOf(term);
  return id === undefined ? postings.unseen : (postings.rarity[id] ?? 0);
}

/** Least rarity of a term under another name: it is still something that was asked for. */
const LEAST_RARITY = 2.5;

/** How much a wanted term counts: its rarity, that of its other name where nobody wrote it so, by its own weight. */
export function heftOf(postings: Postings, { term, weight, instead }: Wanted): number {
  if (postings.idOf(term) !== undefined) return weight * rarityOf(postings, term);
  let rarity = unknownRarity(postings, term);
  for (const other of instead) {
    if (postings.idOf(other.term) === undefined) continue;
    rarity = Math.min(rarity, Math.max(LEAST_RARITY, rarityOf(postings, other.term)));
  }
  return weight * rarity;
}

export const isPair = (term: string): boolean => /^\p{Script=Han}{2}$/u.test(term);

/** A pair that nobody wrote counts as its characters do: most are the end of one word and the start of the next. */
function unknownRarity(postings: Postings, term: string): number {
  const [first, second] = term;
  if (!first || !second || !isPair(term)) return postings.unseen;
  return (rarityOf(postings, first) + rarityOf(postings, second)) / 2;
}

/**
 * Adds, per document, what it has of the wanted: `heft` of each times the document's holding, or 1.
 *
 * @param best of the same length, all 0, and left so: kept by the caller, as a fresh one for each question costs more
 *   than the rest
 */
export function addInto(
  into: Float32Array,
  best: Float32Array,
  postings: Postings,
  wanted: readonly Wanted[],
  hefts: ArrayLike<number>,
  holdings: Float32Array | undefined,
): void {
  const touched: number[] = [];
  for (const [index, it] of wanted.entries()) {
    const heft = hefts[index] ?? 0;
    if (it.instead.length === 0) {
      addOne(into, postings, it.term, heft, holdings);
      continue;
    }
    touched.length = 0;
    for (let name = -1; name < it.instead.length; name += 1) {
      const other = it.instead[name];
      const id = postings.idOf(other ? other.term : it.term);
      if (id === undefined) continue;
      const worth = other ? other.worth : 1;
      const end = postings.starts[id + 1] ?? 0;
      for (let at = postings.starts[id] ?? 0; at < end; at += 1) {
        const doc = postings.docs[at] ?? 0;
        const weight = holdings ? (holdings[at] ?? 0) * worth : worth;
        const before = best[doc] ?? 0;
        if (before === 0) touched.push(doc);
        if (weight > before) best[doc] = weight;
      }
    }
    for (const doc of touched) {
      into[doc] = (into[doc] ?? 0) + heft * (best[doc] ?? 0);
      best[doc] = 0;
    }
  }
}

/** The same for a term without other names, as most are. */
function addOne(
  into: Float32Array,
  postings: Postings,
  term: string,
  heft: number,
  holdings: Float32Array | undefined,
): void {
  const id = postings.idOf(term);
  if (id === undefined) return;
  const end = postings.starts[id + 1] ?? 0;
  for (let at = postings.starts[id] ?? 0; at < end; at += 1) {
    const doc = postings.docs[at] ?? 0;
    into[doc] = (into[doc] ?? 0) + (holdings ? heft * (holdings[at] ?? 0) : heft);
  }
}

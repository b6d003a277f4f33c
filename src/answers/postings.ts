import type { Lexicon } from './lexicon.ts';

/** The terms of a document by their numbers, each once, and the weight of each at the same place. */
export type Document = { ids: readonly number[]; weights: readonly number[] };

/** Which documents hold a term, and how much, in flat arrays: those of term `t` stand from `starts[t]` to `starts[t + 1]`. */
export type Postings = {
  /** Undefined: no document has the term. */
  idOf(term: string): number | undefined;
  starts: Int32Array;
  docs: Int32Array;
  weights: Float32Array;
  /** How rare each term is: ln(1 + N / n); `unseen` for one that no document has. */
  rarity: Float32Array;
  /** That of a term which no document has. */
  unseen: number;
  size: number;
};

/** Postings of documents over the terms of a lexicon, which may hold more than these documents do. */
export function postingsOf(lexicon: Lexicon, documents: readonly Document[]): Postings {
  const known = lexicon.size;
  const starts = new Int32Array(known + 1);
  for (const { ids } of documents) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  const size = documents.length;
  const unseen = Math.log(1 + size / 0.5);
  const rarity = new Float32Array(known);
  for (let id = 0; id < known; id += 1) {
    const count = starts[id + 1] ?? 0;
    rarity[id] = count === 0 ? unseen : Math.log(1 + size / count);
    starts[id + 1] = count + (starts[id] ?? 0);
  }
  const docs = new Int32Array(starts[known] ?? 0);
  const weights = new Float32Array(docs.length);
  const next = starts.slice();
  for (const [doc, it] of documents.entries()) {
    for (let index = 0; index < it.ids.length; index += 1) {
      const id = it.ids[index] ?? 0;
      const at = next[id] ?? 0;
      docs[at] = doc;
      weights[at] = it.weights[index] ?? 0;
      next[id] = at + 1;
    }
  }
  const idOf = (term: string): number | undefined => {
    const id = lexicon.idOf(term);
    return id === undefined || id >= known || starts[id] === starts[id + 1] ? undefined : id;
  };
  return { idOf, starts, docs, weights, rarity, unseen, size };
}

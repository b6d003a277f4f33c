/** Which documents hold a term, and how much, in flat arrays: those of term `t` stand from `starts[t]` to `starts[t + 1]`. */
export type Postings = {
  /** Undefined: no document has the term. */
  idOf(term: string): number | undefined;
  starts: Int32Array;
  docs: Int32Array;
  weights: Float32Array;
  /** How rare each term is: ln(1 + N / n). */
  rarity: Float32Array;
  /** That of a term which no document has. */
  unseen: number;
  terms: readonly string[];
  size: number;
};

/** Postings of documents, each being its terms with their weights. */
export function postingsOf(documents: readonly ReadonlyMap<string, number>[]): Postings {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  for (const terms of documents) {
    for (const term of terms.keys()) {
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  const size = documents.length;
  const starts = new Int32Array(ids.size + 1);
  for (const [id, count] of counts.entries()) starts[id + 1] = (starts[id] ?? 0) + count;
  const total = starts[ids.size] ?? 0;
  const docs = new Int32Array(total);
  const weights = new Float32Array(total);
  const next = starts.slice();
  for (const [doc, terms] of documents.entries()) {
    for (const [term, weight] of terms) {
      const id = ids.get(term) ?? 0;
      const at = next[id] ?? 0;
      docs[at] = doc;
      weights[at] = weight;
      next[id] = at + 1;
    }
  }
  const rarity = Float32Array.from(counts, (count) => Math.log(1 + size / count));
  return {
    idOf: (term) => ids.get(term),
    starts,
    docs,
    weights,
    rarity,
    unseen: Math.log(1 + size / 0.5),
    terms: [...ids.keys()],
    size,
  };
}

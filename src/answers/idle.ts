import type { Sheet } from './sheets.ts';

/** How many ways of asking say as much as a guess. */
const GUESSES = 2;
const GUESS = 0.6;
/** What is left of the weight of a term that is never about anything. */
const LEAST = 0.15;

/**
 * How much each term says of what a question is about, 0.15…1, learned of the known ways of asking: 图个啥 stands in
 * many and in nothing else of their entries, 暖心驿站 hardly ever without the entry speaking of it elsewhere.
 */
export function tellingOf(sheets: readonly Sheet[], size: number): Float32Array {
  const alone = new Float32Array(size);
  const all = new Float32Array(size);
  for (const { asked, terms, text, ways } of sheets) {
    const once = new Set<number>();
    for (let at = 0; at < terms.length; at += 1) {
      if ((text[at] ?? 0) === 0 && (ways[at] ?? 0) === 1) once.add(terms[at] ?? 0);
    }
    for (const way of asked) {
      for (const id of way) {
        all[id] = (all[id] ?? 0) + 1;
        if (once.has(id)) alone[id] = (alone[id] ?? 0) + 1;
      }
    }
  }
  return Float32Array.from(all, (count, id) => {
    const idle = ((alone[id] ?? 0) + GUESSES * GUESS) / (count + GUESSES);
    return Math.max(LEAST, 1 - idle);
  });
}

import { normalise } from '../../language/normalise.ts';
import { tokensOf } from '../../language/tokens.ts';
import type { Passage } from '../../retrieval/passage.ts';

/** How much of a text is in each passage of a document: by pairs of characters, words and numbers. */
export type Overlap = {
  piecesOf(text: string): ReadonlySet<string>;
  /** What is rare in the document weighs most, and figures. */
  weightOf(pieces: ReadonlySet<string>): number;
  common(passage: number, pieces: ReadonlySet<string>): ReadonlySet<string>;
};

export function overlapIn(passages: readonly Passage[]): Overlap {
  const sets = passages.map((it) => piecesOf(`${it.path.at(-1) ?? ''} ${it.text}`));
  const counts = new Map<string, number>();
  for (const set of sets) for (const it of set) counts.set(it, (counts.get(it) ?? 0) + 1);
  // a figure tells more than any word
  const rarity = (it: string): number =>
    Math.log(1 + sets.length / (counts.get(it) ?? 1)) * (/\d{2}/.test(it) ? 3 : 1);
  return {
    piecesOf,
    weightOf(pieces) {
      let weight = 0;
      for (const it of pieces) weight += rarity(it);
      return weight;
    },
    common(passage, pieces) {
      const own = sets[passage] ?? new Set();
      return new Set([...pieces].filter((it) => own.has(it)));
    },
  };
}

const piecesOf = (text: string): Set<string> =>
  new Set(
    tokensOf(normalise(text))
      .filter((it) => it.kind !== 'char')
      .map((it) => it.text),
  );

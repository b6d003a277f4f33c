import { codeOf, type Spelling } from './codes.ts';
import { type Heard, heardIn } from './heard.ts';
import { type Asked, askedIn } from './question.ts';
import { TUNING } from './tuning.ts';

/** One thing that a question asks for. */
export type Piece = {
  /** As it is looked for. */
  readonly text: string;
  /** As it was typed, where something else is looked for that sounds the same. */
  readonly typed: string | undefined;
  readonly kind: Asked['kind'];
  /** Where it stands in the question, in characters. */
  readonly at: number;
  readonly code: number;
  readonly weight: number;
};

/** Most pieces that are looked for; the lighter ones of a longer question are left out. */
const MOST_PIECES = 64;

const worthOf = (kind: Asked['kind']): number =>
  ({ char: TUNING.single, pair: 1, word: TUNING.word, number: TUNING.number })[kind];

/** How telling a term is by how rare it is. */
const rarity = (passages: number, frequency: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

/**
 * What a question asks for, each piece once, and what was read for what.
 *
 * @param frequency in how many of the passages a term stands
 */
export function piecesOf(
  question: string,
  passages: number,
  spelling: Spelling,
  frequency: (code: number) => number,
): { pieces: Piece[]; heard: Heard[] } {
  const asked = askedIn(question);
  const oftenOf = (term: string): number => frequency(codeOf(term, spelling));
  const heard = heardIn(asked, oftenOf);
  const meantFor = new Map(heard.map((it) => [it.typed, it.meant]));
  const pieces = new Map<string, Piece>();
  for (const { text: typed, kind, at } of asked) {
    const text = meantFor.get(typed) ?? typed;
    if (pieces.has(text)) continue;
    const code = codeOf(text, spelling);
    const weight = worthOf(kind) * rarity(passages, frequency(code)) * (text === typed ? 1 : TUNING.heard);
    pieces.set(text, { text, typed: text === typed ? undefined : typed, kind, at, code, weight });
  }
  const all = [...pieces.values()];
  if (all.length <= MOST_PIECES) return { pieces: all, heard };
  return { pieces: all.sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, MOST_PIECES), heard };
}

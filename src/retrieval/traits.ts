import { normalise } from '../language/normalise.ts';
import { isHan, noTerms, readTerms, type Spell } from './codes.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './pieces.ts';
import { TUNING } from './tuning.ts';

/** What a passage has of a question, each as a share of the weight of all that is asked for, 0 to 1. */
export type Traits = {
  /** What stands in it at all. */
  readonly covered: number;
  /** What stands together within a phrase. */
  readonly close: number;
  /** What stands together within a sentence. */
  readonly near: number;
  /** What its headings or its first words name; the later it comes, the less it counts. */
  readonly early: number;
  /** The length of the name it begins with, where the question has that name too. */
  readonly begins: number;
};

/** Where a piece stands: nowhere 0, in the headings 1, in the text 2, in both 3. */
export type Field = 0 | 1 | 2 | 3;

/** `fields`: for each piece. */
export type Looked = { readonly traits: Traits; readonly fields: readonly Field[] };

/** The pieces that stand in a text, repetitions included, in its order. */
type Seen = { readonly piece: number; readonly offset: number };

const terms = noTerms();

/**
 * Looks at a passage with a question in mind.
 *
 * @param question normalised
 * @param pieceOf the number of the piece that a term belongs to
 */
export function lookAt(
  { path, text }: Passage,
  question: string,
  pieces: readonly Piece[],
  pieceOf: ReadonlyMap<number, number>,
  spell: Spell,
): Looked {
  const plain = normalise(text);
  const headings = path.length > 0 ? seenIn(normalise(path.join('\n')), pieceOf, spell) : [];
  const seen = seenIn(plain, pieceOf, spell);
  const fields: Field[] = pieces.map(() => 0);
  const first = new Float64Array(pieces.length).fill(Number.POSITIVE_INFINITY);
  for (const { piece } of headings) {
    fields[piece] = 1;
    first[piece] = 0;
  }
  for (const { piece, offset } of seen) {
    fields[piece] = ((fields[piece] ?? 0) | 2) as Field;
    if (offset < (first[piece] ?? 0)) first[piece] = offset;
  }
  let [all, covered, early] = [0, 0, 0];
  for (const [at, { weight }] of pieces.entries()) {
    all += weight;
    if (fields[at] !== 0) covered += weight;
    early += weight / (1 + (first[at] ?? 0) / TUNING.early);
  }
  const close = mostWithin(TUNING.phrase, seen, pieces);
  const near = mostWithin(TUNING.sentence, seen, pieces);
  const traits = {
    covered: covered / all,
    close: close / all,
    near: near / all,
    early: early / all,
    begins: beginning(plain, question),
  };
  return { traits, fields };
}

/** What may stand before the name of what a passage is about. */
const OPENING = /^[\s《〈「『【“"'([]+/;

/** How much of the Chinese name that a text begins with the question has too; less than two characters are none. */
function beginning(text: string, question: string): number {
  const name = text
    .slice(0, 2 * TUNING.name)
    .replace(OPENING, '')
    .slice(0, TUNING.name);
  if (!isHan(name.charCodeAt(0))) return 0;
  let length = 0;
  while (length < name.length && question.includes(name.slice(0, length + 1))) length += 1;
  return length < 2 ? 0 : length / TUNING.name;
}

function seenIn(text: string, pieceOf: ReadonlyMap<number, number>, spell: Spell): Seen[] {
  terms.count = 0;
  readTerms(text, spell, terms);
  const seen: Seen[] = [];
  for (let at = 0; at < terms.count; at += 1) {
    const piece = pieceOf.get(terms.codes[at] ?? 0);
    if (piece !== undefined) seen.push({ piece, offset: terms.offsets[at] ?? 0 });
  }
  return seen;
}

/** The most weight of different pieces within so many characters of the text. */
function mostWithin(characters: number, seen: readonly Seen[], pieces: readonly Piece[]): number {
  const inside = new Uint16Array(pieces.length);
  let [weight, most, from] = [0, 0, 0];
  for (const { piece, offset } of seen) {
    for (let left = seen[from]; left && offset - left.offset > characters; left = seen[from]) {
      const count = (inside[left.piece] ?? 0) - 1;
      inside[left.piece] = count;
      if (count === 0) weight -= pieces[left.piece]?.weight ?? 0;
      from += 1;
    }
    const count = (inside[piece] ?? 0) + 1;
    inside[piece] = count;
    if (count === 1) weight += pieces[piece]?.weight ?? 0;
    if (weight > most) most = weight;
  }
  return most;
}

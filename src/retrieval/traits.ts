import { normalise } from '../language/normalise.ts';
import { isHan, noTerms, readTerms, type Spell, type Terms } from './codes.ts';
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

/** `fields`: of each piece, whether it stands nowhere 0, in the headings 1, in the text 2, in both 3. */
export type Looked = { readonly traits: Traits; readonly fields: Uint8Array };

const terms = noTerms();

/** A question to look at passages with. `question`: normalised; `place`: of a piece, by the code of its term. */
export type Look = {
  readonly question: string;
  readonly pieces: readonly Piece[];
  readonly place: (code: number) => number;
  readonly spell: Spell;
};

/** Looks at a passage with a question in mind. */
export function lookAt({ path, text }: Passage, look: Look): Looked {
  const { question, pieces } = look;
  const fields = new Uint8Array(pieces.length);
  const first = new Float64Array(pieces.length).fill(Number.POSITIVE_INFINITY);
  if (path.length > 0) {
    const headings = seenIn(normalise(path.join('\n')), look);
    for (let at = 0; at < headings.count; at += 1) {
      const piece = headings.codes[at] ?? 0;
      fields[piece] = 1;
      first[piece] = 0;
    }
  }
  const plain = normalise(text);
  const seen = seenIn(plain, look);
  for (let at = 0; at < seen.count; at += 1) {
    const piece = seen.codes[at] ?? 0;
    const offset = seen.offsets[at] ?? 0;
    fields[piece] = (fields[piece] ?? 0) | 2;
    if (offset < (first[piece] ?? 0)) first[piece] = offset;
  }
  let [all, covered, early] = [0, 0, 0];
  for (const [at, { weight }] of pieces.entries()) {
    all += weight;
    if (fields[at] !== 0) covered += weight;
    early += weight / (1 + (first[at] ?? 0) / TUNING.early);
  }
  const traits = {
    covered: covered / all,
    close: mostWithin(TUNING.phrase, seen, pieces) / all,
    near: mostWithin(TUNING.sentence, seen, pieces) / all,
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

/** The pieces that stand in normalised text, repetitions included, in its order; good until the next call. */
function seenIn(text: string, { place, spell }: Look): Terms {
  terms.count = 0;
  readTerms(text, spell, terms);
  const { codes, offsets, count } = terms;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const piece = place(codes[at] ?? 0);
    if (piece < 0) continue;
    codes[kept] = piece;
    offsets[kept] = offsets[at] ?? 0;
    kept += 1;
  }
  terms.count = kept;
  return terms;
}

/** The most weight of different pieces within so many characters of the text. */
function mostWithin(characters: number, { codes, offsets, count }: Terms, pieces: readonly Piece[]): number {
  const inside = new Uint16Array(pieces.length);
  let [weight, most, from] = [0, 0, 0];
  for (let to = 0; to < count; to += 1) {
    for (; (offsets[to] ?? 0) - (offsets[from] ?? 0) > characters; from += 1) {
      const left = codes[from] ?? 0;
      const remaining = (inside[left] ?? 0) - 1;
      inside[left] = remaining;
      if (remaining === 0) weight -= pieces[left]?.weight ?? 0;
    }
    const piece = codes[to] ?? 0;
    const now = (inside[piece] ?? 0) + 1;
    inside[piece] = now;
    if (now === 1) weight += pieces[piece]?.weight ?? 0;
    if (weight > most) most = weight;
  }
  return most;
}

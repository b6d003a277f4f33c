import { normalise } from '../language/normalise.ts';
import { noTerms, readTerms, type Spell } from './codes.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './pieces.ts';
import { TUNING } from './tuning.ts';

/** What a passage has of a question, each as a share of what the question asks for, 0 to 1. */
export type Traits = {
  /** The weight of the pieces that stand in it at all. */
  readonly covered: number;
  /** The weight of the pieces that stand close together. */
  readonly close: number;
  /** The weight of the pieces that stand in its headings. */
  readonly titled: number;
  /** The length of the longest phrase of the question that stands in it word for word. */
  readonly phrase: number;
  /** How near to its beginning the closest pieces stand. */
  readonly early: number;
};

/** Traits, and of each piece whether it stands in the headings (1), the text (2), both (3) or neither (0). */
export type Looked = { readonly traits: Traits; readonly fields: Uint8Array };

const terms = noTerms();

/**
 * Looks at a passage with a question in mind.
 *
 * @param pieceOf the number of the piece that a term belongs to
 */
export function lookAt(
  { path, text }: Passage,
  pieces: readonly Piece[],
  pieceOf: ReadonlyMap<number, number>,
  spell: Spell,
): Looked {
  const fields = new Uint8Array(pieces.length);
  if (path.length > 0) {
    terms.count = 0;
    readTerms(normalise(path.join('\n')), spell, terms);
    for (let at = 0; at < terms.count; at += 1) {
      const it = pieceOf.get(terms.codes[at] ?? 0);
      if (it !== undefined) fields[it] = 1;
    }
  }
  terms.count = 0;
  const plain = normalise(text);
  readTerms(plain, spell, terms);
  const numbers: number[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < terms.count; at += 1) {
    const it = pieceOf.get(terms.codes[at] ?? 0);
    if (it === undefined) continue;
    fields[it] = (fields[it] ?? 0) | 2;
    numbers.push(it);
    offsets.push(terms.offsets[at] ?? 0);
  }
  let [all, covered, titled] = [0, 0, 0];
  for (const [at, { weight }] of pieces.entries()) {
    const field = fields[at] ?? 0;
    all += weight;
    if (field !== 0) covered += weight;
    if ((field & 1) !== 0) titled += weight;
  }
  const densest = closest(numbers, offsets, pieces);
  const span = spanOf(pieces);
  return {
    traits: {
      covered: covered / all,
      close: densest.weight / all,
      titled: titled / all,
      phrase: longestPhrase(numbers, offsets, pieces) / span,
      early: densest.weight > 0 ? 1 - densest.at / (plain.length + 1) : 0,
    },
    fields,
  };
}

function spanOf(pieces: readonly Piece[]): number {
  let pairs = 0;
  for (const { kind } of pieces) if (kind !== 'char') pairs += 1;
  return Math.max(1, pairs);
}

/** The most weight of different pieces within a window of the text, and where that begins. */
function closest(
  numbers: readonly number[],
  offsets: readonly number[],
  pieces: readonly Piece[],
): { weight: number; at: number } {
  const inside = new Uint16Array(pieces.length);
  let [weight, from] = [0, 0];
  const best = { weight: 0, at: 0 };
  for (const [to, number] of numbers.entries()) {
    const offset = offsets[to] ?? 0;
    while (offset - (offsets[from] ?? 0) > TUNING.window) {
      const left = numbers[from] ?? 0;
      inside[left] = (inside[left] ?? 0) - 1;
      if (inside[left] === 0) weight -= pieces[left]?.weight ?? 0;
      from += 1;
    }
    inside[number] = (inside[number] ?? 0) + 1;
    if (inside[number] === 1) weight += pieces[number]?.weight ?? 0;
    if (weight > best.weight + 1e-9) {
      best.weight = weight;
      best.at = offsets[from] ?? 0;
    }
  }
  return best;
}

/** The most pairs and words of the question that follow one another in the text as they do in it. */
function longestPhrase(
  numbers: readonly number[],
  offsets: readonly number[],
  pieces: readonly Piece[],
): number {
  let [longest, run] = [0, 0];
  let [lastAsked, lastOffset] = [-9, -9];
  for (const [at, number] of numbers.entries()) {
    const piece = pieces[number];
    if (!piece || piece.kind === 'char') continue;
    const offset = offsets[at] ?? 0;
    const follows = piece.at - lastAsked === offset - lastOffset && piece.at > lastAsked && piece.at - lastAsked <= 2;
    run = follows ? run + 1 : 1;
    if (run > longest) longest = run;
    lastAsked = piece.at;
    lastOffset = offset;
  }
  return longest;
}

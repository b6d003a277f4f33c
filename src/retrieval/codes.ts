import { tokensOf } from '../language/tokens.ts';

/**
 * Terms as whole numbers, so that an index of millions holds no strings for them: 1 + place for a common Han
 * character, then every pair of two of them, then whatever else was spelt, in the order of its first use. 0 is none.
 */
const FIRST_HAN = 0x4e00;
const HAN = 0xa000 - FIRST_HAN;
const FIRST_SPELT = 2 ** 29;

export const isHan = (code: number): boolean => code >= FIRST_HAN && code < FIRST_HAN + HAN;
export const codeOfHan = (han: number): number => han - FIRST_HAN + 1;
export const codeOfPair = (first: number, second: number): number =>
  HAN + 1 + (first - FIRST_HAN) * HAN + (second - FIRST_HAN);
/** Whether a term is a single Han character, which says little alone. */
export const isSingle = (code: number): boolean => code <= HAN;

/** The words, numbers and rare characters of an index; it only grows. */
export type Spelling = ReadonlyMap<string, number>;

/** The code of a term as `tokensOf` writes it; 0 when the index has never met it. */
export function codeOf(term: string, spelling: Spelling): number {
  const first = term.charCodeAt(0);
  if (term.length === 1 && isHan(first)) return codeOfHan(first);
  const second = term.charCodeAt(1);
  if (term.length === 2 && isHan(first) && isHan(second)) return codeOfPair(first, second);
  return spelling.get(term) ?? 0;
}

/** The terms of a text in its order, repetitions included: `codes` and the offsets they begin at, up to `count`. */
export type Terms = { codes: Int32Array; offsets: Int32Array; count: number };

export const noTerms = (): Terms => ({
  codes: new Int32Array(1024),
  offsets: new Int32Array(1024),
  count: 0,
});

function push(terms: Terms, code: number, offset: number): void {
  if (terms.count === terms.codes.length) {
    const { codes, offsets } = terms;
    terms.codes = new Int32Array(codes.length * 2);
    terms.codes.set(codes);
    terms.offsets = new Int32Array(offsets.length * 2);
    terms.offsets.set(offsets);
  }
  terms.codes[terms.count] = code;
  terms.offsets[terms.count] = offset;
  terms.count += 1;
}

/** Gives a term its code; 0 leaves it out. */
export type Spell = (term: string) => number;

/** Spells what the index has met, and nothing else. */
export const spellKnown =
  (spelling: Spelling): Spell =>
  (term) =>
    spelling.get(term) ?? 0;

/** Spells everything, noting what is new. */
export const spellAnew =
  (spelling: Map<string, number>): Spell =>
  (term) => {
    const known = spelling.get(term);
    if (known !== undefined) return known;
    const code = FIRST_SPELT + spelling.size;
    spelling.set(term, code);
    return code;
  };

/**
 * Reads the terms of normalised text, the same that `tokensOf` gives, into `terms` after those that are there.
 * Common Han characters, which most of a text is, never become strings.
 */
export function readTerms(text: string, spell: Spell, terms: Terms): void {
  let before = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      push(terms, codeOfHan(code), at);
      if (before !== 0) push(terms, codeOfPair(before, code), at - 1);
      before = code;
      at += 1;
      continue;
    }
    before = 0;
    if (!mayBegin(code)) {
      at += 1;
      continue;
    }
    at = readOther(text, at, spell, terms);
  }
}

/** Whether a word, a number or a rare character may begin with it. */
const mayBegin = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x2e80 && !(code >= 0x3000 && code <= 0x3004) && !(code >= 0x3008 && code <= 0x3020));

/** Reads on to the next common Han character, and gives where that stands. A number makes pairs with both sides. */
function readOther(text: string, from: number, spell: Spell, terms: Terms): number {
  let to = from;
  while (to < text.length && !isHan(text.charCodeAt(to))) to += 1;
  const left = from > 0 && isHan(text.charCodeAt(from - 1)) ? from - 1 : from;
  const right = to < text.length ? to + 1 : to;
  for (const { text: term, at, end } of tokensOf(text.slice(left, right))) {
    const outside = (at === 0 && end === 1 && left < from) || (left + at === to && to < right);
    if (outside) continue;
    const code = spell(term);
    if (code !== 0) push(terms, code, left + at);
  }
  return to;
}

import { normalise } from '../language/normalise.ts';
import { type Token, tokensOf } from '../language/tokens.ts';
import type { Concepts } from './concepts.ts';

/** Every term of the content by a number of its own, counted from 0. */
export type Lexicon = {
  /** Undefined: the content does not have it. */
  idOf(term: string): number | undefined;
  termAt(id: number): string;
  readonly size: number;
};

/** A text read: its normalised form, its tokens and the concepts that it names, by their numbers and in their order. */
export type Reading = { plain: string; tokens: readonly number[]; concepts: readonly number[] };

export type Reader = {
  lexicon: Lexicon;
  /** Reads each text once, for many entries share headings, and several parts of the index the same fields. */
  read(text: string): Reading;
  readPlain(plain: string): Reading;
  /** The kind of a token; undefined for a concept. */
  kindOf(id: number): Token['kind'] | undefined;
};

/** Reads texts into numbers. Keeps what it has read: let go of it when the index stands, the lexicon stays. */
export function openReader(concepts: Concepts): Reader {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const kinds: (Token['kind'] | undefined)[] = [];
  const known = new Map<string, Reading>();

  const add = (term: string, kind: Token['kind'] | undefined): number => {
    const old = ids.get(term);
    if (old !== undefined) return old;
    ids.set(term, terms.length);
    kinds.push(kind);
    return terms.push(term) - 1;
  };
  const readPlain = (plain: string): Reading => {
    const found = tokensOf(plain);
    const tokens: number[] = [];
    for (const it of found) tokens.push(add(it.text, it.kind));
    const named: number[] = [];
    for (const it of concepts.mentionsIn(plain, found)) named.push(add(it.concept, undefined));
    return { plain, tokens, concepts: named };
  };
  return {
    lexicon: lexiconOf(ids, terms),
    read(text) {
      const kept = known.get(text);
      if (kept) return kept;
      const reading = readPlain(normalise(text));
      known.set(text, reading);
      return reading;
    },
    readPlain,
    kindOf: (id) => kinds[id],
  };
}

/** Apart from the reader, so that it does not keep the texts. */
const lexiconOf = (ids: ReadonlyMap<string, number>, terms: readonly string[]): Lexicon => ({
  idOf: (term) => ids.get(term),
  termAt: (id) => terms[id] ?? '',
  get size() {
    return terms.length;
  },
});

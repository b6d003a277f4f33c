import { normalise } from '../language/normalise.ts';
import { type Token, tokensOf } from '../language/tokens.ts';
import type { Term } from './content.ts';

/** A union term found in a text under whatever name, from offset `at` up to `end`. */
export type Mention = { concept: string; at: number; end: number };

export type Concepts = { mentionsIn(normalised: string, tokens: readonly Token[]): Mention[] };

/** Names by their pieces, one after another, so that one walk finds all that begin at a place. */
type Branch<Piece> = { concepts: string[]; next: Map<Piece, Branch<Piece>> };
const branch = <Piece>(): Branch<Piece> => ({ concepts: [], next: new Map() });

const NONE: readonly string[] = [];

/** Finds union terms, their everyday names and their English ones; all names of a term are the same concept. */
export function conceptsOf(terms: readonly Term[]): Concepts {
  const byCode = branch<number>();
  const byStem = branch<string>();
  for (const { term, also, en } of terms) {
    const concept = `§${normalise(term)}`;
    for (const name of [term, ...also, ...en]) {
      const key = keyOf(name);
      const head = headOf(key);
      const stems = key.split(' ');
      if (head.length === 2) grow(byCode, codesOf(key), concept);
      if (head !== '' && stems[0] === head) grow(byStem, stems, concept);
    }
  }
  return {
    mentionsIn(text, tokens) {
      const found: Mention[] = [];
      addNamed(found, text, byCode);
      addWorded(found, tokens, byStem);
      return found;
    },
  };
}

/** A Chinese name as it is; an English one as its stems, so that a plural is found too. */
function keyOf(name: string): string {
  const plain = normalise(name).trim();
  const tokens = tokensOf(plain);
  if (tokens.some((it) => it.kind === 'char')) return plain;
  return stemsOf(tokens)
    .map((it) => it.text)
    .join(' ');
}

const stemsOf = (tokens: readonly Token[]): Token[] =>
  tokens.filter((it) => it.kind === 'word' || it.kind === 'number');

/** A name is looked for by its first word, or by its first two characters wherever they stand. */
const headOf = (key: string): string =>
  /^[a-z]/.test(key) ? (key.split(' ', 1)[0] ?? key) : key.slice(0, 2);

const codesOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

function grow<Piece>(root: Branch<Piece>, pieces: readonly Piece[], concept: string): void {
  let tip = root;
  for (const piece of pieces) {
    const next = tip.next.get(piece) ?? branch<Piece>();
    tip.next.set(piece, next);
    tip = next;
  }
  if (!tip.concepts.includes(concept)) tip.concepts.push(concept);
}

function addNamed(found: Mention[], text: string, names: Branch<number>): void {
  for (let at = 0; at < text.length; at += 1) {
    let tip = names.next.get(text.charCodeAt(at));
    for (let end = at + 1; tip; end += 1) {
      for (const concept of tip.concepts) found.push({ concept, at, end });
      tip = end < text.length ? tip.next.get(text.charCodeAt(end)) : undefined;
    }
  }
}

function addWorded(found: Mention[], tokens: readonly Token[], names: Branch<string>): void {
  if (!tokens.some((it) => it.kind === 'word')) return;
  const words = stemsOf(tokens);
  for (let first = 0; first < words.length; first += 1) {
    let tip: Branch<string> | undefined = names;
    for (let last = first; tip && last < words.length; last += 1) {
      tip = tip.next.get(words[last]?.text ?? '');
      for (const concept of tip?.concepts ?? NONE) {
        found.push({ concept, at: words[first]?.at ?? 0, end: words[last]?.end ?? 0 });
      }
    }
  }
}

import { normalise } from '../language/normalise.ts';
import { type Token, tokensOf } from '../language/tokens.ts';
import type { Term } from './content.ts';

/** A union term found in a text under whatever name, from offset `at` up to `end`. */
export type Mention = { concept: string; at: number; end: number };

export type Concepts = { mentionsIn(normalised: string, tokens: readonly Token[]): Mention[] };

/** Names by how they begin: a word, or two characters. */
type Names = Map<string, Map<string, Set<string>>>;
/** Names that begin with two characters, by the codes of both; with the concepts of each. */
type HanNames = ReadonlyMap<number, readonly [string, readonly string[]][]>;
/** Names as their stems, by the first of these. */
type WordNames = ReadonlyMap<string, readonly [readonly string[], readonly string[]][]>;

/** Finds union terms, their everyday names and their English ones; all names of a term are the same concept. */
export function conceptsOf(terms: readonly Term[]): Concepts {
  const names: Names = new Map();
  const add = (name: string, concept: string): void => {
    const key = keyOf(name);
    if (!key) return;
    const head = headOf(key);
    const group = names.get(head) ?? new Map<string, Set<string>>();
    names.set(head, group);
    group.set(key, (group.get(key) ?? new Set()).add(concept));
  };
  for (const { term, also, en } of terms) {
    const concept = `§${normalise(term)}`;
    for (const name of [term, ...also, ...en]) add(name, concept);
  }
  const han = hanNamesOf(names);
  const words = wordNamesOf(names);
  return {
    mentionsIn(text, tokens) {
      const found: Mention[] = [];
      addHan(found, text, han);
      addWords(found, tokens, words);
      return found;
    },
  };
}

/** A Chinese name as it is; an English one as its stems, so that a plural is found too. */
const keyOf = (name: string): string => {
  const plain = normalise(name).trim();
  return /\p{Script=Han}/u.test(plain)
    ? plain
    : stemsOf(tokensOf(plain))
        .map((it) => it.text)
        .join(' ');
};

const stemsOf = (tokens: readonly Token[]): Token[] =>
  tokens.filter((it) => it.kind === 'word' || it.kind === 'number');

const headOf = (key: string): string =>
  /^[a-z]/.test(key) ? (key.split(' ', 1)[0] ?? key) : key.slice(0, 2);

const codeOf = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

function hanNamesOf(names: Names): HanNames {
  const found = new Map<number, [string, string[]][]>();
  for (const [head, group] of names) {
    if (head.length !== 2) continue;
    found.set(
      codeOf(head, 0),
      [...group].map(([name, concepts]) => [name, [...concepts]]),
    );
  }
  return found;
}

const wordNamesOf = (names: Names): WordNames =>
  new Map(
    [...names].map(([head, group]) => [
      head,
      [...group].map(([name, concepts]) => [name.split(' '), [...concepts]] as const),
    ]),
  );

function addHan(found: Mention[], text: string, names: HanNames): void {
  for (let at = 0; at < text.length - 1; at += 1) {
    const group = names.get(codeOf(text, at));
    if (!group) continue;
    for (const [name, concepts] of group) {
      if (!text.startsWith(name, at)) continue;
      for (const concept of concepts) found.push({ concept, at, end: at + name.length });
    }
  }
}

function addWords(found: Mention[], tokens: readonly Token[], names: WordNames): void {
  if (!tokens.some((it) => it.kind === 'word')) return;
  const words = stemsOf(tokens);
  for (let first = 0; first < words.length; first += 1) {
    const head = words[first];
    const group = head && names.get(head.text);
    if (!group) continue;
    for (const [stems, concepts] of group) {
      const end = endOf(stems, words, first);
      if (end === undefined) continue;
      for (const concept of concepts) found.push({ concept, at: head.at, end });
    }
  }
}

/** Where the last of a name's stems ends, if they stand from a word on. */
function endOf(stems: readonly string[], words: readonly Token[], first: number): number | undefined {
  for (let index = 0; index < stems.length; index += 1) {
    if (words[first + index]?.text !== stems[index]) return undefined;
  }
  return words[first + stems.length - 1]?.end;
}

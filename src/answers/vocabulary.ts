import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { isPair } from './weigh.ts';

/** The words of the index, as a question looks them up. */
export type Vocabulary = {
  has(term: string): boolean;
  /** The characters that follow one in known pairs, and those that come before it. */
  after(character: string): readonly string[];
  before(character: string): readonly string[];
};

/** The terms of a lexicon that these documents have. */
export function vocabularyOf(lexicon: Lexicon, postings: Postings): Vocabulary {
  const from = new Map<string, string[]>();
  const to = new Map<string, string[]>();
  for (let id = 0; id < lexicon.size; id += 1) {
    const term = lexicon.termAt(id);
    if (term.length !== 2 || !isPair(term) || postings.idOf(term) === undefined) continue;
    noted(from, term.charAt(0), term.charAt(1));
    noted(to, term.charAt(1), term.charAt(0));
  }
  return {
    has: (term) => postings.idOf(term) !== undefined,
    after: (it) => from.get(it) ?? [],
    before: (it) => to.get(it) ?? [],
  };
}

function noted(lists: Map<string, string[]>, key: string, it: string): void {
  const known = lists.get(key);
  if (known) known.push(it);
  else lists.set(key, [it]);
}

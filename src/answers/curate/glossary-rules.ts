import { normalise } from '../../language/normalise.ts';
import type { Files } from './files.ts';
import type { TellIn } from './folder-rules.ts';

/** Terms with this many words in common are two names of one thing. */
const MEAN_THE_SAME = 2;

/**
 * Tells of words that stand for two things, and of terms that no entry speaks of. Reports name one thing differently,
 * so terms that know each other, or have several words in common, count as one.
 */
export function checkGlossary({ glossary, entries, whole }: Files, tellIn: TellIn): void {
  const terms = glossary.flatMap(({ value }) => value.terms);
  const namesOf = new Map<string, Set<string>>();
  for (const { term, also = [], en = [] } of terms) {
    const names = namesOf.get(normalise(term)) ?? new Set();
    for (const it of [term, ...also, ...en]) names.add(normalise(it));
    namesOf.set(normalise(term), names);
  }
  const said = textOf(entries);
  /** The terms that each word has been given to so far. */
  const given = new Map<string, Set<string>>();
  for (const { path, value, lineOf } of glossary) {
    const tell = tellIn(path, lineOf);
    for (const [at, { term, also = [], en = [] }] of value.terms.entries()) {
      const own = normalise(term);
      if (whole && !said.includes(own)) tell('term-unused', ['terms', at, 'term'], { what: term });
      for (const [field, words] of Object.entries({ also, en })) {
        for (const [place, what] of words.entries()) {
          const others = given.get(normalise(what)) ?? new Set();
          const other = [...others].find((it) => !areOne(namesOf, own, it));
          if (other !== undefined) tell('word-shared', ['terms', at, field, place], { what, other });
          given.set(normalise(what), others.add(own));
        }
      }
    }
  }
}

function areOne(namesOf: ReadonlyMap<string, ReadonlySet<string>>, one: string, other: string): boolean {
  if (one === other) return true;
  const names = namesOf.get(one) ?? new Set();
  const others = namesOf.get(other) ?? new Set();
  if (names.has(other) || others.has(one)) return true;
  return [...names].filter((it) => others.has(it)).length >= MEAN_THE_SAME;
}

/** All that entries say, in one normalised text. */
const textOf = (files: Files['entries']): string =>
  files
    .flatMap(({ value }) => value.entries)
    .map((it) => normalise([it.title, it.answer, it['title-en'], it['answer-en'], ...it.ask].join('\n')))
    .join('\n');

import type { Language } from '../../calendar/moment.ts';
import type { Hit, Retrieved } from '../../retrieval/index.ts';
import { textsIn } from '../../texts/index.ts';

/** Most characters of a passage that are shown in a terminal. */
const MOST_SHOWN = 200;
/** Most terms that are named for a hit. */
const MOST_TERMS = 12;

/** What a question hits and why, as lines for a terminal. */
export function retrievedLines(language: Language, { hits, meant }: Retrieved): string {
  const words = textsIn(language).search;
  const head = meant === undefined ? [] : [words.meant({ question: meant })];
  if (hits.length === 0) return [...head, words.nothing].join('\n');
  return [...head, ...hits.map((it, at) => hitLines(language, it, at + 1))].join('\n\n');
}

function hitLines(language: Language, { passage, score, base, traits, matches }: Hit, rank: number): string {
  const words = textsIn(language).search;
  const { text, path, source, from, to } = passage;
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  const terms = matches.slice(0, MOST_TERMS).map(({ term, weight, field, typed }) => {
    const facts = { term, weight: weight.toFixed(2), field: words.field[field] };
    return typed === undefined ? words.term(facts) : words.termHeard({ ...facts, typed });
  });
  const place = [source, ...path].join(' › ');
  const features = { base, ...traits };
  return [
    words.hit({ rank, score: score.toFixed(3), place, from, to }),
    `    ${shown.replace(/\s*\n\s*/g, ' ')}`,
    `    ${words.terms({ terms, more: matches.length - terms.length })}`,
    `    ${words.features(shares(features))}`,
  ].join('\n');
}

/** The same with two digits behind the point. */
const shares = <Name extends string>(
  numbers: { readonly [Key in Name]: number },
): { [Key in Name]: string } => {
  const entries = Object.entries<number>(numbers).map(([name, it]) => [name, it.toFixed(2)]);
  return Object.fromEntries(entries) as { [Key in Name]: string };
};

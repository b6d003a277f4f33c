import { normalise } from '../language/normalise.ts';
import { tokensOf } from '../language/tokens.ts';
import type { Concepts } from './concepts.ts';
import type { Entry } from './content.ts';

/** Every term of a text, and the concepts that it names. */
export type TermsOf = (text: string) => readonly string[];

/** Reads texts into terms; what many entries share, such as headings, is read once. */
export function termsBy(concepts: Concepts): TermsOf {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept;
    const plain = normalise(text);
    const terms = tokensOf(plain).map((it) => it.text);
    for (const { concept } of concepts.mentionsIn(plain)) terms.push(concept);
    known.set(text, terms);
    return terms;
  };
}

/** How much a word of each field says that the entry is about it. */
const FIELDS = { title: 2, ask: 1, answer: 2, section: 1, report: 0.5, figure: 0.6, about: 0.5 } as const;

/** The texts of an entry with the weight of their field. */
function fieldsOf({ report, section, ...entry }: Entry): [string, number][] {
  const fields: [string, number][] = [
    [entry.title, FIELDS.title],
    [entry.titleEn, FIELDS.title],
    [entry.answer, FIELDS.answer],
    [entry.answerEn, FIELDS.answer],
    [entry.about, FIELDS.about],
  ];
  for (const it of [...entry.ask, ...entry.askEn]) fields.push([it, FIELDS.ask]);
  for (const it of section.path) fields.push([it['zh-CN'], FIELDS.section], [it.en, FIELDS.section]);
  for (const it of [report.title, report.issuer, report.region]) {
    fields.push([it['zh-CN'], FIELDS.report], [it.en, FIELDS.report]);
  }
  for (const { what } of entry.figures) fields.push([what['zh-CN'], FIELDS.figure], [what.en, FIELDS.figure]);
  return fields;
}

/** How soon more of the same word says nothing more; and what the fullest use of a word is worth. */
const ENOUGH = 1;
const FULLEST = 1.25;

/** What an entry holds of each term, 0…1.25: above a half for a term of its title, near the top for its subject. */
export function holdingsOf(entry: Entry, termsOf: TermsOf): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [text, weight] of fieldsOf(entry)) {
    for (const term of termsOf(text)) sums.set(term, (sums.get(term) ?? 0) + weight);
  }
  for (const [term, sum] of sums) sums.set(term, (FULLEST * sum) / (sum + ENOUGH));
  return sums;
}

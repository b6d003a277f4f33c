import type { Entry } from './content.ts';
import type { Reader } from './lexicon.ts';
import type { Document } from './postings.ts';

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

/** What entries hold of each term, 0…1.25: above a half for a term of its title, near the top for its subject. */
export function holdingsOf(entries: readonly Entry[], { read, lexicon }: Reader): Document[] {
  const all = entries.map((entry) =>
    fieldsOf(entry).map(([text, weight]) => ({ reading: read(text), weight })),
  );
  // by the number of a term; back to 0 after each entry, for one array serves them all
  const sums = new Float64Array(lexicon.size);
  const add = (ids: number[], terms: readonly number[], weight: number): void => {
    for (const id of terms) {
      const sum = sums[id] ?? 0;
      if (sum === 0) ids.push(id);
      sums[id] = sum + weight;
    }
  };
  return all.map((fields) => {
    const ids: number[] = [];
    for (const { reading, weight } of fields) {
      add(ids, reading.tokens, weight);
      add(ids, reading.concepts, weight);
    }
    const weights = ids.map((id) => {
      const sum = sums[id] ?? 0;
      sums[id] = 0;
      return (FULLEST * sum) / (sum + ENOUGH);
    });
    return { ids, weights };
  });
}

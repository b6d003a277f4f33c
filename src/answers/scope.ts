import type { Entry } from './content.ts';
import type { Gazetteer } from './gazetteer.ts';

/** The places and years that a question is about; empty where it does not say. */
export type Scope = { places: string[]; years: string[] };

/** The scope of an entry: what it names itself, and what its report is of. `narrowest`: of those its last, 大兴 of 北京市大兴区. */
export type EntryScope = {
  home: ReadonlySet<string>;
  narrowest: string | undefined;
  places: ReadonlySet<string>;
  years: ReadonlySet<string>;
};

const YEAR = /((?:19|20)\d{2})(?<![\d.]\d{4})(?!\d|[.]\d|[个名户件家场人万亿])/g;
const SHORT_YEAR = /(?<!\d)(1[5-9]|2\d|3[0-5])年(?![期间内])/g;

/** @param text normalised */
export function yearsIn(text: string): string[] {
  const years = new Set([...text.matchAll(YEAR)].map((it) => it[1] ?? ''));
  if (years.size === 0) for (const it of text.matchAll(SHORT_YEAR)) years.add(`20${it[1]}`);
  return [...years];
}

/** @param text normalised */
export const scopeOf = (text: string, places: Gazetteer): Scope => ({
  places: places.in(text),
  years: yearsIn(text),
});

/** @param plainOf a text in its normalised form */
export function scopeOfEntry(entry: Entry, plainOf: (text: string) => string, places: Gazetteer): EntryScope {
  const { report, section } = entry;
  const fields = [entry.title, entry.titleEn, entry.answer, entry.answerEn, entry.about];
  const own = [...fields, ...entry.ask, ...entry.askEn].map(plainOf).join('\n');
  const heading = section.path.map((it) => plainOf(it['zh-CN'])).join('\n');
  const figures = entry.figures.map((it) => it.year).join(' ');
  const home = places.in(plainOf(report.region['zh-CN']));
  return {
    home: new Set(home),
    narrowest: home.at(-1),
    places: new Set(places.in(`${own}\n${heading}`)),
    years: new Set([
      ...yearsIn(`${own}\n${figures}`),
      ...(report.year === undefined ? [] : [String(report.year)]),
    ]),
  };
}

/** Named places that the entry is neither of nor names; likewise the years. */
export type Misfit = { place: string | undefined; year: string | undefined };

export function misfitOf(asked: Scope, entry: EntryScope): Misfit {
  return {
    place: asked.places.find((it) => !entry.home.has(it) && !entry.places.has(it)),
    year: asked.years.find((it) => !entry.years.has(it)),
  };
}

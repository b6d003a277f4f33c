import type { Language } from '../calendar/moment.ts';
import { type Entry, pathIn } from './content.ts';
import type { Source } from './found.ts';
import type { Misfit } from './scope.ts';
import { wordsIn } from './words.ts';

/** `《报告名》· 章节 · 市级 · 2019年`, and that it is not official where it is not. */
export function sourceOf(entry: Entry, language: Language): Source {
  const words = wordsIn(language);
  const { report, section, lines } = entry;
  const named = words.source({
    title: report.title[language],
    section: section.title[language],
    level: words.levels[report.level],
    when: report.year === undefined ? words.yearUnknown : words.year({ year: report.year }),
  });
  const line = lines ? words.onLines({ line: named, ...lines }) : named;
  return {
    line: report.authority === 'unofficial' ? words.withNote({ line, note: words.unofficial }) : line,
    entry: entry.id,
    report: report.id,
    section: pathIn('zh-CN', section),
  };
}

/** What an answer rests on, in sentences: the report, who issued it, where in it, how its year is known and what it weighs. */
export function groundsOf({ report, section }: Entry, language: Language): string {
  return wordsIn(language).grounds({
    title: report.title[language],
    issuer: report.issuer[language],
    section: pathIn(language, section),
    year: report.yearNote[language],
    authority: report.authorityNote[language],
    read: report.read,
  });
}

/** English when it is written without Han characters. */
export const languageOfQuestion = (question: string): Language =>
  !/\p{Script=Han}/u.test(question) && /[a-z]/i.test(question) ? 'en' : 'zh-CN';

/** That the reports do not say it, why where that is known, and what is near. */
export function noneIn(language: Language, nearest: readonly Entry[], { place, year }: Misfit): string {
  const words = wordsIn(language);
  if (place !== undefined) return words.nonePlace({ place });
  if (year !== undefined) return words.noneYear({ year, has: nearest[0]?.about });
  if (nearest.length === 0) return words.none;
  return words.noneNear({ topics: nearest.map((it) => (language === 'en' ? it.titleEn : it.title)) });
}

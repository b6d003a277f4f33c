import type { Language } from '../calendar/moment.ts';
import { type Entry, pathIn } from './content.ts';
import type { Source } from './found.ts';
import { wordsIn } from './words.ts';

/** `《报告名》· 章节 · 市级 · 2019年`, and that it is not official where it is not. */
export function sourceOf(entry: Entry, language: Language): Source {
  const words = wordsIn(language);
  const { report, section } = entry;
  const line = words.source({
    title: report.title[language],
    section: section.title[language],
    level: words.levels[report.level],
    when: report.year === undefined ? words.yearUnknown : words.year({ year: report.year }),
  });
  return {
    line: report.authority === 'unofficial' ? words.withNote({ line, note: words.unofficial }) : line,
    entry: entry.id,
    report: report.id,
    section: pathIn('zh-CN', section),
  };
}

import type { Passage } from '../../retrieval/passage.ts';
import type { Entry, Extract, Report, Section } from '../content.ts';
import { headingOf } from './heading-match.ts';

/** A report as it was read. `place`: where it says how it is served. */
type Read = {
  report: Report;
  entries: readonly Entry[];
  serve: 'entries' | 'extracts' | 'nothing';
  place: { path: string; line: number };
};
type ServeFault = { path: string; line: number; code: 'no-source' | 'entry-unserved'; what: string };

/** All that is served as it stands. Such a report has its full text, and no entries. */
export function servedAsTheyStand(reports: readonly Read[]): { extracts: Extract[]; faults: ServeFault[] } {
  const extracts: Extract[] = [];
  const faults: ServeFault[] = [];
  for (const { report, entries, serve, place } of reports) {
    const [entry] = entries;
    if (serve === 'entries') continue;
    if (entry) faults.push({ ...entry.place, code: 'entry-unserved', what: serve });
    if (serve === 'extracts' && !report.source) faults.push({ ...place, code: 'no-source', what: report.id });
    if (serve === 'extracts') extracts.push(...extractsOf(report));
  }
  return { extracts, faults };
}

/** All of a report's full text, each passage under its section; none when its text is not there. */
function extractsOf(report: Report): Extract[] {
  const listed = new Map(
    [...report.sections.values()].map((it) => [keyOf(it.path.map((title) => title['zh-CN'])), it]),
  );
  const made = new Map<string, Section>();
  return (report.source?.passages ?? []).map((passage) => {
    const path = pathIn(report, passage);
    const key = keyOf(path);
    const section = listed.get(key) ?? made.get(key) ?? sectionOf(path);
    made.set(key, section);
    return { report, section, passage };
  });
}

const keyOf = (path: readonly string[]): string => path.map(headingOf).join('\n');

/** A text without headings stands under the title of its report. */
const pathIn = (report: Report, { path }: Passage): readonly string[] =>
  path.length > 0 ? path : [report.title['zh-CN']];

/** A heading that the report's own list of sections does not have: the text was changed by hand since. */
function sectionOf(path: readonly string[]): Section {
  const spoken = path.map((it) => ({ 'zh-CN': it, en: it }));
  const title = spoken.at(-1) ?? { 'zh-CN': '', en: '' };
  return { id: keyOf(path), title, path: spoken };
}

import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Language } from '../../calendar/moment.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { textsIn } from '../../texts/index.ts';
import type { Known } from './import-fields.ts';

/** A heading as it is written in a `report.yml`. `path`: the headings from the top one down to it. */
export type Written = { id: string; path: readonly string[]; parent: string | undefined };

/** The headings above passages, each once, in order. What stands under none is under the title. */
export function sectionsOf(passages: readonly Passage[], title: string): Written[] {
  const found = new Map<string, Written>();
  for (const passage of passages) {
    const path = passage.path.length > 0 ? passage.path : [title];
    for (const depth of path.keys()) {
      const key = keyOf(path.slice(0, depth + 1));
      if (found.has(key)) continue;
      const parent = depth === 0 ? undefined : found.get(keyOf(path.slice(0, depth)))?.id;
      found.set(key, { id: `s${found.size + 1}`, path: path.slice(0, depth + 1), parent });
    }
  }
  return [...found.values()];
}

const keyOf = (path: readonly string[]): string => path.join('\n');

/** The id of the section that a passage stands in. */
export const sectionIn = (sections: readonly Written[], { path }: Passage, title: string): string =>
  sections.find((it) => keyOf(it.path) === keyOf(path.length > 0 ? path : [title]))?.id ?? '';

/** A `report.yml`. Its first line says that it was written by a command, and how to tell whether it was changed since. */
export function reportFile(
  known: Known,
  sections: readonly Written[],
  {
    serve,
    read,
    isChinese,
    language,
  }: { serve: 'extracts' | 'nothing'; read: string; isChinese: boolean; language: Language },
): string {
  const both = (name: string, said: (of: ReturnType<typeof wordsIn>) => string): [string, string][] => [
    [name, said(wordsIn('zh-CN'))],
    [`${name}-en`, said(wordsIn('en'))],
  ];
  const { id, year = 'unknown', authority = 'unofficial' } = known;
  const suffix = isChinese ? '' : '-en';
  const body = stringify(
    Object.fromEntries<unknown>([
      ['id', id],
      ['serve', serve],
      ...(['title', 'title-en', 'issuer', 'issuer-en', 'level', 'region', 'region-en'] as const)
        .map((it): [string, unknown] => [it, known[it]])
        .filter(([, it]) => it !== undefined),
      ...(year === 'unknown' ? [] : [['year', year] as const]),
      ...both('year-note', (of) => (year === 'unknown' ? of.yearUnknown : of.yearGiven)),
      ...both('period', (of) => (year === 'unknown' ? of.periodUnknown : of.period({ year }))),
      ['authority', authority],
      ...both('authority-note', (of) => of.authority[authority]),
      ['read', read],
      [
        'sections',
        sections.map(({ id: section, parent, path }) => ({
          id: section,
          ...(parent === undefined ? {} : { parent }),
          [`title${suffix}`]: path.at(-1),
        })),
      ],
    ]),
    { lineWidth: 0 },
  );
  return `# ${textsIn(language).documents.import.writtenBy({ mark: markOf(body) })}\n${body}`;
}

const wordsIn = (language: Language) => textsIn(language).documents.import.noted;
const markOf = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 16);

/** Somebody changed a file since it was written by the command, or wrote it themselves. */
export function isEdited(text: string): boolean {
  const end = text.indexOf('\n');
  const mark = /\b([0-9a-f]{16})\b/.exec(text.slice(0, end))?.[1];
  return mark !== markOf(text.slice(end + 1));
}

import { stringify } from 'yaml';
import type { Language } from '../../calendar/moment.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { textsIn } from '../../texts/index.ts';
import { MOST_IN_ANSWER } from '../schema.ts';
import type { Known } from './import-fields.ts';
import { figuresIn, partsWithFigures } from './import-figures.ts';
import { sectionIn, type Written } from './import-report.ts';

type Draft = { id: string; section: string; heading: string; text: string; lines: string; whole: string };

/**
 * The drafts of a report: an entry for each passage, and one for each part of it that has a figure where there are
 * several. A file for each heading of the top level. What is left to a person is marked `TODO`.
 */
export function draftFiles(
  known: Known,
  passages: readonly Passage[],
  sections: readonly Written[],
  language: Language,
): { name: string; text: string }[] {
  const title = known.title ?? known['title-en'] ?? '';
  const files = new Map<string, string[]>();
  for (const [nth, passage] of passages.entries()) {
    const top = passage.path[0] ?? title;
    const written = files.get(top) ?? [];
    files.set(top, written);
    const section = sectionIn(sections, passage, title);
    for (const it of draftsOf(passage, section, nth + 1, title)) written.push(draftText(it, known, language));
  }
  const head = textsIn(language).documents.import.draft.head;
  return [...files.values()].map((entries, nth) => ({
    name: `${String(nth + 1).padStart(2, '0')}.yml`,
    text: `# ${head}\nentries:\n${entries.join('\n')}`,
  }));
}

function draftsOf(
  { text, path, from, to }: Passage,
  section: string,
  number: number,
  title: string,
): Draft[] {
  const base = {
    section,
    heading: path.at(-1) ?? title,
    lines: from === to ? `${from}` : `${from}–${to}`,
    whole: text,
  };
  const parts = partsWithFigures(text);
  const figures = parts.length > 1 ? parts : [];
  return [
    { ...base, id: `p${number}`, text },
    ...figures.map((it, nth) => ({ ...base, id: `p${number}-${nth + 1}`, text: it })),
  ];
}

function draftText(
  { id, section, heading, text, lines, whole }: Draft,
  { region = '' }: Known,
  language: Language,
): string {
  const { draft } = textsIn(language).documents.import;
  const todo = (words: string): string => `# TODO ${words}`;
  const said = (it: string): string =>
    stringify(it, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).trim();
  const before = whole
    .slice(0, Math.max(0, whole.indexOf(text)))
    .match(/\d{4}(?=年)/g)
    ?.at(-1);
  const figures = figuresIn(text).map(
    (it) =>
      `      - { what: "", what-en: "", value: ${it.value}, unit: ${said(it.unit)}, unit-en: "", year: ${said(it.year ?? before ?? '')}, region: ${said(region)} } ${todo(draft.figure)}`,
  );
  return [
    `  # ${draft.lines({ lines })}`,
    `  - id: ${id}`,
    `    section: ${section}`,
    `    title: ${said([...heading].slice(0, 18).join(''))} ${todo(draft.title)}`,
    `    title-en: "" ${todo(draft.english)}`,
    `    about: ${said(text.match(/\d{4}(?=年)/)?.[0] ?? before ?? '')} ${todo(draft.about)}`,
    `    ask: [] ${todo(draft.ask)}`,
    `    ask-en: [] ${todo(draft.askEnglish)}`,
    `    answer: |- ${todo(draft.answer({ most: MOST_IN_ANSWER }))}`,
    ...text.split('\n').map((it) => `      ${it}`),
    `    answer-en: "" ${todo(draft.english)}`,
    ...(figures.length > 0 ? ['    figures:', ...figures] : []),
    '',
  ].join('\n');
}

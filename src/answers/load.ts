import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content, Entry, EntryFigure, Report, Section, Term } from './content.ts';
import { attachSources } from './documents/attach.ts';
import { servedAsTheyStand } from './documents/extracts.ts';
import { ContentError, type Fault, type FaultCode } from './faults.ts';
import { type Parsed, parseFile, placeOf } from './parse.ts';
import { EntriesFile, type EntryFile, GlossaryFile, ReportFile } from './schema.ts';

/** `ids`: of all entries that were read; `whole`: no file is missing or unreadable, so those are all there are. */
type Reading = { root: string; faults: Fault[]; ids: Set<string>; whole: boolean };

/**
 * Everything under a content folder, checked: `reports/<id>/report.yml`, `reports/<id>/*.yml`, `glossary/*.yml`,
 * `sources/<id>.*`.
 *
 * @throws ContentError with every fault of every file
 */
export async function loadContent(root: string): Promise<Content> {
  const reading: Reading = { root, faults: [], ids: new Set(), whole: true };
  const folders = await namesIn(join(root, 'reports'));
  if (!folders) throw new ContentError([{ path: root, line: 1, code: 'no-folder', what: root }]);
  const read = await Promise.all(folders.map((folder) => readReport(reading, folder)));
  const terms = await readGlossary(reading);
  const reports = new Map<string, Report>();
  const entries: Entry[] = [];
  for (const it of read) {
    if (!it) continue;
    if (it.serve !== 'nothing') reports.set(it.report.id, it.report);
    entries.push(...it.entries);
  }
  reading.faults.push(...(await attachSources(root, reports)));
  const { extracts, faults } = servedAsTheyStand(read.filter((it) => it !== undefined));
  reading.faults.push(...faults);
  if (reading.whole) checkRelated(reading, entries);
  if (reading.faults.length > 0) throw new ContentError(reading.faults);
  return { reports, entries, extracts, terms };
}

/** The names in a folder, in order; undefined when there is no such folder. */
async function namesIn(folder: string): Promise<string[] | undefined> {
  const names = await readdir(folder).catch(() => undefined);
  return names?.filter((it) => !it.startsWith('.')).sort();
}

async function parsed<T>(reading: Reading, path: string, schema: Parameters<typeof parseFile<T>>[2]) {
  const text = await readFile(join(reading.root, path), 'utf8');
  const file = parseFile(path, text, schema);
  if (!('faults' in file)) return file;
  reading.faults.push(...file.faults);
  reading.whole = false;
  return undefined;
}

async function readReport(reading: Reading, folder: string) {
  const names = (await namesIn(join(reading.root, 'reports', folder))) ?? [];
  const path = `reports/${folder}/report.yml`;
  if (!names.includes('report.yml')) {
    reading.faults.push({ path, line: 1, code: 'no-report', what: 'report.yml' });
    reading.whole = false;
    return undefined;
  }
  const head = await parsed(reading, path, ReportFile);
  const bodies = names.filter((it) => it.endsWith('.yml') && it !== 'report.yml');
  const files = await Promise.all(
    bodies.map(async (name) => {
      const at = `reports/${folder}/${name}`;
      return { path: at, file: await parsed(reading, at, EntriesFile) };
    }),
  );
  if (!head) return undefined;
  const report = reportOf(reading, path, folder, head);
  const taken = new Set<string>();
  const entries = files.flatMap(({ path: at, file }) =>
    file ? entriesOf(reading, at, report, taken, file) : [],
  );
  const { serve = 'entries' } = head.value;
  return { report, entries, serve, place: { path, line: head.lineOf(['serve']) } };
}

function reportOf(
  reading: Reading,
  path: string,
  folder: string,
  { value, lineOf }: Parsed<ReportFile>,
): Report {
  const fault = (code: FaultCode, what: string, way: PropertyKey[]): void => {
    reading.faults.push({ path, line: lineOf(way), code, what });
  };
  if (value.id !== folder) fault('id-not-folder', value.id, ['id']);
  const byId = new Map(value.sections.map((it) => [it.id, it]));
  const sections = new Map<string, Section>();
  for (const [at, it] of value.sections.entries()) {
    if (sections.has(it.id)) fault('id-twice', it.id, ['sections', at, 'id']);
    const path = [];
    const seen = new Set<string>();
    for (let above: typeof it | undefined = it; above; ) {
      if (seen.has(above.id)) {
        fault('section-circle', it.id, ['sections', at, 'parent']);
        break;
      }
      seen.add(above.id);
      path.unshift({ 'zh-CN': above.title, en: above['title-en'] });
      const parent: string | undefined = above.parent;
      if (parent && !byId.has(parent)) fault('no-section', parent, ['sections', at, 'parent']);
      above = parent ? byId.get(parent) : undefined;
    }
    sections.set(it.id, { id: it.id, title: { 'zh-CN': it.title, en: it['title-en'] }, path });
  }
  return {
    id: value.id,
    title: { 'zh-CN': value.title, en: value['title-en'] },
    issuer: { 'zh-CN': value.issuer, en: value['issuer-en'] },
    level: value.level,
    region: { 'zh-CN': value.region, en: value['region-en'] },
    year: value.year,
    yearNote: { 'zh-CN': value['year-note'], en: value['year-note-en'] },
    period: { 'zh-CN': value.period, en: value['period-en'] },
    authority: value.authority,
    authorityNote: { 'zh-CN': value['authority-note'], en: value['authority-note-en'] },
    read: value.read,
    sections,
  };
}

function entriesOf(
  reading: Reading,
  path: string,
  report: Report,
  taken: Set<string>,
  { value, lineOf }: Parsed<EntriesFile>,
): Entry[] {
  const entries: Entry[] = [];
  for (const [at, it] of value.entries.entries()) {
    const fault = (code: FaultCode, what: string, field: string): void => {
      reading.faults.push({ path, line: lineOf(['entries', at, field]), code, what });
    };
    if (taken.has(it.id)) fault('id-twice', it.id, 'id');
    taken.add(it.id);
    reading.ids.add(`${report.id}/${it.id}`);
    const section = report.sections.get(it.section);
    if (!section) fault('no-section', it.section, 'section');
    else
      entries.push(
        entryOf(
          it,
          report,
          section,
          placeOf(path, () => lineOf(['entries', at])),
        ),
      );
  }
  return entries;
}

function entryOf(it: EntryFile, report: Report, section: Section, place: Entry['place']): Entry {
  return {
    id: `${report.id}/${it.id}`,
    report,
    section,
    title: it.title,
    titleEn: it['title-en'],
    about: it.about,
    ask: it.ask,
    askEn: it['ask-en'],
    answer: it.answer,
    answerEn: it['answer-en'],
    figures: (it.figures ?? []).map(figureOf),
    stated: it.stated ?? true,
    related: it.related ?? [],
    version: createHash('sha256').update(JSON.stringify(it)).digest('hex').slice(0, 12),
    place,
  };
}

const figureOf = (it: NonNullable<EntryFile['figures']>[number]): EntryFigure => ({
  what: { 'zh-CN': it.what, en: it['what-en'] },
  value: it.value,
  unit: { 'zh-CN': it.unit, en: it['unit-en'] },
  year: it.year,
  region: it.region,
});

async function readGlossary(reading: Reading): Promise<Term[]> {
  const names = (await namesIn(join(reading.root, 'glossary'))) ?? [];
  const files = await Promise.all(
    names.filter((it) => it.endsWith('.yml')).map((it) => parsed(reading, `glossary/${it}`, GlossaryFile)),
  );
  return files
    .flatMap((it) => it?.value.terms ?? [])
    .map(({ term, also, en }) => ({ term, also: also ?? [], en: en ?? [] }));
}

function checkRelated(reading: Reading, entries: readonly Entry[]): void {
  for (const { place, related } of entries) {
    for (const what of related) {
      if (!reading.ids.has(what)) reading.faults.push({ ...place, code: 'no-entry', what });
    }
  }
}

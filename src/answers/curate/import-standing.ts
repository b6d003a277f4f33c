import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCES, sourceFiles } from '../documents/sources.ts';
import { parseFile } from '../parse.ts';
import { ReportFile } from '../schema.ts';
import type { Known } from './import-fields.ts';

/** What there is of a report already. */
export type Standing = {
  /** `entries`: a curator wrote it. */
  serve: 'entries' | 'extracts' | 'nothing' | undefined;
  /** What its `report.yml` says; nothing where it cannot be read. */
  known: Known;
  report: string | undefined;
  /** Its full text where it stands, and other files of its name. */
  source: string | undefined;
  others: string[];
  /** By their names. */
  drafts: ReadonlyMap<string, string>;
};

/** @param source the place of its full text in the content folder */
export async function standingOf(root: string, id: string, source: string): Promise<Standing> {
  const text = (path: string): Promise<string | undefined> =>
    readFile(join(root, path), 'utf8').catch(() => undefined);
  const report = await text(`reports/${id}/report.yml`);
  const read = report === undefined ? undefined : parseFile('', report, ReportFile);
  const value = read && !('faults' in read) ? read.value : undefined;
  const files = (await sourceFiles(root)).filter((it) => it.report === id).map((it) => it.path);
  const drafts = new Map<string, string>();
  for (const name of (await readdir(join(root, 'drafts', id)).catch(() => [])).sort()) {
    drafts.set(name, (await text(`drafts/${id}/${name}`)) ?? '');
  }
  return {
    // what cannot be read may be a curator's
    serve: report === undefined ? undefined : (value?.serve ?? 'entries'),
    known: value ? knownOf(value) : {},
    report,
    source: files.includes(source) ? await text(source) : undefined,
    others: files.filter((it) => it !== source),
    drafts,
  };
}

/** A name that stands in both languages was written in one alone. */
function knownOf(file: ReportFile): Known {
  const { id, level, authority, year = 'unknown' } = file;
  const known: Known = { id, level, authority, year };
  for (const field of ['title', 'issuer', 'region'] as const) {
    const [own, english] = [file[field], file[`${field}-en`]];
    const isChinese = /\p{Script=Han}/u.test(own);
    if (isChinese || own !== english) known[field] = own;
    if (!isChinese || own !== english) known[`${field}-en`] = english;
  }
  return known;
}

/** Where the full text of a report is put. Marks of Markdown stay what they are. */
export const sourcePath = (id: string, file: string): string =>
  `${SOURCES}/${id}.${/\.(md|markdown)$/i.test(file) ? 'md' : 'txt'}`;

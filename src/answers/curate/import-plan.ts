import type { Language } from '../../calendar/moment.ts';
import type { Document } from '../documents/document.ts';
import { draftFiles } from './import-drafts.ts';
import type { Field, Known } from './import-fields.ts';
import { isEdited, reportFile, sectionsOf } from './import-report.ts';
import type { Standing } from './import-standing.ts';
import type { Written } from './import-writing.ts';

/** What a document comes in as. `source`: where its text is put; `given`: what was typed now. */
export type Coming = {
  id: string;
  known: Known;
  given: Known;
  document: Document;
  text: string;
  source: string;
  isChinese: boolean;
  isDraft: boolean;
  isReplacing: boolean;
  read: string;
  language: Language;
};

/** `keep`: these stay beside what takes their place. */
export type Plan =
  | { kind: 'write'; all: Written[]; keep: string[]; sections: number; passages: number }
  /** It is all there already. */
  | { kind: 'same' }
  /** Something else stands there. */
  | { kind: 'curated'; path: string }
  | { kind: 'taken'; paths: string[] }
  | { kind: 'other-source'; path: string };

/** What there is to write. Decides, and touches nothing. */
export function planImport(coming: Coming, standing: Standing): Plan {
  const { id, isDraft, source } = coming;
  const path = `reports/${id}/report.yml`;
  if (standing.serve === 'entries') return { kind: 'curated', path };
  const [other] = standing.others;
  if (!isDraft && other !== undefined) return { kind: 'other-source', path: other };
  return isDraft ? planDrafts(coming, standing, path) : planExtracts(coming, standing, path, source);
}

function planExtracts(coming: Coming, standing: Standing, path: string, source: string): Plan {
  const { id, text } = coming;
  const isSame =
    standing.source === text && standing.serve === 'extracts' && agrees(coming.given, standing.known);
  if (isSame) return { kind: 'same' };
  const isChanged = standing.source !== undefined && standing.source !== text;
  const taken = [...(standing.report === undefined ? [] : [path]), ...(isChanged ? [source] : [])];
  if (taken.length > 0 && !coming.isReplacing) return { kind: 'taken', paths: taken };
  const { report, sections } = reportOf(coming, 'extracts');
  const keepsReport = standing.report !== undefined && isEdited(standing.report);
  return {
    kind: 'write',
    all: [{ path: source, text }, reportAt(id, path, report, standing)],
    keep: [...(isChanged ? [source] : []), ...(keepsReport ? [path] : [])],
    sections,
    passages: coming.document.passages.length,
  };
}

function planDrafts(coming: Coming, standing: Standing, path: string): Plan {
  const { id, known, document, language } = coming;
  const title = known.title ?? known['title-en'] ?? '';
  const { report, sections } = reportOf(coming, 'nothing');
  const files = draftFiles(known, document.passages, sectionsOf(document.passages, title), language);
  const isSame =
    standing.drafts.size === files.length && files.every((it) => standing.drafts.get(it.name) === it.text);
  if (isSame && standing.report !== undefined && agrees(coming.given, standing.known))
    return { kind: 'same' };
  const folder = `drafts/${id}`;
  const isTaken = standing.drafts.size > 0 && !isSame;
  if (isTaken && !coming.isReplacing) return { kind: 'taken', paths: [folder] };
  // what is served as it stands stays so while the drafts are worked on
  const isNew = standing.report === undefined;
  return {
    kind: 'write',
    all: [
      ...(isSame ? [] : [{ path: folder, files }]),
      ...(isNew ? [reportAt(id, path, report, standing)] : []),
    ],
    keep: isTaken ? [folder] : [],
    sections,
    passages: document.passages.length,
  };
}

function reportOf({ known, document, isChinese, read, language }: Coming, serve: 'extracts' | 'nothing') {
  const sections = sectionsOf(document.passages, known.title ?? known['title-en'] ?? '');
  return {
    report: reportFile(known, sections, { serve, read, isChinese, language }),
    sections: sections.length,
  };
}

/** A new folder comes whole with its file, for a folder without one is a fault. */
const reportAt = (id: string, path: string, report: string, { report: there }: Standing): Written =>
  there === undefined
    ? { path: `reports/${id}`, files: [{ name: 'report.yml', text: report }] }
    : { path, text: report };

const agrees = (given: Known, known: Known): boolean =>
  (Object.keys(given) as Field[]).every((it) => given[it] === known[it]);

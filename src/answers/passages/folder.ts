import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Passage } from '../../retrieval/index.ts';
import type { Content, Entry } from '../content.ts';
import { type Document, DocumentError, type DocumentFault, readDocument } from '../documents/index.ts';
import { loadContent } from '../load.ts';
import { underTitle } from './under-title.ts';

/** The passages of a folder; `unread`: what is wrong with the files that had to be left out. */
export type FolderRead = { readonly passages: readonly Passage[]; readonly unread: readonly DocumentFault[] };

/**
 * Every passage of a folder: of a content folder the entries and extracts, in both languages; of any other the
 * documents in it and in the folders below, each named by its path from there.
 *
 * @returns undefined when there is no such folder
 * @throws ContentError when it is a content folder with faults
 */
export async function readFolder(folder: string): Promise<FolderRead | undefined> {
  const names = await readdir(folder, { recursive: true }).catch(() => undefined);
  if (!names) return undefined;
  const files = names.map((it) => it.split(sep).join('/')).sort();
  if (files.some((it) => CONTENT.test(it))) {
    return { passages: passagesOfContent(await loadContent(folder)), unread: [] };
  }
  const passages: Passage[] = [];
  const unread: DocumentFault[] = [];
  for (const file of files) {
    if (HIDDEN.test(file)) continue;
    const read = await documentIn(folder, file);
    if (read && 'code' in read) unread.push(read);
    else if (read) for (const it of underTitle(read.passages)) passages.push({ ...it, source: file });
  }
  return { passages, unread };
}

const CONTENT = /^reports\/[^/]+\/report\.yml$/;
const HIDDEN = /(?:^|\/)[.~]/;

async function documentIn(folder: string, file: string): Promise<Document | DocumentFault | undefined> {
  const path = join(folder, file);
  if ((await stat(path).catch(() => undefined))?.isDirectory()) return undefined;
  try {
    return await readDocument(path);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.fault;
  }
}

function passagesOfContent({ entries, extracts }: Content): Passage[] {
  const passages: Passage[] = [];
  for (const it of entries) passages.push(passageOf(it, 'zh-CN'), passageOf(it, 'en'));
  for (const { report, section, passage } of extracts) {
    passages.push({ ...passage, source: report.id, path: section.path.map((it) => it['zh-CN']) });
  }
  return passages;
}

function passageOf({ report, section, place, ...it }: Entry, language: 'zh-CN' | 'en'): Passage {
  const chinese = language === 'zh-CN';
  return {
    source: report.id,
    path: [...section.path.map((heading) => heading[language]), chinese ? it.title : it.titleEn],
    text: chinese ? it.answer : it.answerEn,
    from: place.line,
    to: place.line,
  };
}

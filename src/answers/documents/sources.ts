import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Document } from './document.ts';
import { DocumentError, type DocumentFault } from './faults.ts';
import { readDocument } from './index.ts';

/** The folder of full texts in a content folder. */
export const SOURCES = 'sources';

/** A full text in a content folder. `path` is within it; `report`: the id that its name says. */
export type SourceFile = { path: string; report: string };

/** The full texts that are there, in order. */
export async function sourceFiles(root: string): Promise<SourceFile[]> {
  const names = await readdir(join(root, SOURCES)).catch(() => []);
  return names
    .filter((it) => !it.startsWith('.') && !/^readme\b/i.test(it))
    .sort()
    .map((name) => ({
      path: `${SOURCES}/${name}`,
      report: name.slice(0, name.length - extname(name).length),
    }));
}

/** A full text, or why it cannot be read. */
export async function readSource(root: string, path: string): Promise<Document | DocumentFault> {
  try {
    return await readDocument(join(root, path));
  } catch (error) {
    if (error instanceof DocumentError) return error.fault;
    throw error;
  }
}

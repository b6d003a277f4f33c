import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Parsed, parseFile } from '../parse.ts';
import { EntriesFile, GlossaryFile, ReportFile } from '../schema.ts';

/** A content file as it was written. `path` is within the content folder, `folder` the report it belongs to. */
export type Written<T> = Parsed<T> & { path: string; folder: string };

/** All files of a content folder that can be read. `whole`: there is no other. */
export type Files = {
  reports: Written<ReportFile>[];
  entries: Written<EntriesFile>[];
  glossary: Written<GlossaryFile>[];
  whole: boolean;
};

/** Reads what can be read; what cannot is the loader's to tell. */
export async function readFiles(root: string): Promise<Files> {
  const files: Files = { reports: [], entries: [], glossary: [], whole: true };
  const read = async <T>(path: string, schema: Parameters<typeof parseFile<T>>[2], into: Written<T>[]) => {
    const file = parseFile(path, await readFile(join(root, path), 'utf8'), schema);
    if ('faults' in file) files.whole = false;
    else into.push({ ...file, path, folder: path.split('/')[1] ?? '' });
  };
  for (const folder of await namesIn(join(root, 'reports'))) {
    for (const name of await namesIn(join(root, 'reports', folder))) {
      const path = `reports/${folder}/${name}`;
      if (name === 'report.yml') await read(path, ReportFile, files.reports);
      else if (name.endsWith('.yml')) await read(path, EntriesFile, files.entries);
    }
  }
  for (const name of await namesIn(join(root, 'glossary'))) {
    if (name.endsWith('.yml')) await read(`glossary/${name}`, GlossaryFile, files.glossary);
  }
  return files;
}

const namesIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => []);
  return names.filter((it) => !it.startsWith('.')).sort();
};

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { headingOf } from '../documents/heading-match.ts';
import { readSource, sourceFiles } from '../documents/sources.ts';
import type { Fault } from '../faults.ts';
import { parseFile } from '../parse.ts';
import type { Files } from './files.ts';
import type { TellIn } from './folder-rules.ts';

/** Full texts, the reports that are served from them, and drafts. Faults are of files that cannot be read at all. */
export async function checkSources(root: string, files: Files, tellIn: TellIn): Promise<Fault[]> {
  const ids = new Set(files.reports.map((it) => it.value.id));
  const sources = await sourceFiles(root);
  for (const { path, report } of sources) {
    if (files.whole && !ids.has(report)) tellIn(path, first)('source-stray', [], { what: report });
  }
  for (const { path, value, lineOf } of files.reports) {
    const { serve = 'entries' } = value;
    if (serve === 'entries') continue;
    const tell = tellIn(path, lineOf);
    for (const it of ['title', 'issuer', 'region'] as const) {
      if (value[it] === value[`${it}-en`])
        tell('one-language', [it in value ? it : `${it}-en`], { what: it });
    }
    const source = sources.find((it) => it.report === value.id);
    const read = source && (await readSource(root, source.path));
    if (!source || !read || 'code' in read) continue;
    const known = new Set(
      read.passages
        .flatMap((it) => it.path)
        .concat(value.title)
        .map(headingOf),
    );
    for (const [at, it] of value.sections.entries()) {
      const isThere = known.has(headingOf(it.title)) || known.has(headingOf(it['title-en']));
      if (!isThere) tell('section-gone', ['sections', at], { what: it.title, other: source.path });
    }
  }
  return checkDrafts(root, tellIn);
}

const first = (): number => 1;

/** What is still to be done in drafts: each place marked `TODO`. */
async function checkDrafts(root: string, tellIn: TellIn): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const path of await draftFiles(root)) {
    const text = await readFile(join(root, path), 'utf8');
    const read = parseFile(path, text, z.unknown());
    if ('faults' in read) faults.push(...read.faults);
    for (const [nth, line] of text.split('\n').entries()) {
      const [, what] = /# TODO (.+)$/.exec(line) ?? [];
      if (what !== undefined) tellIn(path, () => nth + 1)('draft-todo', [], { what });
    }
  }
  return faults;
}

async function draftFiles(root: string): Promise<string[]> {
  const namesIn = async (folder: string): Promise<string[]> =>
    (await readdir(join(root, folder)).catch(() => [])).filter((it) => !/^\.|\.old-\d+$/.test(it)).sort();
  const found = await Promise.all(
    (await namesIn('drafts')).map(async (report) =>
      (await namesIn(`drafts/${report}`))
        .filter((it) => it.endsWith('.yml'))
        .map((it) => `drafts/${report}/${it}`),
    ),
  );
  return found.flat();
}

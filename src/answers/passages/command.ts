import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Language } from '../../calendar/moment.ts';
import { openPassages, type Retrieval, type Retrieved } from '../../retrieval/index.ts';
import { textsIn } from '../../texts/index.ts';
import { documentFaultIn } from '../documents/index.ts';
import { ContentError, faultIn } from '../faults.ts';
import { readLine } from '../terminal.ts';
import { wordsIn } from '../words.ts';
import { readFolder } from './folder.ts';
import { retrievedLines } from './shown.ts';

/** `folder`: the content folder unless another is named. */
export type SearchDesk = {
  folder: string;
  language: Language;
  input: Readable;
  output: Writable;
  complaints: Writable;
};

/** What `search --jsonl` writes for a question. `section`: the headings above the passage. */
export type SearchLine = {
  id: string;
  hits: { source: string; section: string; text: string; score: number }[];
};

const MOST_HITS = 1000;

/**
 * `gongyou search …`, as typed after that.
 *
 * @returns the exit code: 0 done; 1 there was a bad line; 2 the command cannot be carried out
 */
export async function searchCommand(words: readonly string[], desk: SearchDesk): Promise<0 | 1 | 2> {
  const said = textsIn(desk.language).search;
  const typed = read(words);
  if (!typed) return complain(desk, said.usage);
  const { folder = desk.folder, question, most, jsonl } = typed;
  const retrieval = await opened(folder, desk);
  if (!retrieval) return 2;
  if (jsonl) return searchLines(retrieval, most, desk);
  desk.output.write(`${retrievedLines(desk.language, retrieval.find(question, most))}\n`);
  return 0;
}

type Typed = { folder: string | undefined; question: string; most: number; jsonl: boolean };

function read(words: readonly string[]): Typed | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { content: { type: 'string' }, jsonl: { type: 'boolean' }, most: { type: 'string' } },
    });
    const question = positionals.join(' ').trim();
    const most = Number(values.most ?? 10);
    const jsonl = values.jsonl === true;
    if (jsonl === (question !== '') || !Number.isInteger(most) || most < 1 || most > MOST_HITS)
      return undefined;
    return { folder: values.content, question, most, jsonl };
  } catch {
    return undefined;
  }
}

/** The passages of the folder; what is wrong with it, or with files in it, is told. */
async function opened(folder: string, desk: SearchDesk): Promise<Retrieval | undefined> {
  const { language } = desk;
  const said = textsIn(language).search;
  const found = await readFolder(folder).catch((error: unknown) => {
    if (error instanceof ContentError) return error;
    throw error;
  });
  if (!found) complain(desk, said.noFolder({ folder }));
  else if (found instanceof ContentError) {
    complain(desk, found.faults.map((it) => faultIn(language, it)).join('\n'));
  } else {
    for (const it of found.unread) complain(desk, said.leftOut({ why: documentFaultIn(language, it) }));
    if (found.passages.length > 0) return openPassages(found.passages);
    complain(desk, said.emptyFolder({ folder }));
  }
  return undefined;
}

async function searchLines(retrieval: Retrieval, most: number, desk: SearchDesk): Promise<0 | 1> {
  const words = wordsIn(desk.language).lines;
  let number = 0;
  let code: 0 | 1 = 0;
  for await (const text of createInterface({ input: desk.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const line = readLine(text);
    if (typeof line === 'string') {
      desk.complaints.write(`${words[line]({ line: number })}\n`);
      code = 1;
      continue;
    }
    desk.output.write(`${JSON.stringify(lineOf(line.id, retrieval.find(line.q, most)))}\n`);
  }
  return code;
}

function lineOf(id: string, { hits }: Retrieved): SearchLine {
  return {
    id,
    hits: hits.map(({ passage: { source, path, text }, score }) => ({
      source,
      section: path.join(' › '),
      text,
      score: Number(score.toFixed(6)),
    })),
  };
}

function complain({ complaints }: SearchDesk, words: string): 2 {
  complaints.write(`${words}\n`);
  return 2;
}

import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Language } from '../../calendar/moment.ts';
import { textsIn } from '../../texts/index.ts';
import { ContentError, faultIn } from '../faults.ts';
import { type Content, openAnswers } from '../index.ts';
import { loadContent } from '../load.ts';
import { WEIGHTS_FILE } from '../load-weights.ts';
import { checkContent } from './check.ts';
import { evaluate } from './evaluate.ts';
import { curateIn, findingLine, wordsOf } from './finding.ts';
import { fitted, writeWeights } from './fit-command.ts';
import { importCommand } from './import.ts';
import { isPart, type Labelled, questionFaultIn, readQuestions } from './questions.ts';
import { type Bar, belowBar, MEASURES, type Measure, scoreOf } from './score.ts';
import { belowLines, confusionLines, confusionsOf, scoreTable } from './table.ts';

/** `folder`: the content folder unless another is named; `input`: where a person answers, the terminal if not given. */
export type Desk = {
  folder: string;
  language: Language;
  output: Writable;
  complaints: Writable;
  input?: Readable;
};

/** 0: fine; 1: the content, or how it is answered from, is not good enough; 2: the command itself cannot be carried out. */
export type ExitCode = 0 | 1 | 2;

/** What is asked of a question set unless `--bar` says otherwise. */
const USUAL_BAR: Bar = { answer: 0.9, cite: 0.95, f1: 0.9, false: 0.05 };

/** `gongyou content …`, as typed after that. */
export async function contentCommand([command, ...rest]: readonly string[], desk: Desk): Promise<ExitCode> {
  if (command === 'import') return importCommand(rest, desk);
  const typed = read(rest);
  if (typed && command === 'check' && typed.positionals.length < 2) {
    return check(typed.positionals[0] ?? desk.folder, typed.values.json === true, desk);
  }
  const [path, extra] = typed?.positionals ?? [];
  if (typed && command === 'eval' && path !== undefined && extra === undefined) {
    return evaluateFile(path, typed.values, desk);
  }
  if (typed && command === 'fit' && path !== undefined && extra === undefined) {
    return fitFile(path, typed.values, desk);
  }
  return complain(desk, usageIn(desk.language));
}

const usageIn = (language: Language): string => {
  const { title, check, eval: evaluating, fit: fitting } = curateIn(language).usage;
  return [title, check, textsIn(language).documents.import.line, evaluating, fitting].join('\n');
};

type Options = { json?: boolean; bar?: string; part?: string; write?: boolean; 'most-false'?: string };

function read(words: readonly string[]): { positionals: string[]; values: Options } | undefined {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        bar: { type: 'string' },
        part: { type: 'string' },
        write: { type: 'boolean' },
        'most-false': { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}

async function check(folder: string, asJson: boolean, { language, output }: Desk): Promise<ExitCode> {
  const { findings, reports, entries } = await checkContent(folder);
  const words = curateIn(language);
  const warnings = findings.filter((it) => it.severity === 'warning').length;
  const errors = findings.length - warnings;
  for (const it of findings) {
    const { path, line, severity, code } = it;
    const json = { path, line, severity, code, words: wordsOf(language, it) };
    output.write(`${asJson ? JSON.stringify(json) : findingLine(language, it)}\n`);
  }
  if (!asJson) {
    if (errors === 0) output.write(`${words.fine({ reports, entries })}\n`);
    if (findings.length > 0) output.write(`${words.found({ errors, warnings })}\n`);
  }
  return errors > 0 ? 1 : 0;
}

async function evaluateFile(path: string, options: Options, desk: Desk): Promise<ExitCode> {
  const { language, output } = desk;
  const bar = options.bar === undefined ? USUAL_BAR : barOf(options.bar);
  if (typeof bar === 'string') return complain(desk, curateIn(language).file.bar({ what: bar }));
  const given = await readBoth(path, options, desk);
  if (typeof given === 'string') return complain(desk, given);
  const verdicts = evaluate(openAnswers(given.content), given.questions);
  const score = scoreOf(verdicts);
  const below = belowBar(score, bar);
  const confusions = confusionsOf(language, verdicts);
  const asText = (): string =>
    [scoreTable(language, score), confusionLines(language, confusions), belowLines(language, below)]
      .filter((it) => it !== '')
      .join('\n\n');
  output.write(`${options.json === true ? JSON.stringify({ score, confusions, below }) : asText()}\n`);
  return below.length > 0 ? 1 : 0;
}

const MOST_FALSE = '0.03';

async function fitFile(path: string, options: Options, desk: Desk): Promise<ExitCode> {
  const { language, output, folder } = desk;
  const { fitting } = curateIn(language);
  const what = options['most-false'] ?? MOST_FALSE;
  const most = what.trim() === '' ? Number.NaN : Number(what);
  if (!(most >= 0 && most <= 1)) return complain(desk, fitting.most({ what }));
  const given = await readBoth(path, options, desk);
  if (typeof given === 'string') return complain(desk, given);
  const { weights, words } = fitted(given.content, given.questions, most, language);
  output.write(`${words}\n`);
  if (options.write !== true) {
    output.write(`${fitting.notWritten}\n`);
    return 0;
  }
  await writeWeights(folder, weights);
  output.write(`${fitting.written({ path: `${folder}/${WEIGHTS_FILE}` })}\n`);
  return 0;
}

/** The questions of a file and the content they are asked of; or what is wrong with either. */
async function readBoth(
  path: string,
  { part }: Options,
  { language, folder }: Desk,
): Promise<{ questions: Labelled[]; content: Content } | string> {
  const { file } = curateIn(language);
  if (part !== undefined && !isPart(part)) return usageIn(language);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return file.unreadable({ path });
  const set = readQuestions(text);
  if (set.faults.length > 0) return set.faults.map((it) => questionFaultIn(language, path, it)).join('\n');
  const questions = set.questions.filter((it) => part === undefined || it.part === part);
  if (questions.length === 0) return file.empty({ path });
  const content = await loadContent(folder).catch((error: unknown) => {
    if (error instanceof ContentError) return error;
    throw error;
  });
  if (content instanceof ContentError) return content.faults.map((it) => faultIn(language, it)).join('\n');
  return { questions, content };
}

/** `answer=0.9,false=0.05` as a bar; the piece that is none, when there is one. */
function barOf(text: string): Bar | string {
  const bar: { [Key in Measure]?: number } = {};
  for (const piece of text.split(',')) {
    const [name, value = '', extra] = piece.split('=').map((it) => it.trim());
    const measure = MEASURES.find((it) => it === name);
    const number = value === '' ? Number.NaN : Number(value);
    if (!measure || extra !== undefined || !(number >= 0 && number <= 1)) return piece;
    bar[measure] = number;
  }
  return bar;
}

function complain({ complaints }: Desk, words: string): 2 {
  complaints.write(`${words}\n`);
  return 2;
}

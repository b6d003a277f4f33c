#!/usr/bin/env node
import { contentCommand } from './answers/curate/command.ts';
import { openAnswers } from './answers/index.ts';
import { searchCommand } from './answers/passages/command.ts';
import { askJsonl, askLine } from './answers/terminal.ts';
import type { Language } from './calendar/moment.ts';
import { readContent, SetupError } from './setup.ts';
import { languageOf, textsIn } from './texts/index.ts';

const language: Language = languageOf(process.env.GONGYOU_LANGUAGE, 'zh-CN');
const folder = process.env.GONGYOU_CONTENT ?? 'content';

/** Runs one command; resolves to the exit code. */
async function run([command, ...rest]: readonly string[]): Promise<number> {
  const { start, curate, search } = textsIn(language);
  if (command === 'start') {
    await import('./main.ts');
    return 0;
  }
  if (command === 'ask') return ask(rest);
  if (command === 'content') {
    return contentCommand(rest, { folder, language, output: process.stdout, complaints: process.stderr });
  }
  if (command === 'search') {
    const { stdin: input, stdout: output, stderr: complaints } = process;
    return searchCommand(rest, { folder, language, input, output, complaints });
  }
  process.stderr.write(`${start.usage}\n${curate.usage.eval}\n${search.usage}\n`);
  return command === undefined || command === 'help' || command === '--help' ? 0 : 2;
}

async function ask(words: readonly string[]): Promise<number> {
  const answers = openAnswers(await readContent(folder));
  if (words[0] === '--jsonl') return askJsonl(answers, process.stdin, process.stdout, process.stderr);
  const question = words.join(' ').trim();
  if (question === '') {
    process.stderr.write(`${textsIn(language).start.usage}\n`);
    return 2;
  }
  process.stdout.write(`${askLine(answers, question)}\n`);
  return 0;
}

try {
  const code = await run(process.argv.slice(2));
  if (code !== 0) process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.words(language) : String(error)}\n`);
  process.exitCode = 2;
}

#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentCommand } from './answers/curate/command.ts';
import { gapsCommand, type Kept } from './answers/curate/gaps.ts';
import { openAnswers } from './answers/index.ts';
import { searchCommand } from './answers/passages/command.ts';
import { askJsonl, askLine } from './answers/terminal.ts';
import type { Language } from './calendar/moment.ts';
import { readSettings, type Settings } from './config.ts';
import { silentLog } from './log.ts';
import { openEngine, readContent, SetupError } from './setup.ts';
import { allWorkplaces } from './store/workplaces.ts';
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
  if (command === 'content' && rest[0] === 'gaps') return gaps(rest.slice(1));
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

/** With the settings of the bot, which may be running on the same data. */
async function gaps(words: readonly string[]): Promise<number> {
  try {
    process.loadEnvFile();
  } catch {
    // no .env: the environment and the defaults
  }
  const read = readSettings(process.env);
  if ('wrong' in read) {
    const { settings } = textsIn(language);
    process.stderr.write(read.wrong.map(({ name, wrong }) => `${name}: ${settings[wrong]}\n`).join(''));
    return 2;
  }
  return gapsCommand(words, {
    language: read.settings.GONGYOU_LANGUAGE,
    now: Date.now(),
    output: process.stdout,
    complaints: process.stderr,
    open: () => openKept(read.settings),
  });
}

/** Makes no file where there is none: nothing was kept then. */
async function openKept(settings: Settings): Promise<Kept | undefined> {
  if (!settings.REDIS_URL && !existsSync(join(settings.GONGYOU_DATA, 'gongyou.db'))) return undefined;
  const engine = await openEngine(settings, silentLog);
  const stores = await allWorkplaces(engine).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  return { stores, close: engine.close };
}

try {
  const code = await run(process.argv.slice(2));
  if (code !== 0) process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.words(language) : String(error)}\n`);
  process.exitCode = 2;
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answers, type Content, ContentError, openAnswers } from './answers/index.ts';
import type { Model } from './answers/model/index.ts';
import type { Log } from './log.ts';
import { readContent } from './setup.ts';

export type Watch = {
  /** Looks at the folder once. Never throws; asked for while a look is under way, it gives that one. */
  look(): Promise<void>;
  /** Resolves when no look is under way; none begins after it. */
  stop(): Promise<void>;
};

/**
 * The answers to what stands in a content folder at the time: changed files are taken at the second look that finds
 * them the same, and for as long as they hold a fault what was served before is served on.
 *
 * @throws SetupError when the content has faults at the start
 */
export async function openLiveAnswers(
  folder: string,
  log: Log,
  model?: Model,
): Promise<Watch & { readonly answers: Answers }> {
  // watched before it is read, so that a change in between is not missed
  const watch = await watchContent(folder, log, (content) => {
    current = openAnswers(content, model);
  });
  let current = openAnswers(await readContent(folder), model);
  const answers: Answers = {
    answer: (question, options) => current.answer(question, options),
    ask: (question, options) => current.ask(question, options),
    show: (entry, language) => current.show(entry, language),
  };
  return { ...watch, answers };
}

/**
 * Hands over the content of a folder each time that it changed and stayed the same for one more look, so that a
 * half-copied folder is not read. One with faults is not handed over; the log says so once for each change.
 */
export async function watchContent(
  folder: string,
  log: Log,
  onContent: (content: Content) => void,
): Promise<Watch> {
  /** Of the content that was last taken or refused. */
  let settled = await signatureOf(folder);
  /** What the last look saw. */
  let seen = settled;
  let stopped = false;
  let underWay: Promise<void> | undefined;

  /** True when nothing changed since `seen`, and there is still somebody to hand it to. */
  const stillSo = async (): Promise<boolean> => {
    const now = await signatureOf(folder);
    const same = now === seen;
    seen = now;
    return same && !stopped;
  };
  const look = async (): Promise<void> => {
    if (!(await stillSo()) || seen === settled) return;
    const read = await readContent(folder).catch((error: unknown) => ({ error }));
    // read while it was being written: neither served nor complained of
    if (!(await stillSo())) return;
    settled = seen;
    if ('error' in read) return refuse(log, read.error);
    onContent(read);
    log.info({ reports: read.reports.size, entries: read.entries.length }, 'content changed and is served');
  };
  return {
    async look() {
      if (stopped) return;
      underWay ??= look()
        .catch((error: unknown) => refuse(log, error))
        .finally(() => {
          underWay = undefined;
        });
      await underWay;
    },
    async stop() {
      stopped = true;
      await underWay;
    },
  };
}

function refuse(log: Log, error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined;
  const [first] = cause instanceof ContentError ? cause.faults : [];
  const why =
    cause instanceof ContentError && first
      ? { faults: cause.faults.length, first: `${first.path}:${first.line}`, code: first.code }
      : { error: String(error) };
  log.error(why, 'content changed and cannot be served: what was served before still is');
}

/** How many folders deep content goes: `reports/<id>/<file>`, and one to spare. Ends a link that leads to itself. */
const DEEPEST = 4;

/**
 * Tells one state of a folder from another by its names, sizes and times; no file is read. Links are followed, hidden
 * names are left out, as when content is read. The time of the last change to the inode is there for a copy that keeps
 * the size and the time of what it replaces.
 */
async function signatureOf(path: string, depth = 0): Promise<string> {
  const names = await readdir(path).catch(codeOf);
  if (typeof names === 'string') return names;
  const lines = await Promise.all(
    names
      .filter((it) => !it.startsWith('.'))
      .sort()
      .map(async (name) => {
        const at = join(path, name);
        const found = await stat(at).catch(codeOf);
        if (typeof found === 'string') return `${name} ${found}`;
        if (!found.isDirectory()) return `${name} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
        return `${name}/ ${depth < DEEPEST ? await signatureOf(at, depth + 1) : ''}`;
      }),
  );
  return `{${lines.join('\n')}}`;
}

const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? String(error);

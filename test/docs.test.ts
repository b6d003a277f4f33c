import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handlers } from '../handlers/index.ts';
import { Settings } from '../src/config.ts';
import { seen } from '../src/dispatch.ts';
import { createRoute } from '../src/route.ts';
import { textsIn } from '../src/texts/index.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const DOCS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'content/README.md'];
const pack = JSON.parse(read('package.json')) as {
  scripts: { [name: string]: string };
  engines: { node: string };
  dependencies: { [name: string]: string };
  devDependencies: { [name: string]: string };
};
const route = createRoute(handlers);
const actOf = (command: string): string | undefined =>
  route({ kind: 'command', text: command })?.handler.name;

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);

describe('the documents', () => {
  it.each(DOCS)('%s names only files that are there', (doc) => {
    const named = [
      ...read(doc).matchAll(/`((?:src|handlers|test|bench|content)\/[\w./-]*|[\w-]+\.(?:md|yml|ts))`/g),
    ].map(([, path = '']) => path);
    const missing = named.filter((it) => !existsSync(it) && !tracked.some((path) => path.endsWith(`/${it}`)));
    expect(missing).toEqual([]);
  });

  it.each(DOCS)('%s names only npm scripts that are there', (doc) => {
    const named = [...read(doc).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((it) => !(it in pack.scripts))).toEqual([]);
  });

  it.each(DOCS)('%s names only settings that are there', (doc) => {
    const named = [...read(doc).matchAll(/\b((?:GONGYOU|SLACK|REDIS)_[A-Z_]+)\b/g)].map(
      ([, name = '']) => name,
    );
    const known = new Set([...Object.keys(Settings.shape), 'GONGYOU_SEED']);
    expect(named.filter((it) => !known.has(it))).toEqual([]);
  });

  it('tell of commands that lead where they say', () => {
    const said = [...read('README.md').matchAll(/`\/gongyou ([^`]+)`/g)].map(([, command = '']) => command);
    expect(Object.fromEntries(said.map((it) => [it, actOf(it)]))).toEqual({
      '问 …': 'ask',
      'ask …': 'ask',
      '查 …': 'receipt.show',
      'receipt …': 'receipt.show',
      'poll "题目" "甲" "乙"': 'poll.open',
      投票: 'poll.open',
      提醒: 'event.form',
      remind: 'event.form',
      'language en': 'language',
      '语言 中文': 'language',
      help: 'help',
      帮助: 'help',
    });
    for (const language of ['zh-CN', 'en'] as const) {
      const { home } = textsIn(language);
      for (const [line, act] of [
        [home.canPoll, 'poll.open'],
        [home.canRemind, 'event.form'],
        [home.canLanguage, 'language'],
        [home.canAsk, 'ask'],
      ] as const) {
        const [, command = ''] = /\/gongyou (\p{L}+)/u.exec(line) ?? [];
        if (command) expect(actOf(command)).toBe(act);
      }
    }
  });

  it('promise what the code keeps', () => {
    expect(read('README.md')).toContain('npm ci && npm start');
    expect(read('README.md')).toContain('npm cit');
    expect(read('README.md')).toContain(`Node ${pack.engines.node.replace('>=', '')} or newer`);
    expect(read('ARCHITECTURE.md')).toContain('`seen`, kept for two days');
    expect(seen.once('x', null, 0)).toHaveLength(2);
  });
});

describe('the repository', () => {
  const texts = tracked.filter(
    (it) => /\.(ts|tsx|js|mjs|json|md|yml|yaml|sh|html|css|example)$|^\.ci\//.test(it) && existsSync(it),
  );

  it('pins every dependency', () => {
    const loose = Object.entries({ ...pack.dependencies, ...pack.devDependencies }).filter(
      ([, it]) => !/^\d/.test(it),
    );
    expect(loose).toEqual([]);
  });

  it('names no registry and no machine’s folders', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/);
    const home = ['/wo', 'rk/main'].join('');
    const registry = ['registry', 'npmjs'].join('.');
    expect(texts.filter((it) => read(it).includes(home) || read(it).includes(registry))).toEqual([]);
  });

  it('has no test that is switched off', () => {
    const off = /\b(it|test|describe)\.(only|skip|todo)\b/;
    const self = 'test/docs.test.ts';
    expect(texts.filter((it) => it.startsWith('test/') && it !== self && off.test(read(it)))).toEqual([]);
  });
});

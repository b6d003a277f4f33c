import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { monthOf } from '../../src/answers/gaps.ts';
import { sqliteEngine } from '../../src/store/engines/sqlite.ts';
import { noteWorkplace } from '../../src/store/workplaces.ts';
import { openSlackDouble } from '../support/slack-double.ts';

const MAIN = resolve('dist/src/main.js');
const CLI = resolve('dist/src/cli.js');
const folders: string[] = [];

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'gongyou-process-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

type Run = { code: number | null; out: string; err: string };

/** Runs a built program to its end; `until` ends it by a signal once it has said that. */
function run(
  program: string,
  args: string[],
  {
    env = {},
    cwd = folder(),
    input = '',
    until,
  }: { env?: object; cwd?: string; input?: string; until?: RegExp } = {},
): Promise<Run> {
  const child: ChildProcess = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env.PATH, GONGYOU_CONTENT: resolve('test/fixtures/content'), ...env },
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
    if (until?.test(out)) child.kill('SIGTERM');
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin?.end(input);
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

describe('the bot as a process', () => {
  it('starts without any setting, says where, keeps its data, and stops when it is told to', async () => {
    const cwd = folder();

    const { code, out } = await run(MAIN, [], {
      cwd,
      env: { PORT: '0', GONGYOU_LOG: 'silent' },
      until: /Slack/,
    });

    expect(out).toMatch(/浏览器工作区：http:\/\/127\.0\.0\.1:\d+\//);
    expect(out).toContain('没有 Slack 的设置，只在浏览器工作区里运行');
    expect(code).toBe(0);
    expect(existsSync(join(cwd, '.data', 'gongyou.db'))).toBe(true);
  });

  it('reads .env', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.env'), 'PORT=0\nGONGYOU_LANGUAGE=en\nGONGYOU_LOG=silent\n');

    const { out } = await run(MAIN, [], { cwd, until: /Slack/ });

    expect(out).toContain('Browser workspace: http://127.0.0.1:');
  });

  it('names every wrong setting at once, and ends with 2', async () => {
    const env = { PORT: 'x', REDIS_URL: 'http://x', GONGYOU_TIME_ZONE: 'Nowhere' };

    const { code, err } = await run(MAIN, [], { env });

    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([
      'PORT: 应为 0 到 65535 的端口号，例如 3000',
      expect.stringContaining('REDIS_URL: 应以 redis://'),
      expect.stringContaining('GONGYOU_TIME_ZONE: 应为 IANA 时区'),
    ]);
  });

  it('says what to do when the port is taken, when Redis is not there, and when the content is wrong', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const taken = String((other.address() as AddressInfo).port);
    const content = folder();
    cpSync('test/fixtures/content', content, { recursive: true });
    const file = join(content, 'reports/small/01-only.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('section: only', 'section: other'));

    const env = { PORT: '0', GONGYOU_LOG: 'silent' };
    const [port, redis, wrong] = await Promise.all([
      run(MAIN, [], { env: { ...env, PORT: taken } }),
      run(MAIN, [], { env: { ...env, REDIS_URL: 'redis://127.0.0.1:1/' } }),
      run(MAIN, [], { env: { ...env, GONGYOU_CONTENT: content } }),
    ]);
    other.close();

    expect([port.code, redis.code, wrong.code]).toEqual([2, 2, 2]);
    expect(port.err).toContain('已被占用');
    expect(redis.err).toContain('连不上 Redis');
    expect(wrong.err).toMatch(/01-only\.yml:\d+: /);
  });

  it('does not die of a bad token, but says so', async () => {
    const double = await openSlackDouble();
    const env = {
      PORT: '0',
      GONGYOU_LOG: 'silent',
      SLACK_API_URL: double.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-of-somebody-else',
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_PORT: '0',
    };

    const { code, err } = await run(MAIN, [], { env });
    await double.close();

    expect(code).toBe(2);
    expect(err).toContain('SLACK_BOT_TOKEN');
    expect(err).not.toContain('xoxb-of-somebody-else');
    expect(err).not.toContain('    at ');
  });
});

describe('the command', () => {
  it('answers a question with its source', async () => {
    const { code, out } = await run(CLI, ['ask', '职工沟通会开了几次']);

    expect(code).toBe(0);
    expect(out).toContain('2020年开了12次职工沟通会。');
    expect(out).toContain('《小报告》');
  });

  it('answers lines with lines, and says which line is wrong', async () => {
    const input =
      '{"id":"1","q":"职工沟通会开了几次"}\nnonsense\n{"id":"2","q":"番茄炒蛋先放什么","history":["你好"]}\n';

    const { code, out, err } = await run(CLI, ['ask', '--jsonl'], { input });

    const lines = out
      .trim()
      .split('\n')
      .map((it) => JSON.parse(it));
    expect(lines[0]).toEqual({
      id: '1',
      answer: '2020年开了12次职工沟通会。',
      citations: [{ report: 'small', section: '唯一一节', entry: 'small/meeting' }],
      abstained: false,
      outcome: 'grounded',
    });
    expect(lines[1]).toMatchObject({ id: '2', citations: [], abstained: true });
    expect(err).toContain('2');
    expect(code).toBe(1);
  });

  it('shows gaps, with the settings of the bot and while it runs, and makes no file where there is none', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.env'), 'GONGYOU_DATA=kept\n');
    const nothing = await run(CLI, ['content', 'gaps'], { cwd });
    expect(existsSync(join(cwd, 'kept'))).toBe(false);

    const engine = sqliteEngine(join(cwd, 'kept', 'gongyou.db'));
    const gap = { question: '红烧肉怎么做', outcome: 'none', month: monthOf(Date.now()), language: 'zh-CN' };
    const write = { kind: 'put', version: 0, value: { v: 1, is: gap } } as const;
    await noteWorkplace(engine, 'T0TEAM');
    for (const name of ['web', 'T0TEAM'])
      await engine.store(name).commit([{ ...write, key: { collection: 'gap', id: `${gap.month}~gap-1` } }]);
    const some = await run(CLI, ['content', 'gaps', '--json'], { cwd });
    await engine.close();
    const wrong = await run(CLI, ['content', 'gaps'], { cwd, env: { REDIS_URL: 'redis://127.0.0.1:1/' } });

    expect(nothing).toMatchObject({ code: 0, out: '还没有没答上或没帮上的问题。\n' });
    expect(JSON.parse(some.out)).toMatchObject({
      questions: 2,
      groups: [{ count: 2, sample: '红烧肉怎么做' }],
    });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('连不上 Redis');
  });

  it('checks the content, and tells how it is used', async () => {
    const [checked, help, nonsense] = await Promise.all([
      run(CLI, ['content', 'check']),
      run(CLI, ['help']),
      run(CLI, ['dance']),
    ]);

    expect(checked.out).toContain('1份报告，1条');
    expect([checked.code, help.code, nonsense.code]).toEqual([0, 0, 2]);
    expect(nonsense.err).toContain('gongyou ask');
  });
});

import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answers } from '../src/answers/index.ts';
import { createPulse } from '../src/heartbeat.ts';
import { openLiveAnswers, watchContent } from '../src/live-content.ts';
import { type Log, silentLog } from '../src/log.ts';

const QUESTION = '望湖分会读书角几点开门';
const ENTRIES = 'reports/wanghu/01-reading.yml';
const SERVED = 'content changed and is served';
const REFUSED = 'content changed and cannot be served: what was served before still is';

let root: string;
let folder: string;
let lines: (object & { message: string })[];
let log: Log;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongyou-live-'));
  folder = join(root, 'content');
  await mkdir(join(folder, 'reports/wanghu'), { recursive: true });
  await save('reports/wanghu/report.yml', REPORT);
  await save(ENTRIES, entries('9点'));
  lines = [];
  const note = (fields: object, message: string) => lines.push({ ...fields, message });
  log = { info: note, warn: note, error: note };
});

afterEach(() => rm(root, { recursive: true }));

const save = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);

const said = (answers: Answers): string => answers.answer(QUESTION, { language: 'zh-CN' }).text;

describe('content that changes while it is served', () => {
  it('is served at the second look that finds it the same, by every way to ask', async () => {
    const { answers, look } = await openLiveAnswers(folder, log);
    const before = said(answers);
    await save(ENTRIES, entries('10点半'));

    await look();
    const meanwhile = said(answers);
    await look();

    expect(before).toContain('9点');
    expect(meanwhile).toBe(before);
    expect(said(answers)).toContain('10点半');
    expect((await answers.ask(QUESTION, { language: 'zh-CN' })).text).toContain('10点半');
    expect(answers.show('wanghu/hours', 'zh-CN')?.text).toContain('10点半');
    expect(lines).toEqual([{ reports: 1, entries: 1, message: SERVED }]);
  });

  it('is left alone while files still come in', async () => {
    const { answers, look } = await openLiveAnswers(folder, log);

    for (const hour of ['10点', '11点整', '12点30分']) {
      await save(ENTRIES, entries(hour));
      await look();
      expect(said(answers)).toContain('9点');
    }
    await look();

    expect(said(answers)).toContain('12点30分');
    expect(lines).toHaveLength(1);
  });

  it('is not taken with a fault in it, which is said once, and is taken when it is mended', async () => {
    const { answers, look } = await openLiveAnswers(folder, log);
    await save(ENTRIES, entries('10点').replace('section: corner', 'section: elsewhere'));

    for (let n = 0; n < 5; n++) await look();
    const broken = said(answers);
    const complaints = [...lines];
    await save(ENTRIES, entries('11点'));
    await look();
    await look();

    expect(broken).toContain('9点');
    expect(complaints).toEqual([{ faults: 1, first: `${ENTRIES}:3`, code: 'no-section', message: REFUSED }]);
    expect(said(answers)).toContain('11点');
    expect(lines.slice(1).map((it) => it.message)).toEqual([SERVED]);
  });

  it('is complained of again when it changes and is still at fault', async () => {
    const { look } = await openLiveAnswers(folder, log);

    for (const text of ['entries: 不是列表', 'entries: [ 没有写完']) {
      await save(ENTRIES, text);
      for (let n = 0; n < 3; n++) await look();
    }

    expect(lines.map((it) => it.message)).toEqual([REFUSED, REFUSED]);
  });

  it('goes on being served when its folder is taken away, and again when it is put back', async () => {
    const { answers, look } = await openLiveAnswers(folder, log);
    await rename(folder, join(root, 'aside'));

    for (let n = 0; n < 4; n++) await look();
    const gone = said(answers);
    await rename(join(root, 'aside'), folder);
    await save(ENTRIES, entries('7点'));
    await look();
    await look();

    expect(gone).toContain('9点');
    expect(lines.map((it) => it.message)).toEqual([REFUSED, SERVED]);
    expect(said(answers)).toContain('7点');
  });

  it('is seen when a file is replaced by one of the same size and time', async () => {
    const then = new Date('2026-11-20T08:00:00Z');
    await utimes(join(folder, ENTRIES), then, then);
    const { answers, look } = await openLiveAnswers(folder, log);
    await save(ENTRIES, entries('8点'));
    await utimes(join(folder, ENTRIES), then, then);

    await look();
    await look();

    expect(said(answers)).toContain('8点');
  });

  it('is seen behind a link that is set to another folder, and a link to itself is no end', async () => {
    const other = join(root, 'other');
    await mkdir(join(other, 'reports/wanghu'), { recursive: true });
    await writeFile(join(other, 'reports/wanghu/report.yml'), REPORT);
    await writeFile(join(other, ENTRIES), entries('6点'));
    await symlink(other, join(other, 'self'));
    const link = join(root, 'link');
    await symlink(folder, link);
    const { answers, look } = await openLiveAnswers(link, log);
    await rm(link);
    await symlink(other, link);

    await look();
    await look();

    expect(said(answers)).toContain('6点');
  });

  it('is not read when only a hidden file changed, or nothing', async () => {
    const { look } = await openLiveAnswers(folder, log);
    await save('reports/wanghu/.01-reading.yml.swp', '还在写');

    for (let n = 0; n < 3; n++) await look();

    expect(lines).toEqual([]);
  });
});

describe('a look', () => {
  it('is shared by whoever asks for one while it is under way', async () => {
    const { answers, look } = await openLiveAnswers(folder, log);
    await save(ENTRIES, entries('10点'));

    await Promise.all(Array.from({ length: 9 }, () => look()));
    const once = said(answers);
    await Promise.all(Array.from({ length: 9 }, () => look()));

    expect(once).toContain('9点');
    expect(said(answers)).toContain('10点');
    expect(lines).toHaveLength(1);
  });

  it('changes nothing once it was stopped, not even one that is under way', async () => {
    const taken: unknown[] = [];
    const { look, stop } = await watchContent(folder, log, (content) => void taken.push(content));
    await save(ENTRIES, entries('10点'));
    await look();

    const underWay = look();
    await stop();
    await underWay;
    await look();
    await look();

    expect(taken).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('never throws, whatever becomes of the content', async () => {
    const { look } = await watchContent(folder, log, () => {
      throw new Error('no index');
    });
    await save(ENTRIES, entries('10点'));

    for (let n = 0; n < 4; n++) await look();

    expect(lines).toEqual([{ error: 'Error: no index', message: REFUSED }]);
  });

  it('is had each second of a pulse, and none after it stopped', async () => {
    const { answers, look, stop } = await openLiveAnswers(folder, silentLog);
    const pulse = createPulse({ name: 'content', pulse: look, log });
    pulse.start();
    await save(ENTRIES, entries('10点'));

    await vi.waitFor(() => expect(said(answers)).toContain('10点'), { timeout: 10_000, interval: 50 });
    await Promise.all([pulse.stop(), stop()]);

    expect(lines).toEqual([]);
  });
});

const REPORT = `id: wanghu
title: 望湖分会读书角说明
title-en: The reading corner of the Wanghu branch
issuer: 望湖分会
issuer-en: Wanghu branch
level: 基层
region: 望湖
region-en: Wanghu
year: 2026
year-note: 2026年写成
year-note-en: written in 2026
period: 2026年
period-en: "2026"
authority: official
authority-note: 分会自己的说明
authority-note-en: the branch's own note
read: 2026-11-20
sections:
  - id: corner
    title: 读书角
    title-en: Reading corner
`;

const entries = (hour: string): string => `entries:
  - id: hours
    section: corner
    title: 读书角开门时间
    title-en: When the reading corner opens
    about: "2026"
    ask:
      - ${QUESTION}
      - 读书角什么时候开
      - 读书角开放时间
      - 几点能去读书角看书
    ask-en:
      - When does the reading corner open?
      - Opening hours of the reading corner
    answer: 望湖分会的读书角每天${hour}开门。
    answer-en: The reading corner of the Wanghu branch opens at ${hour} every day.
`;

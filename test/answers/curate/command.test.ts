import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentCommand } from '../../../src/answers/curate/command.ts';
import type { Language } from '../../../src/calendar/moment.ts';

let folder: string;
let set: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyou-command-'));
  set = join(folder, 'questions.jsonl');
  await cp('test/fixtures/content', folder, { recursive: true });
  await cp('test/fixtures/curate', folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function run(typed: string[], language: Language = 'zh-CN') {
  const output = new PassThrough();
  const complaints = new PassThrough();
  const code = await contentCommand(typed, { folder, language, output, complaints });
  return { code, said: String(output.read() ?? ''), complained: String(complaints.read() ?? '') };
}

async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, path), text.replace(from, to));
}

const ask = (...questions: object[]): Promise<void> =>
  writeFile(set, questions.map((it) => JSON.stringify(it)).join('\n'));

const MEETINGS = {
  id: 'a',
  q: '2020年开了多少次职工沟通会',
  answerable: true,
  reports: ['small'],
  must: [['12次']],
};
const RECIPE = { id: 'b', q: '红烧肉怎么做', answerable: false, kind: 'off-domain' };

describe('gongyou content check', () => {
  it('says that content is fine', async () => {
    expect(await run(['check'])).toEqual({ code: 0, said: '内容没有问题：1份报告，2条。\n', complained: '' });
    expect((await run(['check'], 'en')).said).toBe('The content is fine: 1 reports, 2 entries.\n');
  });

  it('lets warnings pass', async () => {
    await change('glossary/small.yml', 'term: 会员', 'term: 集体合同');

    const { code, said } = await run(['check']);

    expect(code).toBe(0);
    expect(said).toMatch(/^glossary\/small\.yml:5: 留意：.*\n内容没有问题.*\n共0处要改，1处请留意。\n$/);
  });

  it('fails on an error, in another folder too, as lines of JSON if wanted', async () => {
    await change('reports/small/02-figures.yml', 'value: 1.2', 'value: 1.3');

    const { code, said } = await run(['check', folder, '--json']);

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(said)).toEqual({
      path: 'reports/small/02-figures.yml',
      line: 18,
      severity: 'error',
      code: 'figure-elsewhere',
      words: 'figures 里的 1.3万人 不在回答里。请核对报告，两处写成一样的。',
    });
  });

  it('tells the same way what the loader refuses, and a folder that is not there', async () => {
    await change('reports/small/report.yml', 'level: 基层', 'level: 村');
    expect(await run(['check'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('report.yml:6: level'),
    });

    const missing = await run(['check', join(folder, 'nowhere')]);
    expect(missing).toMatchObject({ code: 1, said: expect.stringContaining('没有找到内容文件夹') });
  });
});

describe('gongyou content eval', () => {
  it('prints a table in the chosen language and says that the bar is met', async () => {
    await ask(MEETINGS, RECIPE);

    const chinese = await run(['eval', set]);
    const english = await run(['eval', set], 'en');

    expect(chinese.code).toBe(0);
    expect(chinese.said).toMatch(/^答对 +100\.0% \(1\/1\)$/m);
    expect(chinese.said).toContain('达到要求。');
    expect(english.said).toMatch(/^right answers +100\.0% \(1\/1\)$/m);
    expect(english.said).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('fails below the bar and lists what went wrong', async () => {
    await ask({ ...MEETINGS, must: [['13次']] }, RECIPE);

    const { code, said } = await run(['eval', set, '--bar', 'answer=0.5,false=0.1']);

    expect(code).toBe(1);
    expect(said).toContain(
      '没做对的1个：\n  a 2020年开了多少次职工沟通会\n      应为：small：13次\n      得到：small/meeting：',
    );
    expect(said).toContain('没有达到要求：answer 为 0.000，要求 ≥ 0.5。');
    expect((await run(['eval', set, '--bar', 'answer=0'])).code).toBe(0);
  });

  it('scores one part alone, as JSON if wanted', async () => {
    await ask({ ...MEETINGS, part: 'report' }, { ...RECIPE, part: 'tune' }, { ...RECIPE, id: 'c' });

    const { code, said } = await run(['eval', set, '--part', 'report', '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ score: { questions: { all: 1 } }, confusions: [], below: [] });
  });

  it('says what is wrong with the questions, the bar or the content', async () => {
    const missing = await run(['eval', join(folder, 'none.jsonl')]);
    await writeFile(set, '{"id":"a"\n{"id":"b"}\n');
    const broken = await run(['eval', set]);
    await ask(MEETINGS);
    const none = await run(['eval', set, '--part', 'tune']);
    const bars = await Promise.all(
      ['answr=0.9', 'answer', 'answer=2', 'answer=', 'answer=0.9=1'].map((it) =>
        run(['eval', set, '--bar', it]),
      ),
    );
    await change('reports/small/01-only.yml', 'section: only', 'section: other');
    const content = await run(['eval', set]);

    expect(missing).toMatchObject({ code: 2, complained: expect.stringContaining('打不开') });
    expect(broken.complained.trim().split('\n')).toEqual([
      `${set}:1: 不是完整的 JSON。请一行写一个问题。`,
      expect.stringContaining(`${set}:2: q 缺少`),
    ]);
    expect(none).toMatchObject({ code: 2, complained: expect.stringContaining('没有要打分的问题') });
    for (const it of bars)
      expect(it).toMatchObject({ code: 2, complained: expect.stringContaining('--bar') });
    expect(content).toMatchObject({ code: 2, complained: expect.stringContaining('章节 other') });
  });

  it.each([
    [[]],
    [['eval']],
    [['eval', 'a', 'b']],
    [['check', 'a', 'b']],
    [['check', '--no-such']],
    [['eval', 'a', '--part', 'x']],
  ])('typed wrongly says how it is used: %j', async (typed) => {
    expect(await run(typed)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/^用法：\n {2}gongyou content check/),
    });
  });
});

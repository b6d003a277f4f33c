import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SearchLine, searchCommand } from '../../../src/answers/passages/command.ts';
import type { Language } from '../../../src/calendar/moment.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyou-search-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string | Uint8Array): Promise<void> => writeFile(join(folder, name), text);

async function search(words: readonly string[], input = '', language: Language = 'zh-CN') {
  const output = new PassThrough();
  const complaints = new PassThrough();
  const desk = { folder: 'content', language, input: Readable.from([input]), output, complaints };
  const code = await searchCommand(words, desk);
  return { code, output: String(output.read() ?? ''), complaints: String(complaints.read() ?? '') };
}

const linesOf = (output: string): SearchLine[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((it) => JSON.parse(it));

async function writeRules(): Promise<void> {
  await write('overtime.txt', '休息日安排工作又不能补休的，加班费不低于工资的百分之二百。\n');
  await write('fees.md', '# 会员\n\n## 会费\n\n会员按月交纳，数额是工资的千分之五。\n');
  await write('rooms.html', '<h1>服务</h1><p>新建157个母婴室，方便女职工。</p>');
}

describe('searching a folder of documents', () => {
  it('writes a line for each question, with the file, its headings and the passage, best first', async () => {
    await writeRules();
    const questions = [
      { id: 1, q: '会费交多少' },
      { id: 'b', q: '加班費怎麼算' },
      { id: 'c', q: '量子纠缠' },
    ];

    const { code, output } = await search(
      ['--content', folder, '--jsonl'],
      questions.map((it) => JSON.stringify(it)).join('\n'),
    );

    expect(code).toBe(0);
    const [fees, overtime, nothing] = linesOf(output);
    expect(fees?.id).toBe('1');
    expect(fees?.hits[0]).toMatchObject({
      source: 'fees.md',
      section: '会费',
      text: '会员按月交纳，数额是工资的千分之五。',
    });
    expect(overtime?.hits[0]?.source).toBe('overtime.txt');
    const scores = overtime?.hits.map((it) => it.score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(nothing).toEqual({ id: 'c', hits: [] });
  });

  it('writes ten at most unless told otherwise', async () => {
    for (let at = 0; at < 12; at += 1) await write(`${at}.txt`, `会员大会第${at}号决定。`);
    const line = '{"id":"a","q":"会员大会"}';

    const usual = await search(['--content', folder, '--jsonl'], line);
    const two = await search(['--content', folder, '--jsonl', '--most', '2'], line);

    expect(linesOf(usual.output)[0]?.hits).toHaveLength(10);
    expect(linesOf(two.output)[0]?.hits).toHaveLength(2);
  });

  it('tells of bad lines, leaves them out and does the rest', async () => {
    await writeRules();

    const { code, output, complaints } = await search(
      ['--content', folder, '--jsonl'],
      'nonsense\n{"id":"x"}\n\n{"id":"y","q":"加班费"}\n',
    );

    expect(code).toBe(1);
    expect(linesOf(output).map((it) => it.id)).toEqual(['y']);
    expect(complaints).toMatch(/第 1 行.*\n第 2 行/);
  });

  it('shows a question’s hits with their place and the reason', async () => {
    await writeRules();

    const { code, output } = await search(['--content', folder, '加办费怎么算']);

    expect(code).toBe(0);
    expect(output).toContain('按读音相同的“加班费怎么算”查找');
    expect(output).toMatch(/1\. \d\.\d{3} {2}overtime\.txt（第1行）/);
    expect(output).toMatch(/加班 \d+\.\d\d（正文，问题里写的是“加办”）/);
    expect(output).toMatch(/得分：索引 \d\.\d\d/);
  });

  it('says the same in English', async () => {
    await writeRules();

    const { output } = await search(['--content', folder, '加办费怎么算'], '', 'en');

    expect(output).toMatch(/overtime\.txt \(line 1\)/);
    expect(output).toMatch(/加班 \d+\.\d\d \(text, typed “加办”\)/);
  });

  it('takes a first line that is no sentence for the title of what follows', async () => {
    await write(
      'a.txt',
      '会费标准\n每月按工资的千分之五交纳，由会员自己交到所在的基层工会，直到退休为止，一分不少，一天不晚。',
    );

    const { output } = await search(['--content', folder, '--jsonl'], '{"id":"a","q":"会费标准"}');

    expect(linesOf(output)[0]?.hits.map((it) => it.section)).toEqual(['会费标准']);
  });

  it('leaves out a file that cannot be read, and says which and why', async () => {
    await writeRules();
    await write('table.xlsx', new Uint8Array([0x50, 0x4b, 3, 4]));
    await write('.hidden', 'x');

    const { code, output, complaints } = await search(['--content', folder, '加班费']);

    expect(code).toBe(0);
    expect(output).toContain('overtime.txt');
    expect(complaints).toMatch(/^跳过了一个文件：.*table\.xlsx.*\n$/);
  });

  it('reads the folders below, naming files by their way there', async () => {
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'below', 'leave.txt'), '职工可以休年休假。');

    const { output } = await search(['--content', folder, '--jsonl'], '{"id":"a","q":"年休假"}');

    expect(linesOf(output)[0]?.hits[0]?.source).toBe('below/leave.txt');
  });
});

describe('searching the content', () => {
  it('finds entries by title and answer, under their report and headings', async () => {
    const { code, output } = await search(
      ['--jsonl'],
      '{"id":"a","q":"2019年北京新建了多少母婴关爱室"}\n{"id":"b","q":"How many nursing rooms were opened in 2019?"}',
    );

    expect(code).toBe(0);
    const [chinese, english] = linesOf(output);
    expect(chinese?.hits[0]?.source).toBe('beijing-2020');
    expect(chinese?.hits[0]?.text).toContain('157');
    expect(chinese?.hits[0]?.section).toContain(' › ');
    expect(english?.hits[0]?.text).toContain('nursing rooms');
  });
});

describe('what cannot be searched', () => {
  it.each([
    ['zh-CN', '没有找到文件夹', '里没有读得出的文件'],
    ['en', 'There is no folder', 'has no file that can be read'],
  ] as const)('is told in %s', async (language, missing, empty) => {
    const gone = await search(['--content', join(folder, 'gone'), '加班费'], '', language);
    const bare = await search(['--content', folder, '加班费'], '', language);

    expect(gone.code).toBe(2);
    expect(gone.complaints).toContain(missing);
    expect(bare.code).toBe(2);
    expect(bare.complaints).toContain(empty);
  });

  it('tells what is wrong with a content folder by file and line', async () => {
    await mkdir(join(folder, 'reports', 'x'), { recursive: true });
    await writeFile(join(folder, 'reports', 'x', 'report.yml'), 'id: x\n');

    const { code, complaints } = await search(['--content', folder, '加班费']);

    expect(code).toBe(2);
    expect(complaints).toContain('reports/x/report.yml:1');
  });

  it.each([
    [[]],
    [['--jsonl', '加班费']],
    [['--most', '0', '加班费']],
    [['--most', 'many', '加班费']],
    [['--unknown', '加班费']],
  ])('is answered with how to type it: %j', async (words) => {
    const { code, complaints } = await search(words);

    expect(code).toBe(2);
    expect(complaints).toContain('gongyou search');
  });
});

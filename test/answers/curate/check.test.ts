import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/answers/curate/check.ts';
import { findingLine } from '../../../src/answers/curate/finding.ts';

const REPORT = 'reports/small/report.yml';
const MEETING = 'reports/small/01-only.yml';
const MEMBERS = 'reports/small/02-figures.yml';
const GLOSSARY = 'glossary/small.yml';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongyou-curate-'));
  await cp('test/fixtures/content', root, { recursive: true });
  await cp('test/fixtures/curate', root, { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

/** Changes one place of a file; gives the line on which it stands. */
async function change(path: string, from: string, to: string): Promise<number> {
  const text = await readFile(join(root, path), 'utf8');
  const at = text.indexOf(from);
  expect(at, `${path} has ${from}`).toBeGreaterThanOrEqual(0);
  await writeFile(join(root, path), text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

const found = async (): Promise<string[]> =>
  (await checkContent(root)).findings.map((it) => `${it.severity} ${it.path}:${it.line} ${it.code}`);

describe('checking content', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await checkContent(root)).toEqual({ findings: [], reports: 1, entries: 2 });
  });

  it.each([
    ['a figure without a unit', 'figure-unit', MEMBERS, 'unit: 万人', 'unit: ""', []],
    ['a figure of no year', 'figure-year', MEMBERS, 'year: "2020"', 'year: 那年', []],
    ['a figure that is not in the answer', 'figure-elsewhere', MEMBERS, 'value: 1.2', 'value: 1.3', []],
    [
      'a title too long for a button',
      'title-long',
      MEETING,
      'title: 职工沟通会',
      `title: ${'长'.repeat(19)}`,
      [],
    ],
    ['an entry of no time', 'period-vague', MEETING, 'about: "2020"', 'about: 那年', []],
    [
      'a half-width comma in an answer',
      'half-width',
      MEMBERS,
      'answer: 2020年新增会员1.2万人，',
      'answer: 2020年新增会员1.2万人,',
      [],
    ],
    ['a half-width question mark', 'half-width', MEETING, '- 沟通会一年多少场', '- 沟通会一年多少场?', []],
    ['half-width marks in a note', 'half-width', REPORT, 'year-note: 测试用', 'year-note: 测试用:年份', []],
    ['a link to nothing', 'related-gone', MEMBERS, '- small/meeting', '- small/nothing', []],
    ['a link to itself', 'related-self', MEMBERS, '- small/meeting', '- small/members', []],
    [
      'an English answer with less',
      'english-lacks',
      MEMBERS,
      'answer-en: "In 2020 12,000',
      'answer-en: "In 2020 some',
      [],
    ],
    [
      'an English answer of another year',
      'english-adds',
      MEMBERS,
      'answer-en: "In 2020',
      'answer-en: "In 2019',
      ['english-lacks'],
    ],
    [
      'an English answer of another count',
      'english-adds',
      MEETING,
      'answer-en: 12 meetings',
      'answer-en: 13 meetings',
      ['english-lacks'],
    ],
  ])('names the line of %s', async (_, code, path, from, to, others) => {
    const line = await change(path, from, to);

    const all = await found();

    expect(all).toContain(`error ${path}:${line} ${code}`);
    expect(all.map((it) => it.split(' ').at(-1)).sort()).toEqual([code, ...others].sort());
  });

  it('names the second of two entries that one way of asking points to, however it is written', async () => {
    const line = await change(MEMBERS, '- 会员多了几个', '- 沟通会，一年多少場？');

    const { findings } = await checkContent(root);

    expect(findings).toEqual([
      {
        severity: 'error',
        path: MEMBERS,
        line,
        code: 'asked-elsewhere',
        facts: { what: '沟通会，一年多少場？', other: 'small/meeting' },
      },
    ]);
  });

  it('does not count a way of asking twice', async () => {
    await change(MEMBERS, '- 会员多了几个', '- 新加入多少人？');
    const { length } = (await readFile(join(root, MEMBERS), 'utf8')).split('    ask:')[0]?.split('\n') ?? [];

    expect(await found()).toEqual([`error ${MEMBERS}:${length} asked-alike`]);
  });

  it.each([
    ['too few ways of asking', MEETING, '      - 沟通会 次数\n', '', 'ask:'],
    [
      'too few ways of asking in English',
      MEETING,
      '      - number of meetings with workers\n',
      '',
      'ask-en:',
    ],
    [
      'an answer too long for chat',
      MEETING,
      'answer: 2020年',
      `answer: ${'长'.repeat(220)}2020年`,
      'answer:',
    ],
    ['an entry without a section', MEETING, '    section: only\n', '', '- id: meeting'],
    ['an entry without a period', MEETING, '    about: "2020"\n', '', '- id: meeting'],
    ['a figure without a year', MEMBERS, ', year: "2020"', '', '- { what'],
    ['a figure without a region', MEMBERS, ', region: 某地', '', '- { what'],
  ])('tells what the loader refuses, with its line: %s', async (_, path, from, to, at) => {
    await change(path, from, to);
    const text = await readFile(join(root, path), 'utf8');
    const line = text.slice(0, text.indexOf(at)).split('\n').length;

    const all = (await found()).map((it) => it.split(' ').slice(0, 2).join(' '));

    expect(all).toEqual([`loader ${path}:${line}`]);
  });

  it('still checks the other files when one cannot be read', async () => {
    await change(MEETING, '    section: only\n', '');
    const line = await change(MEMBERS, 'value: 1.2', 'value: 1.3');

    expect(await found()).toEqual([
      expect.stringMatching(/^loader .*01-only/),
      `error ${MEMBERS}:${line} figure-elsewhere`,
    ]);
  });

  it('warns of a word that stands for two things, but not of two names of one thing', async () => {
    const line = await change(GLOSSARY, 'also: [入会的人]', 'also: [恳谈会]');
    expect(await found()).toEqual([`warning ${GLOSSARY}:${line} word-shared`]);

    await change(GLOSSARY, 'en: [member]', 'en: [member, meeting with workers]');
    expect(await found()).toEqual([]);
  });

  it('warns of a term that no entry speaks of', async () => {
    const line = await change(GLOSSARY, 'term: 会员', 'term: 集体合同');

    expect(await found()).toEqual([`warning ${GLOSSARY}:${line} term-unused`]);
  });

  it('says in both languages what to do', async () => {
    await change(MEMBERS, '- small/meeting', '- small/nothing');
    await change(GLOSSARY, 'term: 会员', 'term: 集体合同');

    const { findings } = await checkContent(root);

    expect(findings.map((it) => findingLine('zh-CN', it))).toEqual([
      'glossary/small.yml:5: 留意：没有一个条目说到“集体合同”，查到它也没有答案。',
      'reports/small/02-figures.yml:20: 相关条目 small/nothing 不存在。请改正，或者删掉。',
    ]);
    expect(findings.map((it) => findingLine('en', it))).toEqual([
      'glossary/small.yml:5: warning: No entry speaks of “集体合同”, so looking it up finds nothing.',
      'reports/small/02-figures.yml:20: The related entry small/nothing does not exist. Correct it, or take it out.',
    ]);
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentCommand } from '../../../src/answers/curate/command.ts';
import { ContentError, faultIn, loadContent, openAnswers } from '../../../src/answers/index.ts';
import { PRIOR, Weights } from '../../../src/answers/weights.ts';
import type { Language } from '../../../src/calendar/moment.ts';

/** What a report says: id, subject in both languages, and the answer in both. */
type Said = readonly [id: string, zh: string, en: string, answer: string, answerEn: string];

const REPORTS: { [id: string]: readonly Said[] } = {
  north: [
    ['canteens', '职工食堂', 'canteens', '新开职工食堂21个。', '21 canteens were opened.'],
    ['libraries', '职工书屋', 'libraries', '新建职工书屋34家。', '34 libraries were built.'],
    ['clinics', '法律诊所', 'law clinics', '办了法律诊所55场。', '55 law clinics were held.'],
  ],
  south: [
    ['dormitories', '工人宿舍', 'dormitories', '修缮工人宿舍61栋。', '61 dormitories were repaired.'],
    ['contests', '技能比武', 'contests', '举行技能比武72次。', '72 contests were held.'],
    ['fees', '会费减免', 'fee waivers', '会费减免惠及83人。', '83 people had their fees waived.'],
  ],
};

const reportOf = (id: string): object => ({
  id,
  title: `${id}报告`,
  'title-en': `The ${id} report`,
  issuer: '某工会',
  'issuer-en': 'Some union',
  level: '基层',
  region: '某地',
  'region-en': 'Somewhere',
  year: 2020,
  'year-note': '测试用',
  'year-note-en': 'For tests',
  period: '2020年',
  'period-en': '2020',
  authority: 'official',
  'authority-note': '测试用',
  'authority-note-en': 'For tests',
  read: '2026-11-20',
  sections: [{ id: 'only', title: '唯一一节', 'title-en': 'The only section' }],
});
const entryOf = ([id, zh, en, answer, answerEn]: Said): object => ({
  id,
  section: 'only',
  title: zh,
  'title-en': en,
  about: '2020',
  ask: [`${zh}有多少`, `一共有几个${zh}`, `${zh}的数量`, `今年${zh}怎么样`],
  'ask-en': [`How many ${en} were there?`, `number of ${en}`],
  answer,
  'answer-en': answerEn,
});

const questionsOf = (): object[] => {
  const right = Object.entries(REPORTS).flatMap(([report, said]) =>
    said.flatMap(([id, zh, en, answer]) => {
      const figure = /\d+/.exec(answer)?.[0] ?? '';
      const common = { answerable: true, report, reports: [report], must: [[figure]] };
      return [
        { ...common, id: `${id}-zh`, q: `请问${zh}总共是多少`, part: 'tune' },
        { ...common, id: `${id}-en`, q: `How many ${en} in all?`, lang: 'en' },
      ];
    }),
  );
  const wrong = [
    '红烧肉怎么做',
    '火星上有氧气吗',
    '明天股票涨不涨',
    'Who won the world cup?',
    '地铁几点停运',
  ];
  return [
    ...right,
    ...wrong.map((q, at) => ({ id: `none-${at}`, q, answerable: false, kind: 'off-domain' })),
  ];
};

let folder: string;
let set: string;
let root: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyou-fit-'));
  root = join(folder, 'content');
  set = join(folder, 'questions.jsonl');
  // YAML reads JSON
  for (const [id, said] of Object.entries(REPORTS)) {
    await mkdir(join(root, 'reports', id), { recursive: true });
    await writeFile(join(root, 'reports', id, 'report.yml'), JSON.stringify(reportOf(id)));
    await writeFile(join(root, 'reports', id, '01.yml'), JSON.stringify({ entries: said.map(entryOf) }));
  }
  await writeFile(
    set,
    questionsOf()
      .map((it) => JSON.stringify(it))
      .join('\n'),
  );
});

afterEach(() => rm(folder, { recursive: true }));

async function run(typed: string[], language: Language = 'zh-CN') {
  const output = new PassThrough();
  const complaints = new PassThrough();
  const code = await contentCommand(typed, { folder: root, language, output, complaints });
  return { code, said: String(output.read() ?? ''), complained: String(complaints.read() ?? '') };
}

const weightsFile = (): string => join(root, 'weights.json');
const read = async (): Promise<Weights> => Weights.parse(JSON.parse(await readFile(weightsFile(), 'utf8')));
const scored = async () => JSON.parse((await run(['eval', set, '--json', '--bar', 'answer=0'])).said).score;

describe('gongyou content fit', () => {
  it('prints what it learned of, a table of bars and the one it chose, and writes nothing', async () => {
    const before = await readdir(root);

    const { code, said, complained } = await run(['fit', set]);

    expect([code, complained]).toEqual([0, '']);
    // 36 ways of asking, each fourth drilled
    expect(said).toContain('用了17个带答案的问题，另用9句问法做练习');
    expect(said).toMatch(/^→ 0\.\d\d( +\d+\.\d%){4}$/m);
    const chosen = /^→ (0\.\d\d) /m.exec(said)?.[1];
    expect(said).toContain(`有 ${chosen} 以上的把握才回答`);
    expect(said).toContain('不超过 3.0%');
    expect(said).toContain('没有写文件；加上 --write 才写。');
    expect(await readdir(root)).toEqual(before);
  });

  it('says so in English, without a Chinese word, and the same every time', async () => {
    const once = await run(['fit', set, '--most-false', '0.2'], 'en');

    expect(once.code).toBe(0);
    expect(once.said).not.toMatch(/[\u4e00-\u9fff]/);
    expect(once.said).toContain('20.0%');
    expect(await run(['fit', set, '--most-false', '0.2'], 'en')).toEqual(once);
  });

  it('learns of one part alone', async () => {
    expect((await run(['fit', set, '--part', 'tune'])).said).toContain('用了6个带答案的问题');
    expect(await run(['fit', set, '--part', 'report'])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('没有要打分的问题'),
    });
  });

  it('answers no fewer where more may be wrong', async () => {
    const chosenBy = async (most: string): Promise<number> => {
      const { said } = await run(['fit', set, '--most-false', most]);
      return Number(/^→ (0\.\d\d) /m.exec(said)?.[1]);
    };

    expect(await chosenBy('1')).toBe(0.05);
    expect(await chosenBy('0')).toBeGreaterThanOrEqual(await chosenBy('0.4'));
  });

  it('writes weights that the content is then answered by', async () => {
    const { code, said } = await run(['fit', set, '--write']);

    expect(code).toBe(0);
    expect(said).toContain(`已写进 ${weightsFile()}`);
    expect((await readdir(root)).sort()).toEqual(['reports', 'weights.json']);
    const written = await read();
    expect((await loadContent(root)).weights).toEqual(written);
    expect(said).toContain(`有 ${written.sure.toFixed(2)} 以上的把握才回答`);
    expect(written.rank).not.toEqual(PRIOR.rank);
    const answers = openAnswers(await loadContent(root));
    expect(answers.answer('职工书屋建了多少', {})).toMatchObject({
      outcome: 'grounded',
      entry: { id: 'north/libraries' },
    });
    expect(answers.answer('红烧肉怎么做', {}).outcome).toBe('none');
  });

  it('is what eval scores by', async () => {
    await run(['fit', set, '--write']);
    const fitted = await scored();
    const written = await read();

    await writeFile(weightsFile(), JSON.stringify({ ...written, sure: 1 }));
    const cautious = await scored();

    expect(fitted.right.count).toBeGreaterThan(9);
    expect(fitted.false.count).toBe(0);
    expect(cautious.right.count).toBeLessThan(fitted.right.count);
    expect(cautious.abstained.count).toBeGreaterThan(fitted.abstained.count);
  });

  it('writes over weights of before, learned anew and not of them', async () => {
    await run(['fit', set, '--write']);
    const first = await readFile(weightsFile(), 'utf8');
    await writeFile(weightsFile(), JSON.stringify({ ...PRIOR, sure: 0.9 }));

    await run(['fit', set, '--write']);

    expect(await readFile(weightsFile(), 'utf8')).toBe(first);
  });

  it.each(['x', '', ' ', '-0.1', '1.1', '3%', 'NaN', 'Infinity'])(
    'says what --most-false takes: %j',
    async (most) => {
      const { code, said, complained } = await run(['fit', set, `--most-false=${most}`, '--write']);

      expect([code, said]).toEqual([2, '']);
      expect(complained).toBe(`--most-false 的“${most}”看不懂。请写 0 到 1 的数，如 0.03。\n`);
      expect(await readdir(root)).toEqual(['reports']);
    },
  );

  it.each([[['fit']], [['fit', 'a', 'b']], [['fit', 'a', '--no-such']], [['fit', 'a', '--part', 'x']]])(
    'typed wrongly says how it is used: %j',
    async (typed) => {
      expect(await run(typed)).toMatchObject({ code: 2, complained: expect.stringMatching(/^用法：/) });
    },
  );

  it('says that a question file is not there', async () => {
    expect(await run(['fit', join(folder, 'none.jsonl')])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('打不开'),
    });
  });
});

describe('weights that are none', () => {
  const { bias: _, ...unbiased } = PRIOR.judge;
  it.each([
    ['cut off', '{"rank": {'],
    ['empty', ''],
    ['of another shape', '[]'],
    ['without a weight', JSON.stringify({ ...PRIOR, judge: unbiased })],
    ['with a weight too many', JSON.stringify({ ...PRIOR, rank: { ...PRIOR.rank, luck: 1 } })],
    ['with words for numbers', JSON.stringify({ ...PRIOR, rank: { ...PRIOR.rank, cover: '5' } })],
    ['surer than sure', JSON.stringify({ ...PRIOR, sure: 1.5 })],
  ])('%s are refused by name', async (_name, text) => {
    await writeFile(weightsFile(), text);

    const error = await loadContent(root).catch((it: unknown) => it);

    if (!(error instanceof ContentError)) throw new Error('was read');
    expect(error.faults.map((it) => [it.path, it.code])).toEqual([['weights.json', 'not-learned']]);
    expect(error.message).toMatch(/^weights\.json:1: .*weights\.json/);
    const [fault] = error.faults;
    expect(fault && faultIn('en', fault)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('stop eval and fit in words, and are left as they are', async () => {
    await writeFile(weightsFile(), 'broken');

    for (const command of ['eval', 'fit']) {
      expect(await run([command, set, '--write'])).toMatchObject({
        code: 2,
        said: '',
        complained: expect.stringContaining('weights.json'),
      });
    }
    expect(await readFile(weightsFile(), 'utf8')).toBe('broken');
  });
});

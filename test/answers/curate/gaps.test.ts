import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { gapsCommand, type Kept } from '../../../src/answers/curate/gaps.ts';
import { groupGaps } from '../../../src/answers/curate/gaps-group.ts';
import { ratePress } from '../../../src/answers/feedback-cards.ts';
import type { Gap } from '../../../src/answers/gaps.ts';
import type { Language } from '../../../src/calendar/moment.ts';
import { memoryEngine } from '../../../src/store/engines/memory.ts';
import { sqliteEngine } from '../../../src/store/engines/sqlite.ts';
import { type Store, StoreAway } from '../../../src/store/port.ts';
import { answers } from '../../support/content.ts';
import { seeded } from '../../support/seeded.ts';
import { pressOf, stage } from '../../support/stage.ts';

const gap = (question: string, more: Partial<Gap> = {}): Gap => ({
  question,
  outcome: 'none',
  month: '2026-12',
  language: 'zh-CN',
  ...more,
});
const samples = (questions: readonly string[]): [number, string][] =>
  groupGaps(questions.map((it) => gap(it))).map(({ count, sample }) => [count, sample]);
const idOf = (question: string): string => answers.answer(question, {}).entry?.id ?? '';
const MEETINGS = idOf('2019年北京职工沟通会开了几场？');
const TALKS = idOf('集体协商谈什么');

async function run(stores: readonly Store[] | undefined, typed: string[] = [], language: Language = 'zh-CN') {
  const output = new PassThrough();
  const complaints = new PassThrough();
  let closed = 0;
  const kept: Kept | undefined = stores && {
    stores,
    async close() {
      closed += 1;
    },
  };
  const now = Date.UTC(2026, 11, 20);
  const code = await gapsCommand(typed, { language, now, output, complaints, open: async () => kept });
  return { code, closed, said: String(output.read() ?? ''), complained: String(complaints.read() ?? '') };
}

/** Somebody finds an answer no help and says why. */
async function rate(on: ReturnType<typeof stage>, by: string, entry: string, question: string, why: string) {
  const reply = await on.press(by, ratePress(entry, false, question));
  if (!('show' in reply)) throw new Error('no card');
  await on.press(by, pressOf(reply.show, why));
}

describe('questions', () => {
  it('that ask for the same are one group, the most frequent first', () => {
    expect(
      samples([
        '加班费怎么算？',
        '请问加班费如何计算',
        '加班费咋算啊',
        '红烧肉怎么做',
        '加班费怎么算',
        '红烧肉 做法',
        '产假有多少天',
      ]),
    ).toEqual([
      [4, '加班费怎么算'],
      [2, '红烧肉 做法'],
      [1, '产假有多少天'],
    ]);
  });

  it('in English are grouped as well', () => {
    expect(
      samples([
        'How is overtime pay calculated?',
        'how do you calculate overtime pay',
        'When is the picnic?',
      ]).map(([count]) => count),
    ).toEqual([2, 1]);
  });

  it('of the same year on different matters are not one', () => {
    expect(samples(['2015年北京的母婴室有多少', '2015年北京的劳模有多少'])).toHaveLength(2);
  });

  it('without a telling word are grouped all the same', () => {
    expect(samples(['怎么了', '怎么了？', '???', '什么'])).toHaveLength(3);
  });

  it('are grouped alike in whatever order they come', () => {
    const { random } = seeded(7);
    const topics = ['加班费', '产假', '年休假', '工伤', '食堂', '班车', '体检', '宿舍'];
    const ways = ['怎么算', '有规定吗', '找谁', '多少钱', '请问一下'];
    const all = topics.flatMap((topic) => ways.map((way) => gap(topic + way)));

    const shuffled = all.map((it) => [random(), it] as const).sort(([a], [b]) => a - b);

    expect(groupGaps(shuffled.map(([, it]) => it))).toEqual(groupGaps(all));
  });

  it('show how they ended, why, when, and what is nearest', () => {
    const groups = groupGaps([
      gap('加班费怎么算', { entry: 'a/one', month: '2026-10' }),
      gap('加班费如何算', { entry: 'a/two', outcome: 'useless', reason: 'wrong' }),
      gap('加班费怎么算', { entry: 'a/two', outcome: 'useless', month: '2026-11' }),
    ]);

    expect(groups).toEqual([
      {
        count: 3,
        sample: '加班费怎么算',
        outcomes: { useless: 2, none: 1 },
        reasons: { wrong: 1 },
        nearest: 'a/two',
        from: '2026-10',
        to: '2026-12',
      },
    ]);
  });

  it('by the ten thousand are grouped, none lost', () => {
    const { random } = seeded(11);
    const pick = (of: string): string => of.charAt(Math.floor(random() * of.length));
    const letters =
      '加班费工资产假休息伤保险食堂车体检宿舍培训补贴困难职工会员入职退休合同协商代表大会劳动模范';
    const all = Array.from({ length: 10_000 }, () =>
      gap(`2019年北京${Array.from({ length: 8 }, () => pick(letters)).join('')}有多少`),
    );

    const groups = groupGaps(all);

    expect(groups.reduce((sum, it) => sum + it.count, 0)).toBe(10_000);
    expect(groups.length).toBeGreaterThan(1000);
  }, 60_000);
});

describe('gongyou content gaps', () => {
  it('tells what people asked in vain, and which entries are rated worst', async () => {
    const on = stage();
    await rate(on, 'ann', MEETINGS, '沟通会开了几场', '不完整');
    await rate(on, 'bob', MEETINGS, '沟通会开了多少场', '不完整');
    await rate(on, 'cem', TALKS, '协商谈些什么，我叫张三', '看不懂');
    await on.press('dan', ratePress(TALKS, true, ''));

    const { code, said, closed } = await run([on.store]);
    const english = (await run([on.store], [], 'en')).said;

    expect([code, closed]).toEqual([0, 1]);
    expect(said).toContain('没答上或没帮上的问题3个，归成2组：\n  2次  沟通会开了几场\n');
    expect(said).toContain(`没帮上2，不完整2；最近的条目：${MEETINGS}；2026-12`);
    expect(said).toContain(`${MEETINGS}  没帮上2，有用0（不完整2）`);
    expect(said).toContain(`${TALKS}  没帮上1，有用1（看不懂1）`);
    expect(said.indexOf(`${MEETINGS}  没`)).toBeLessThan(said.indexOf(`${TALKS}  没`));
    expect(said).not.toMatch(/张三|\bann\b/);
    expect(english).toContain('3 questions found no answer or one that did not help, in 2 groups');
    expect(english).toContain('Hard to understand 1');
  });

  it('adds up all workplaces, as JSON if wanted, from a month on', async () => {
    const [one, other] = [stage(), stage()];
    await rate(one, 'ann', MEETINGS, '沟通会开了几场', '不完整');
    await rate(other, 'ann', MEETINGS, '沟通会开了几场', '看不懂');

    const { said } = await run([one.store, other.store], ['--json', '--since', '2026-12']);
    const later = await run([one.store], ['--json', '--since', '2027-01']);

    expect(JSON.parse(said)).toMatchObject({
      questions: 2,
      groups: [{ count: 2, outcomes: { useless: 2 }, reasons: { incomplete: 1, unclear: 1 } }],
      entries: [{ entry: MEETINGS, useful: 0, useless: 2, reasons: { incomplete: 1, unclear: 1 } }],
    });
    expect(JSON.parse(later.said)).toMatchObject({ questions: 0, groups: [] });
  });

  it('says so where there is nothing yet', async () => {
    expect(await run(undefined)).toMatchObject({ code: 0, said: '还没有没答上或没帮上的问题。\n' });
    expect(await run([memoryEngine().store('test')])).toMatchObject({ code: 0, closed: 1 });
  });

  it('reads a file that the running bot has open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongyou-gaps-'));
    const file = join(folder, 'gongyou.db');
    const bot = sqliteEngine(file);
    const on = stage({ store: bot.store('web') });
    await rate(on, 'ann', MEETINGS, '沟通会开了几场', '不完整');

    const reader = sqliteEngine(file);
    const { said } = await run([reader.store('web')], ['--json']);
    await reader.close();
    await rate(on, 'bob', MEETINGS, '沟通会开了几场', '不完整');

    expect(JSON.parse(said)).toMatchObject({ questions: 1 });
    expect(await bot.store('web').list('gap', { limit: 5 })).toHaveLength(2);
    await bot.close();
    rmSync(folder, { recursive: true });
  });

  it('says in words that the data cannot be read', async () => {
    const away = async () => {
      throw new StoreAway(false);
    };

    const { code, complained, closed } = await run([{ get: away, list: away, commit: away }]);

    expect([code, closed]).toEqual([2, 1]);
    expect(complained).toContain('读不了');
  });

  it.each([[['--since']], [['--since', '2026-13']], [['--since', 'x']], [['more']], [['--no-such']]])(
    'typed wrongly says how it is used: %j',
    async (typed) => {
      expect(await run([], typed)).toMatchObject({
        code: 2,
        complained: expect.stringContaining('--since 2026-01'),
      });
    },
  );
});

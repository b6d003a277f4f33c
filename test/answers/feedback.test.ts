import { describe, expect, it } from 'vitest';
import { ratePress } from '../../src/answers/feedback-cards.ts';
import { createGaps, keptGaps } from '../../src/answers/gaps.ts';
import { allRatings } from '../../src/answers/rating.ts';
import type { Store, Write } from '../../src/store/port.ts';
import type { Card } from '../../src/view/card.ts';
import { days } from '../../src/world.ts';
import { answers } from '../support/content.ts';
import { buttonsOf, pressOf, stage, textOf } from '../support/stage.ts';

const QUESTION = '我叫张三，电话13800138000，2019年北京职工沟通会开了几场？';
const ENTRY = answers.answer('2019年北京职工沟通会开了几场？', {}).entry?.id ?? '';
const useless = ratePress(ENTRY, false, QUESTION);
const useful = ratePress(ENTRY, true, QUESTION);
const cardOf = (reply: { to: string; show?: Card }): Card => {
  if (!reply.show) throw new Error(`no card: ${reply.to}`);
  return reply.show;
};
const gapsIn = (on: { store: Store; world: { now(): number } }) => keptGaps(on.store, on.world.now());

/** Every record that the store has, as text. */
async function everythingIn(store: Store): Promise<string> {
  const names = ['gap', 'rating', 'rated', 'receipt', 'outbox', 'talk-a', 'talk-b', 'talk-c'];
  return JSON.stringify(await Promise.all(names.map((it) => store.list(it, { limit: 1000 }))));
}

describe('an answer that did not help', () => {
  it('is asked about, and its reason counted', async () => {
    const on = stage();

    const why = await on.press('ann', useless);
    expect(buttonsOf(cardOf(why)).map((it) => it.label)).toEqual([
      '答非所问',
      '不完整',
      '过时或有误',
      '看不懂',
    ]);
    const thanks = await on.press('ann', pressOf(cardOf(why), '过时或有误'));

    expect(thanks.to).toBe('card');
    expect(textOf(cardOf(thanks))).toContain('过时或有误');
    expect(await allRatings(on.store)).toEqual([
      { entry: ENTRY, useful: 0, useless: 1, reasons: { wrong: 1 } },
    ]);
    expect(await gapsIn(on)).toEqual([
      {
        question: '我叫***，电话***，2019年北京职工沟通会开了几场？',
        outcome: 'useless',
        entry: ENTRY,
        reason: 'wrong',
        month: '2026-12',
        language: 'zh-CN',
      },
    ]);
  });

  it('is asked about in English', async () => {
    const { press } = stage();

    const why = cardOf(await press('en-ann', useless));

    expect(buttonsOf(why).map((it) => it.label)).toContain('Hard to understand');
    expect(textOf(why)).not.toContain('您');
  });

  it('keeps nothing of who said so, and where', async () => {
    const on = stage();

    await on.press('ann', pressOf(cardOf(await on.press('ann', useless)), '不完整'));

    expect(await everythingIn(on.store)).toContain('沟通会');
    expect(await everythingIn(on.store)).not.toMatch(/\bann\b|hall|13800138000|张三/);
  });

  it('counts one reason for each person, and moves it when they think better of it', async () => {
    const on = stage();
    const why = cardOf(await on.press('ann', useless));

    const first = cardOf(await on.press('ann', pressOf(why, '答非所问')));
    await on.press('ann', pressOf(first, '看不懂'));
    await on.press('ann', pressOf(first, '看不懂'));
    await on.press('bob', pressOf(cardOf(await on.press('bob', useless)), '看不懂'));

    expect(await allRatings(on.store)).toMatchObject([{ useless: 2, reasons: { unclear: 2 } }]);
    expect((await gapsIn(on)).map((it) => it.reason)).toEqual(['unclear', 'unclear']);
  });

  it('given two reasons at once has the later one, in the count and with its question', async () => {
    const on = stage();
    const why = cardOf(await on.press('ann', useless));

    await Promise.all(['答非所问', '不完整'].map((it) => on.press('ann', pressOf(why, it))));

    expect((await allRatings(on.store))[0]?.reasons).toEqual({ incomplete: 1 });
    expect((await gapsIn(on)).map((it) => it.reason)).toEqual(['incomplete']);
  });

  it('that helped after all takes the reason with it', async () => {
    const on = stage();
    await on.press('ann', pressOf(cardOf(await on.press('ann', useless)), '看不懂'));

    await on.press('ann', useful);

    expect(await allRatings(on.store)).toEqual([{ entry: ENTRY, useful: 1, useless: 0, reasons: {} }]);
  });

  it('pressed often, or twice at once, is one voice and one question', async () => {
    const on = stage();

    await Promise.all([on.press('ann', useless), on.press('ann', useless), on.press('ann', useless)]);
    await on.press('ann', useless);

    expect(await allRatings(on.store)).toMatchObject([{ useless: 1 }]);
    expect(await gapsIn(on)).toHaveLength(1);
  });

  it('given every voice at once counts one of them', async () => {
    const on = stage();
    const why = cardOf(await on.press('ann', useless));

    await Promise.all([
      on.press('ann', pressOf(why, '答非所问')),
      on.press('ann', pressOf(why, '不完整')),
      on.press('ann', useful),
      on.press('ann', pressOf(why, '看不懂')),
    ]);

    const [rating] = await allRatings(on.store);
    const counted = Object.values(rating?.reasons ?? {}).reduce((sum, it) => sum + it, 0);
    expect((rating?.useful ?? 0) + (rating?.useless ?? 0)).toBe(1);
    expect(counted).toBeLessThanOrEqual(1);
  });

  it('rated with a button of an earlier release counts, without its question', async () => {
    const on = stage();

    const why = await on.press('ann', { act: 'answer.rate', input: { entry: ENTRY, useful: false } });
    await on.press('ann', pressOf(cardOf(why), '不完整'));

    expect(await allRatings(on.store)).toMatchObject([{ useless: 1, reasons: { incomplete: 1 } }]);
    expect(await gapsIn(on)).toEqual([]);
  });

  it('travels on a button that no messenger finds too long', () => {
    for (const piece of ['"', '\\', '\n\u0000', '长', '\ud800', '😀'])
      expect(JSON.stringify(ratePress(ENTRY, false, piece.repeat(500))).length).toBeLessThan(1000);
  });
});

describe('a forged reason', () => {
  it.each([
    [{ entry: 'gone/gone', reason: 'wrong' }],
    [{ entry: ENTRY, reason: 'toString' }],
    [{ entry: ENTRY, reason: 'wrong', gap: '会议' }],
    [{ entry: ENTRY, reason: 'wrong', gap: 'x'.repeat(100) }],
    [{ entry: '__proto__', reason: 'wrong' }],
    [{}],
  ])('%j is refused in words, and counts nothing', async (input) => {
    const { press, store } = stage();

    expect(textOf(cardOf(await press('ann', { act: 'answer.reason', input })))).toMatch(/不完整|撤下/);
    expect(await store.list('rating', { limit: 5 })).toEqual([]);
  });

  it('does not touch the question of another entry, or one that there is not', async () => {
    const on = stage();
    const other = answers.answer('集体协商谈什么', {}).entry?.id ?? '';
    const why = cardOf(await on.press('ann', useless));
    const { gap } = Object(pressOf(why, '不完整').input) as { gap: string };

    await on.press('bob', { act: 'answer.reason', input: { entry: other, reason: 'wrong', gap } });
    await on.press('bob', {
      act: 'answer.reason',
      input: { entry: ENTRY, reason: 'wrong', gap: '2026-12~x' },
    });

    expect(await gapsIn(on)).toMatchObject([{ outcome: 'useless', entry: ENTRY }]);
    expect((await gapsIn(on))[0]).not.toHaveProperty('reason');
  });

  it('brings no book', async () => {
    const { press, store } = stage();
    const input = { entry: ENTRY, useful: false, question: '长'.repeat(301) };

    expect(textOf(cardOf(await press('ann', { act: 'answer.rate', input })))).toContain('不完整');
    expect(await store.list('gap', { limit: 5 })).toEqual([]);
  });
});

describe('a question without an answer', () => {
  async function noted(question: string, on = stage()) {
    const writes: Write[] = [];
    const gaps = createGaps({ world: on.world, alongside: (more) => void writes.push(...more) });
    gaps.note(question, answers.answer(question, {}));
    if (writes.length > 0) await on.store.commit(writes);
    return { ...on, gaps: await gapsIn(on) };
  }

  it('is kept with its outcome and the nearest entry, in its month', async () => {
    const { gaps, store } = await noted('2011年北京职工沟通会开了几场？@王五');

    expect(gaps).toMatchObject([
      { question: '2011年北京职工沟通会开了几场？***', outcome: 'none', month: '2026-12', language: 'zh-CN' },
    ]);
    expect(gaps[0]?.entry).toMatch(/^beijing/);
    const [record] = await store.list('gap', { limit: 1 });
    expect(record?.id).toMatch(/^2026-12~gap-/);
  });

  it.each([
    '你好',
    '谢谢',
    '张三的工资是多少，家庭住址在哪',
    '2019年北京职工沟通会开了几场？',
    '13800138000',
  ])('is not “%s”', async (question) => {
    expect((await noted(question)).gaps).toEqual([]);
  });

  it('is kept to 500 characters', async () => {
    const { gaps } = await noted('红烧肉怎么做'.repeat(200));

    expect(gaps[0]?.question).toHaveLength(500);
  });

  it('is forgotten 180 days later at most, unseen before it is swept', async () => {
    const on = await noted('红烧肉怎么做');

    on.world.pass(days(180));
    expect(await gapsIn(on)).toEqual([]);
    expect(await on.store.list('gap', { limit: 5 })).toHaveLength(1);
    await on.pass(0);

    expect(await on.store.list('gap', { limit: 5 })).toEqual([]);
  });

  it('is there for five months', async () => {
    const on = await noted('红烧肉怎么做');

    await on.pass(days(150));

    expect(await gapsIn(on)).toHaveLength(1);
    expect(await keptGaps(on.store, on.world.now(), '2026-12')).toHaveLength(1);
    expect(await keptGaps(on.store, on.world.now(), '2027-01')).toEqual([]);
  });
});

it('the promise is made on the home page, in both languages', async () => {
  const { home } = stage();

  expect(textOf(cardOf(await home('ann')))).toContain('180天');
  expect(textOf(cardOf(await home('en-ann')))).toContain('180 days');
});

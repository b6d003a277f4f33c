import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../src/store/engines/memory.ts';
import { type Store, StoreAway } from '../src/store/port.ts';
import { days, minutes } from '../src/world.ts';
import { HALL, pressOf, stage, textOf } from './support/stage.ts';

/** A store that can be told to be away. */
function fragile() {
  const whole = memoryEngine().store('test');
  let away: boolean | 'uncertain' = false;
  const broken = (): void => {
    if (away) throw new StoreAway(away === 'uncertain');
  };
  const store: Store = {
    async get(key) {
      if (away === true) broken();
      return whole.get(key);
    },
    async list(collection, range) {
      if (away === true) broken();
      return whole.list(collection, range);
    },
    async commit(writes) {
      broken();
      return whole.commit(writes);
    },
  };
  return { store, whole, be: (state: typeof away) => (away = state) };
}
const words = (reply: { to: string; show?: Parameters<typeof textOf>[0] }): string =>
  reply.show ? textOf(reply.show) : reply.to;

describe('dispatch', () => {
  it('tells people when nothing can be saved, changes nothing, and goes on when it can', async () => {
    const { store, be } = fragile();
    const { say, chat } = stage({ store });

    be(true);
    const refused = await say('ann', '集体协商谈什么');
    be(false);
    await say('ann', '集体协商谈什么');

    expect(words(refused)).toContain('什么都没有改动');
    expect(chat.sent).toHaveLength(1);
  });

  it('tells people when it is not sure whether something was saved', async () => {
    const { store, be } = fragile();
    const { command } = stage({ store });

    be('uncertain');

    expect(words(await command('cadre', 'poll "a" "b" "c"'))).toContain('不确定有没有存上');
  });

  it('hides a fault behind a reference', async () => {
    const lines: object[] = [];
    const log = { info: () => {}, warn: () => {}, error: (fields: object) => lines.push(fields) };
    const { workplace } = stage({
      log,
      answers: {
        answer: () => {
          throw new Error('secret detail');
        },
        ask: () => Promise.reject(new Error('secret detail')),
        show: () => undefined,
      },
    });
    const did = { kind: 'message', text: '问' } as const;

    const reply = await workplace.dispatch({ id: 'x', by: 'ann', at: { channel: 'd', direct: true }, did });

    expect(words(reply)).toMatch(/什么都没有改动.*F-1/);
    expect(words(reply)).not.toContain('secret detail');
    expect(JSON.stringify(lines)).toContain('F-1');
  });

  it('never logs what a member wrote', async () => {
    const lines: string[] = [];
    const keep = (fields: object, message: string): void => void lines.push(message + JSON.stringify(fields));
    const { say, command } = stage({ log: { info: keep, warn: keep, error: keep } });

    await say('ann', '我的工资被拖欠了三个月');
    await command('cadre', 'poll "要不要罢免王某" "要" "不要"');

    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join()).not.toMatch(/工资|王某/);
  });

  it('greets people in their own language, and in the one they choose', async () => {
    const { command, home } = stage();

    expect(words(await command('en-ann', 'help'))).toContain('Hello, EN-ANN');
    await command('en-ann', '语言 中文');
    expect(words(await command('en-ann', 'help'))).toContain('您好');
    expect(words(await home('en-ann'))).toContain('我是工友');
  });

  it.each([
    ['a button nobody knows', { kind: 'press', act: 'no.such', input: {} }, '按钮已经失效'],
    [
      'a button with nonsense in it',
      { kind: 'press', act: 'poll.vote', input: { survey: 7 } },
      '不完整或格式不对',
    ],
    [
      'a poll that never was',
      { kind: 'press', act: 'poll.vote', input: { survey: 'x', option: 0 } },
      '找不到这个投票',
    ],
    ['an empty question', { kind: 'message', text: '  ' }, '您还没写问题'],
    ['a very long question', { kind: 'message', text: '问'.repeat(10_000) }, '问题太长'],
  ] as const)('refuses %s in words', async (_, did, expected) => {
    const { act } = stage();

    expect(words(await act('ann', did, { channel: HALL, direct: false }))).toContain(expected);
  });

  it('forgets which acts it handled after two days, and not before', async () => {
    const { act, chat, pass, store } = stage();
    const did = { kind: 'message', text: '集体协商谈什么' } as const;
    const at = { channel: 'dm-ann', direct: true };

    await act('ann', did, at, 'ev-1');
    await pass(days(1));
    await act('ann', did, at, 'ev-1');
    expect(chat.sent).toHaveLength(1);
    for (let day = 0; day < 3; day++) await pass(days(1));

    const left = await Promise.all(['a', 'b', 'c'].map((it) => store.list(`seen-${it}`, { limit: 10 })));
    expect(left.flat()).toEqual([]);
  });

  it('says nothing to an act that comes again, though it could not be done again', async () => {
    const { act, command, chat } = stage();
    await command('cadre', 'poll "去哪里" "香山" "颐和园"');
    const { act: name, input } = pressOf(chat.sent[0]?.card ?? { blocks: [] }, '结束投票');
    const close = () =>
      act('cadre', { kind: 'press', act: name, input }, { channel: HALL, direct: false }, 'ev-1');

    expect(words(await close())).toContain('结束');
    expect(words(await close())).toBe('nobody');
  });

  it('takes a follow-up for half an hour', async () => {
    const { say, chat, pass } = stage();
    await say('ann', '2019年北京职工沟通会开了几场？');

    await say('ann', '那企业沟通会呢？');
    expect(textOf(chat.sent[1]?.card ?? { blocks: [] })).toContain('6587');
    await pass(minutes(31));
    await say('ann', '那职工沟通会呢？');

    expect(chat.sent).toHaveLength(3);
  });

  it('lets a rating be given once and changed', async () => {
    const { say, press, chat, store } = stage();
    await say('ann', '2019年北京职工沟通会开了几场？');
    const card = chat.sent[0]?.card ?? { blocks: [] };

    for (const label of ['有用', '有用', '没帮上']) await press('ann', pressOf(card, label));
    await press('bob', pressOf(card, '有用'));

    const counts = await store.list('rating', { limit: 10 });
    expect(counts.map(({ id, value }) => [id.split('.').at(-1), value])).toEqual([
      ['useful', 1],
      ['useless', 1],
    ]);
    expect(JSON.stringify(await store.list('rated', { limit: 10 }))).not.toContain('ann');
  });
});

import { describe, expect, it } from 'vitest';
import type { Answers, Entry } from '../../src/answers/index.ts';
import { createReceipts, readReceiptId, receiptOf } from '../../src/answers/receipts.ts';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import type { Store, Write } from '../../src/store/port.ts';
import type { Card } from '../../src/view/card.ts';
import { answers, content } from '../support/content.ts';
import { HALL, pressOf, stage, textOf } from '../support/stage.ts';

const ENTRY = answers.answer('2019年北京职工沟通会开了几场？', {}).entry as Entry;
const { id: ID } = receiptOf(ENTRY);
const shown = (reply: { to: string; show?: Card }): string => (reply.show ? textOf(reply.show) : reply.to);
const show = { act: 'entry.show', input: { entry: ENTRY.id, private: false } };

/** Asks for a receipt of a bot that was started later on this store. */
const later = (store: Store, text: string, given: { answers?: Answers } = {}) =>
  stage({ store, ...given }).act(
    'bob',
    { kind: 'command', text },
    { channel: HALL, direct: false },
    'later-1',
  );

/** The content with this entry changed or, without a change, gone. */
const since = (change: Partial<Entry> | undefined): Answers => ({
  answer: answers.answer,
  ask: answers.ask,
  show(id, language) {
    const found = answers.show(id, language);
    if (!found || id !== ENTRY.id) return found;
    return change && { ...found, entry: { ...found.entry, ...change } };
  },
});

describe('the receipt of an answer', () => {
  it('has a short id of its own, the same every time', () => {
    const ids = content.entries.map((it) => receiptOf(it).id);

    expect(new Set(ids).size).toBe(content.entries.length);
    expect(ids.every((it) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(it))).toBe(true);
    expect(receiptOf({ ...ENTRY }).id).toBe(ID);
    expect(receiptOf({ ...ENTRY, version: 'other' }).id).not.toBe(ID);
    expect(receiptOf(ENTRY, '原文').id).not.toBe(ID);
  });

  it.each(['查', '凭据', 'receipt', 'RECEIPT'])(
    'is shown again by “%s”, after a restart too',
    async (word) => {
      const { press, store } = stage();
      await press('ann', show);

      const reply = await later(store, `${word} ${ID}`);

      expect(reply.to).toBe('asker');
      for (const it of [
        ID,
        ENTRY.answer,
        ENTRY.report.title['zh-CN'],
        ENTRY.version,
        ENTRY.id,
        '市级',
        '2019年',
      ])
        expect(shown(reply)).toContain(it);
      expect(shown(reply)).toContain('没有改过');
    },
  );

  it('is shown in the language of who asks for it', async () => {
    const { press, command } = stage();
    await press('ann', show);

    const reply = shown(await command('en-ann', `receipt ${ID}`));

    expect(reply).toContain(ENTRY.answerEn);
    expect(reply).toContain('has not changed since');
    expect(reply).not.toContain('凭据');
  });

  it('still says what it said once the entry has changed, and leads to what it says now', async () => {
    const { press, store } = stage();
    await press('ann', show);
    const changed = since({ answer: '改过的回答', version: 'newer' });

    const reply = await later(store, `查 ${ID}`, { answers: changed });

    expect(shown(reply)).toContain(ENTRY.answer);
    expect(shown(reply)).toContain(ENTRY.version);
    expect(shown(reply)).not.toContain('改过的回答');
    expect(shown(reply)).toContain('后来改过');
    if (!('show' in reply)) throw new Error('no card');
    expect(pressOf(reply.show, '看现在的版本').input).toEqual({ entry: ENTRY.id, private: true });
  });

  it('still says what it said once the entry is gone', async () => {
    const { press, store } = stage();
    await press('ann', show);

    const reply = shown(await later(store, `查 ${ID}`, { answers: since(undefined) }));

    expect(reply).toContain(ENTRY.answer);
    expect(reply).toContain('撤下');
  });

  it.each(['', ' ', 'ABCD', '加班费怎么算', 'ZZZZZZZZ', '__proto__', 'x'.repeat(90_000), '\u0000'])(
    'that is none says what to do: %j',
    async (typed) => {
      const { command } = stage();

      expect(shown(await command('ann', `查 ${typed}`))).toContain('/gongyou 问');
      expect(shown(await command('en-ann', `receipt ${typed}`))).toContain('/gongyou ask');
    },
  );

  it('forged by a press is refused in words', async () => {
    const { press } = stage();

    expect(shown(await press('ann', { act: 'receipt.show', input: { receipt: 7 } }))).toContain('不完整');
  });

  it('shown to many at once is kept once, and nobody’s topic is lost', async () => {
    const { act, store } = stage();
    const at = (n: number) => ({ channel: HALL, thread: `t${n}`, direct: false });
    const did = { kind: 'press', act: show.act, input: show.input } as const;

    await Promise.all(Array.from({ length: 8 }, (_, n) => act('ann', did, at(n))));

    const topics = await Promise.all(['a', 'b', 'c'].map((it) => store.list(`talk-${it}`, { limit: 20 })));
    expect(topics.flat()).toHaveLength(8);
    expect(await store.list('receipt', { limit: 5 })).toHaveLength(1);
  });
});

describe('the id of a receipt', () => {
  it.each([
    ['7k3m-9q0z', '7K3M9Q0Z'],
    [' 7K3M 9QOZ ', '7K3M9Q0Z'],
    ['７ｋ３ｍ９ｑ０ｚ', '7K3M9Q0Z'],
    ['“7K3M9Q0Z”。', '7K3M9Q0Z'],
    ['#il0o1l0O', '11001100'],
    ['7K3M9Q0', undefined],
    ['7K3M9Q0U', undefined],
    ['7K3M9Q0ZZ', undefined],
  ])('%s is read as %s', (typed, id) => {
    expect(readReceiptId(typed)).toBe(id);
  });
});

describe('receipts', () => {
  const opened = () => {
    const writes: Write[] = [];
    let reads = 0;
    const store: Store = memoryEngine().store('test');
    const counting: Store = {
      ...store,
      async get(key) {
        reads += 1;
        return store.get(key);
      },
    };
    const receipts = createReceipts({
      store: counting,
      known: new Set(),
      alongside: (more) => void writes.push(...more),
    });
    return { receipts, writes, store, reads: () => reads };
  };

  it('keep the passage where one was quoted', async () => {
    const { receipts, writes, store } = opened();

    await receipts.note(ENTRY, '报告里的原话。');
    await store.commit(writes);

    const { id } = receiptOf(ENTRY, '报告里的原话。');
    expect(await receipts.get(id)).toEqual(receiptOf(ENTRY, '报告里的原话。'));
    expect(shown(await later(store, `查 ${id}`))).toContain('报告里的原话。');
  });

  it('are written again where a commit failed, and looked for no more once they are there', async () => {
    const { receipts, writes, store, reads } = opened();

    await receipts.note(ENTRY);
    await receipts.note(ENTRY);
    expect(writes).toHaveLength(2);
    await store.commit(writes.slice(0, 1));
    for (let times = 0; times < 100; times += 1) await receipts.note(ENTRY);

    expect(writes).toHaveLength(2);
    expect(reads()).toBe(3);
  });
});

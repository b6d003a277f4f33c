import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/view/card.ts';
import { answers } from '../support/content.ts';
import { HALL, pressOf, stage, textOf } from '../support/stage.ts';

const ENTRY = answers.answer('2019年北京职工沟通会开了几场？', {}).entry?.id ?? '';
const shown = (reply: { to: string; show?: Card }): Card => reply.show ?? { blocks: [] };

describe('a topic that was offered', () => {
  it('is shown where it was asked, in the reader’s language, and can be followed up', async () => {
    const { press, say, chat } = stage();

    await press('en-ann', { act: 'entry.show', input: { entry: ENTRY, private: false } });

    const [sent] = chat.inChannel(HALL);
    expect(textOf(sent?.card ?? { blocks: [] })).toContain(answers.show(ENTRY, 'en')?.text);
    expect(pressOf(sent?.card ?? { blocks: [] }, 'Helpful').input).toMatchObject({ entry: ENTRY });
    await say('en-ann', '那企业沟通会呢？', { channel: HALL, direct: false });
    expect(textOf(chat.sent[1]?.card ?? { blocks: [] })).toContain('6587');
  });

  it('is for the asker alone where the question was', async () => {
    const { press, chat } = stage();

    const reply = await press('ann', { act: 'entry.show', input: { entry: ENTRY, private: true } });

    expect(reply.to).toBe('asker');
    expect(JSON.stringify(shown(reply))).toContain(answers.show(ENTRY, 'zh-CN')?.source?.line);
    expect(chat.sent).toEqual([]);
  });

  it('that was withdrawn says so', async () => {
    const { press } = stage();

    const reply = await press('ann', { act: 'entry.show', input: { entry: 'gone/gone', private: true } });

    expect(textOf(shown(reply))).toContain('撤');
  });
});

describe('a question by form or command', () => {
  it('typed on the home page is answered in the direct message', async () => {
    const { press, send, chat } = stage();
    const form = await press('ann', { act: 'ask.form', input: {} });
    if (form.to !== 'form') throw new Error('no form');

    await send('ann', form.open.press, { question: '2019年北京职工沟通会开了几场？' });

    expect(chat.inboxOf('ann')).toHaveLength(1);
  });

  it.each(['问 集体协商谈什么', 'ask 集体协商谈什么', '？集体协商谈什么', '集体协商谈什么'])(
    '“%s” is answered for the asker’s eyes only, however often it comes',
    async (text) => {
      const { act, chat } = stage();
      const at = { channel: HALL, direct: false };

      const reply = await act('ann', { kind: 'command', text }, at, 'c-1');
      const again = await act('ann', { kind: 'command', text }, at, 'c-1');

      expect(textOf(shown(reply))).toContain('集体协商');
      expect(again).toEqual({ to: 'nobody' });
      expect(chat.sent).toEqual([]);
    },
  );

  it('that says nothing gets help', async () => {
    const { command } = stage();

    expect(textOf(shown(await command('ann', '  ')))).toContain('您好');
  });
});

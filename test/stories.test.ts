import { describe, expect, it } from 'vitest';
import type { Card } from '../src/view/card.ts';
import { days, hours, minutes } from '../src/world.ts';
import { buttonsOf, HALL, pressOf, stage, textOf } from './support/stage.ts';

const last = <T>(all: readonly T[]): T => {
  const found = all.at(-1);
  if (!found) throw new Error('nothing was sent');
  return found;
};
const shown = (reply: { to: string; show?: Card }): Card => {
  if (!reply.show) throw new Error(`nothing shown: ${JSON.stringify(reply)}`);
  return reply.show;
};

describe('a question', () => {
  it('is answered with its source, once, where it was asked', async () => {
    const { say, chat } = stage();

    await say('ann', '2019年北京新建了多少母婴关爱室？');

    expect(chat.sent).toHaveLength(1);
    const { to, card } = last(chat.sent);
    expect(to).toEqual({ channel: 'dm-ann', direct: true });
    const quote = card.blocks.find((it) => it.kind === 'quote');
    expect(quote?.text).toContain('157');
    expect(quote?.source.line).toMatch(/《北京市总工会第十四届.*》· .* · 市级 · 2020年/);
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['有用', '没帮上', '找人']),
    );
  });

  it('is answered in the language it was asked in', async () => {
    const { say, chat } = stage();

    await say('ann', 'How many nursing rooms did Beijing unions open in 2019?');

    expect(textOf(last(chat.sent).card)).toContain('157');
    expect(buttonsOf(last(chat.sent).card).map(({ label }) => label)).toContain('Helpful');
  });

  it('that the reports do not answer leads to a person, whose answer reaches the asker', async () => {
    const { say, press, send, chat } = stage();

    await say('ann', '番茄炒蛋先放番茄还是先放蛋？');
    const none = last(chat.sent).card;
    expect(textOf(none)).toMatch(/就不猜了|不乱猜/);
    const confirm = shown(await press('ann', pressOf(none, '找人')));
    await press('ann', pressOf(confirm, '转给他们'));
    await press('ann', pressOf(confirm, '转给他们'));
    expect(chat.inChannel('desk')).toHaveLength(1);

    const ticket = last(chat.inChannel('desk'));
    const form = await press('cadre', pressOf(ticket.card, '答复'), 'desk');
    if (form.to !== 'form') throw new Error('no form');
    await send('cadre', form.open.press, { reply: '先放蛋。' });

    expect(textOf(last(chat.inboxOf('ann')).card)).toContain('先放蛋。');
    expect(ticket.card.title).toBe('CADRE已答复');
  });

  it('redelivered is answered once', async () => {
    const { act, chat } = stage();
    const question = { kind: 'message', text: '大兴的五新目标是哪五个' } as const;
    const at = { channel: 'dm-ann', direct: true };

    await Promise.all([act('ann', question, at, 'ev-1'), act('ann', question, at, 'ev-1')]);
    await act('ann', question, at, 'ev-1');

    expect(chat.sent).toHaveLength(1);
  });
});

describe('a poll', () => {
  async function opened(poll = '"去哪里" “香山” 「颐和园」') {
    const on = stage();
    await on.command('cadre', `poll ${poll}`);
    return { ...on, message: last(on.chat.inChannel(HALL)) };
  }
  const counts = (card: Card) =>
    card.blocks.flatMap((it) => (it.kind === 'tally' ? it.rows.map(({ count }) => count) : []));

  it('counts one vote for each person and the last of several', async () => {
    const { press, message } = await opened();

    await press('ann', pressOf(message.card, '香山'));
    await press('ann', pressOf(message.card, '香山'));
    await press('bob', pressOf(message.card, '香山'));
    await press('ann', pressOf(message.card, '颐和园'));

    expect(counts(message.card)).toEqual([1, 1]);
  });

  it('takes no vote once closed, and its result stays', async () => {
    const { press, message } = await opened();
    const vote = pressOf(message.card, '香山');
    await press('ann', vote);

    const notTheirs = shown(await press('bob', pressOf(message.card, '结束投票')));
    await press('cadre', pressOf(message.card, '结束投票'));
    const late = shown(await press('bob', vote));

    expect(textOf(notTheirs)).toContain('工会干部');
    expect(textOf(late)).toContain('不能再投票');
    expect(counts(message.card)).toEqual([1, 0]);
    expect(buttonsOf(message.card)).toEqual([]);
  });

  it('counts rightly whatever a hundred people do at once', async () => {
    const { workplace, press, message } = await opened();
    const [first, second] = [pressOf(message.card, '香山'), pressOf(message.card, '颐和园')];

    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await press(`p${n}`, first);
        if (n % 3 === 0) await press(`p${n}`, second);
      }),
    );
    await workplace.pulse();

    expect(counts(message.card)).toEqual([66, 34]);
  });

  it('without options asks for them in a form that says what is wrong', async () => {
    const { command, send } = stage();

    const form = await command('cadre', '投票 去哪里');
    if (form.to !== 'form') throw new Error('no form');
    const wrong = await send('cadre', form.open.press, { title: '去哪里', options: ['香山'], channel: HALL });

    expect(form.open.fields.map(({ name }) => name)).toEqual(['title', 'options', 'channel']);
    expect(wrong).toEqual({ to: 'fields', wrong: { options: '选项太少，至少要2个。请每行写一个。' } });
  });

  it('is not for a member to open', async () => {
    const { command, chat } = stage();

    const reply = shown(await command('ann', 'poll "a" "b" "c"'));

    expect(textOf(reply)).toContain('工会干部');
    expect(chat.sent).toEqual([]);
  });
});

describe('a training', () => {
  async function announced(inMs: number, on = stage()) {
    const form = await on.command('organiser', '提醒 安全生产培训');
    if (form.to !== 'form') throw new Error('no form');
    const dryRun = shown(
      await on.send('organiser', form.open.press, {
        title: '安全生产培训',
        startsAt: on.world.now() + inMs,
        place: '三楼会议室',
        channel: HALL,
        leads: ['1440', '60'],
      }),
    );
    return { ...on, dryRun };
  }

  it('is looked at before it goes out', async () => {
    const { dryRun, chat } = await announced(days(2));

    expect(textOf(dryRun)).toContain('频道里的4人');
    expect(textOf(dryRun)).toContain('提前1天提醒');
    expect(chat.sent).toEqual([]);
  });

  it('reminds everybody once each time, but not those who said no', async () => {
    const { dryRun, press, chat, pass } = await announced(days(2));
    await press('organiser', pressOf(dryRun, '确认发出'));
    const announcement = last(chat.inChannel(HALL));
    await press('ann', pressOf(announcement.card, '不去'));
    await press('bob', pressOf(announcement.card, '去'));

    await pass(days(1));
    await pass(minutes(1));
    expect(chat.inboxOf('ann')).toEqual([]);
    expect(chat.inboxOf('bob')).toHaveLength(1);
    expect(chat.inboxOf('cem')).toHaveLength(1);
    await press('cem', pressOf(last(chat.inboxOf('cem')).card, '不去'));

    await pass(hours(23));
    expect(chat.inboxOf('bob')).toHaveLength(2);
    expect(chat.inboxOf('cem')).toHaveLength(1);
    expect(textOf(announcement.card)).toContain('去 1人 · 不去 2人');
  });

  it('announced twice at once is announced once', async () => {
    const { dryRun, press, chat } = await announced(days(2));
    const confirm = pressOf(dryRun, '确认发出');

    await Promise.all([press('organiser', confirm), press('organiser', confirm)]);

    expect(chat.inChannel(HALL)).toHaveLength(1);
  });

  it('reminds late while that is of use, and beyond tells the organiser instead', async () => {
    const { dryRun, press, chat, pass } = await announced(days(2));
    await press('organiser', pressOf(dryRun, '确认发出'));

    await pass(days(1) + hours(11));
    expect(chat.inboxOf('bob')).toHaveLength(1);
    await pass(hours(12) + minutes(31));

    expect(chat.inboxOf('bob')).toHaveLength(1);
    expect(textOf(last(chat.inboxOf('organiser')).card)).toContain('没有发全');
  });
});

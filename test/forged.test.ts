import { describe, expect, it } from 'vitest';
import { StoreAway } from '../src/store/port.ts';
import { days } from '../src/world.ts';
import { HALL, pressOf, stage, textOf } from './support/stage.ts';

const words = (reply: { to: string; show?: Parameters<typeof textOf>[0] }): string =>
  reply.show ? textOf(reply.show) : JSON.stringify(reply);

/** Input that no card of ours ever carried. */
const ODD = ['', ' ', 'a b', '会议', 'x'.repeat(10_000), '\u0000', '__proto__', '../..', 'a~b'];

describe('a forged button', () => {
  it.each(
    [
      'poll.vote',
      'poll.close',
      'event.answer',
      'event.announce',
      'event.drop',
      'desk.reply',
      'desk.answer',
    ].map((act) => [act]),
  )('of %s is refused in words, whatever its ids, and writes nothing', async (act) => {
    const faults: object[] = [];
    const log = { info: () => {}, warn: () => {}, error: (fields: object) => void faults.push(fields) };
    const { press, store } = stage({ log });

    for (const id of ODD)
      await press('admin', {
        act,
        input: { survey: id, event: id, ticket: id, option: 0, coming: true, reply: 'x' },
      });

    expect(faults).toEqual([]);
    expect(await store.list('stale', { limit: 5 })).toEqual([]);
    expect(await store.list('signup', { limit: 5 })).toEqual([]);
  });

  it.each(ODD)('rates no entry that there is not: %j', async (entry) => {
    const { press, store } = stage();

    const reply = await press('ann', { act: 'answer.rate', input: { entry, useful: true } });

    expect(words(reply)).toMatch(/不完整|已经撤下|撤/);
    expect(await store.list('rating', { limit: 5 })).toEqual([]);
  });

  it.each([-1e300, -1, 0.5, 1e300])('starts no training at %d', async (startsAt) => {
    const { send } = stage();
    const filled = { title: 'x', place: 'y', channel: HALL, startsAt };

    const reply = await send('organiser', { act: 'event.plan', input: {} }, filled);

    expect(reply.to).toBe('fields');
  });

  it('votes for no option that there is not', async () => {
    const { command, press, chat, store } = stage();
    await command('cadre', 'poll "a" "b" "c"');
    const { press: vote } = { press: pressOf(chat.sent[0]?.card ?? { blocks: [] }, 'b') };

    for (const option of [-1, 2, 0.5, 1e300])
      expect(words(await press('ann', { ...vote, input: { ...Object(vote.input), option } }))).toContain(
        '不完整',
      );

    expect(await store.list('tally', { limit: 5 })).toEqual([]);
  });

  it('hands the desk no book', async () => {
    const { press, chat } = stage();
    const question = '长'.repeat(80_000);

    for (const act of ['desk.ask', 'desk.send'])
      expect(words(await press('ann', { act, input: { ticket: 'ticket-1', question } }))).toContain('不完整');

    expect(chat.sent).toEqual([]);
  });
});

describe('a form', () => {
  const plan = { act: 'event.plan', input: {} };
  it.each([
    [{ title: '名'.repeat(121) }, 'title', '名称太长'],
    [{ title: '  ' }, 'title', '名称'],
    [{ place: '地'.repeat(201) }, 'place', '地点太长'],
    [{ place: ' ' }, 'place', '地点'],
    [{ people: Array.from({ length: 201 }, (_, n) => `p${n}`) }, 'people', '200'],
    [{ people: [] }, 'channel', '频道'],
    [{ people: ['no one'] }, 'people', '不完整'],
    [{ channel: 'elsewhere' }, 'channel', '邀请'],
    [{ leads: ['0'] }, 'leads', '不完整'],
    [{ leads: ['10080'] }, 'leads', '都已过去'],
    [{ startsAt: 1 }, 'startsAt', '过'],
    [{ startsAt: Date.UTC(2029, 0) }, 'startsAt', '400'],
  ])('%o is told under its field', async (wrong, field, expected) => {
    const { send, world, store } = stage();
    const right = {
      title: '培训',
      place: '三楼',
      startsAt: world.now() + days(2),
      people: ['ann'],
      leads: ['60'],
    };

    const reply = await send('organiser', plan, { ...right, ...wrong });

    expect(reply.to).toBe('fields');
    expect(words(reply)).toContain(`"${field}":`);
    expect(words(reply)).toContain(expected);
    expect(await store.list('event', { limit: 1 })).toEqual([]);
  });

  it('filled to its limits is taken', async () => {
    const { send, world } = stage();
    const people = Array.from({ length: 200 }, (_, n) => `p${n}`);
    const filled = {
      title: '名'.repeat(120),
      place: '地'.repeat(200),
      startsAt: world.now() + days(2),
      people,
    };

    expect((await send('organiser', plan, filled)).to).toBe('asker');
  });

  it('whose button is wrong says so to the person, not under a field that is not there', async () => {
    const { send } = stage();

    const reply = await send('cadre', { act: 'desk.answer', input: { ticket: 'a b' } }, { reply: '好' });

    expect(reply.to).toBe('asker');
  });
});

describe('a draft', () => {
  async function drafted() {
    const on = stage();
    const filled = { title: '培训', place: '三楼', startsAt: on.world.now() + days(2), channel: HALL };
    const reply = await on.send('organiser', { act: 'event.plan', input: {} }, filled);
    if (!('show' in reply)) throw new Error('no dry run');
    const press = (by: string, act: string, more: object = {}) =>
      on.press(by, { act, input: { event: 'event-1', ...more } });
    return { ...on, dryRun: reply.show, pressAs: press };
  }

  it('is nothing that a member can sign up for or see', async () => {
    const { pressAs, store } = await drafted();

    const reply = words(await pressAs('ann', 'event.answer', { coming: true }));

    expect(reply).toContain('找不到');
    expect(reply).not.toContain('培训');
    expect(await store.list('signup', { limit: 5 })).toEqual([]);
  });

  it('that was announced is not said to be deleted', async () => {
    const { press, dryRun, chat, pressAs } = await drafted();
    await press('organiser', pressOf(dryRun, '确认发出'));

    expect(words(await pressAs('organiser', 'event.drop'))).toContain('已经通知过');
    expect(chat.inChannel(HALL)).toHaveLength(1);
  });

  it('announced and dropped at once is one or the other, and both are told so', async () => {
    const { act, chat } = await drafted();
    const did = (name: string) => ({ kind: 'press', act: name, input: { event: 'event-1' } }) as const;
    const at = { channel: HALL, direct: false };

    const [announced, dropped] = await Promise.all([
      act('organiser', did('event.announce'), at),
      act('organiser', did('event.drop'), at),
    ]);

    const isOut = chat.inChannel(HALL).length === 1;
    expect([announced.to, dropped.to]).toEqual(isOut ? ['card', 'asker'] : ['asker', 'card']);
  });

  it('is dropped by its author, once and again, and by nobody else', async () => {
    const { pressAs, store } = await drafted();

    expect(words(await pressAs('en-organiser', 'event.drop'))).toContain('organiser');
    expect(await store.list('event', { limit: 5 })).toHaveLength(1);
    expect((await pressAs('organiser', 'event.drop')).to).toBe('card');
    expect((await pressAs('organiser', 'event.drop')).to).toBe('card');

    expect(await store.list('event', { limit: 5 })).toEqual([]);
  });

  it('is not announced by another organiser', async () => {
    const { pressAs, chat } = await drafted();

    expect(words(await pressAs('en-organiser', 'event.announce'))).toContain('Only its organiser');
    expect(chat.sent).toEqual([]);
  });

  it('is announced by its author or an admin, as long as they are one', async () => {
    const roles: { [person: string]: 'organiser' | 'admin' | 'member' } = {
      organiser: 'organiser',
      a: 'admin',
    };
    const on = stage({ roleOf: (person) => roles[person] ?? 'member' });
    const filled = { title: '培训', place: '三楼', startsAt: on.world.now() + days(2), channel: HALL };
    const reply = await on.send('organiser', { act: 'event.plan', input: {} }, filled);
    if (!('show' in reply)) throw new Error('no dry run');
    const confirm = pressOf(reply.show, '确认发出');

    roles.organiser = 'member';
    expect(words(await on.press('organiser', confirm))).toContain('组织者');
    expect(on.chat.sent).toEqual([]);
    expect((await on.press('a', confirm)).to).toBe('card');

    expect(on.chat.inChannel(HALL)).toHaveLength(1);
  });
});

describe('a question at the desk', () => {
  async function asked() {
    const on = stage();
    await on.press('ann', { act: 'desk.send', input: { ticket: 'ticket-1', question: '谁来答？' } });
    const reply = (by: string, text: string) =>
      on.send(by, { act: 'desk.answer', input: { ticket: 'ticket-1' } }, { reply: text });
    return { ...on, reply };
  }

  it('answered by two at once is answered once, and the other is told by whom', async () => {
    const { reply, chat } = await asked();

    const replies = await Promise.all([reply('cadre', '甲'), reply('admin', '乙')]);

    expect(chat.inboxOf('ann')).toHaveLength(1);
    expect(replies.map(words).join()).toMatch(/(CADRE|ADMIN)已经/);
  });

  it('that was answered is not taken up again', async () => {
    const { reply, press } = await asked();
    await reply('cadre', '甲');

    const again = await press('admin', { act: 'desk.reply', input: { ticket: 'ticket-1' } });

    expect(words(again)).toContain('CADRE');
  });

  it.each([
    ['  ', '答复是空的'],
    ['长'.repeat(2001), '答复太长'],
  ])('takes no reply that is empty or too long', async (text, expected) => {
    const { reply, chat } = await asked();

    expect(words(await reply('cadre', text))).toContain(expected);
    expect(chat.inboxOf('ann')).toEqual([]);
  });

  it('is not taken where there is no desk', async () => {
    const { press, store } = stage({ desk: undefined });

    for (const act of ['desk.ask', 'desk.send'])
      expect(
        words(await press('ann', { act, input: { ticket: 'ticket-1', question: '谁来答？' } })),
      ).toContain('12351');

    expect(await store.list('ticket', { limit: 1 })).toEqual([]);
  });

  it('may be thought better of', async () => {
    const { press, chat } = stage();

    expect((await press('ann', { act: 'desk.cancel', input: {} })).to).toBe('card');
    expect(chat.sent).toEqual([]);
  });
});

describe('what somebody is spoken to in', () => {
  it('is the language of the workplace as long as it is not known who they are', async () => {
    const away = async () => {
      throw new StoreAway(false);
    };
    const { command } = stage({ language: 'en', store: { get: away, list: away, commit: away } });

    expect(words(await command('ann', 'help'))).toMatch(/[Nn]othing/);
  });

  it.each(['', 'fr'])('cannot be “%s”', async (language) => {
    const { command } = stage();

    expect(words(await command('ann', `language ${language}`))).toContain('help');
  });
});

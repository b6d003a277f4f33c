import { describe, expect, it } from 'vitest';
import { agenda, events, reminders } from '../../src/events/record.ts';
import type { Ended } from '../../src/platforms/port.ts';
import type { Card } from '../../src/view/card.ts';
import { days, hours, minutes } from '../../src/world.ts';
import { HALL, pressOf, stage, textOf } from '../support/stage.ts';

type Stage = ReturnType<typeof stage>;

/** Announces a training to the hall, or to people. */
async function announce(
  { world, send, press }: Stage,
  inMs: number,
  filled: { channel?: string; people?: string[]; leads?: string[]; title?: string } = { channel: HALL },
) {
  const dryRun = await send(
    'organiser',
    { act: 'event.plan', input: {} },
    { title: '安全培训', place: '三楼', leads: ['1440', '60'], ...filled, startsAt: world.now() + inMs },
  );
  if (!('show' in dryRun)) throw new Error(JSON.stringify(dryRun));
  const done = await press('organiser', pressOf(dryRun.show, '确认发出'));
  if (!('show' in done)) throw new Error(JSON.stringify(done));
  return textOf(done.show);
}
const titles = (sent: readonly { card: Card }[]): (string | undefined)[] =>
  sent.map(({ card }) => card.title);

describe('a reminder', () => {
  it('reaches each of a thousand, in several commits, also one who is listed twice', async () => {
    const members = Array.from({ length: 1000 }, (_, n) => `m${n}`);
    const on = stage({ members: [...members, 'm1', 'm999'] });
    await announce(on, days(2), { channel: HALL, leads: ['60'] });

    await on.pass(days(2) - hours(1));
    await on.workplace.pulse();

    const reached = on.chat.sent.flatMap(({ to }) => ('person' in to ? [to.person] : []));
    expect(reached.sort()).toEqual([...members].sort());
    expect(await on.store.list('agenda', { limit: 5 })).toEqual([]);
    expect(await on.store.list('reminder', { limit: 5 })).toEqual([]);
  });

  it('goes on where it stopped', async () => {
    const on = stage({ members: ['a', 'b', 'c'] });
    await announce(on, days(2), { channel: HALL, leads: ['60'] });
    const [item] = await reminders.list(on.store, { limit: 1 });
    if (!item) throw new Error('no reminder');
    await on.store.commit([reminders.put(item.id, { ...item.value, reached: 'b' }, item.version)]);

    await on.pass(days(2) - hours(1));

    expect(on.chat.sent.flatMap(({ to }) => ('person' in to ? [to.person] : []))).toEqual(['c']);
  });

  it('that is late and would disturb people at night waits for the morning', async () => {
    const on = stage();
    await announce(on, days(2) + hours(10.5), { channel: HALL, leads: ['1440'] }); // due at 20:30

    await on.pass(days(1) + hours(12)); // 22:00
    expect(on.chat.inboxOf('bob')).toEqual([]);
    await on.pass(hours(9)); // 07:00
    expect(on.chat.inboxOf('bob')).toEqual([]);

    expect(titles(on.chat.inboxOf('organiser'))).toEqual([]);
    await on.pass(hours(1));
    expect(on.chat.inboxOf('bob')).toHaveLength(1);
  });

  it('that is late at night and of no use by the morning is skipped, and the organiser told', async () => {
    const on = stage();
    await announce(on, days(1) + hours(10), { channel: HALL, leads: ['180'] }); // of 20:00, for 17:00
    const [item] = await reminders.list(on.store, { limit: 1 });
    const [line] = await agenda.due(on.store, on.world.now() + days(2), 5);
    if (!item || !line) throw new Error('no reminder');
    const latest = on.world.now() + days(1) + hours(14);
    const late = { ...item.value, latest };
    await on.store.commit([reminders.put(item.id, late, item.version)]);

    await on.pass(days(1) + hours(13)); // 23:00

    expect(on.chat.inboxOf('bob')).toEqual([]);
    expect(on.chat.inboxOf('organiser')).toHaveLength(1);
    expect(on.chat.inboxOf('organiser')[0]?.card.title).toContain('没有发全');
  });

  it('sent at the last moment is sent, and a millisecond later is not', async () => {
    for (const [more, count] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const on = stage();
      await announce(on, days(2), { channel: HALL, leads: ['60'] });

      await on.pass(days(2) - minutes(30) + more);

      expect(on.chat.inboxOf('bob')).toHaveLength(count);
      expect(titles(on.chat.inboxOf('organiser'))).toHaveLength(1);
    }
  });

  it('to a channel that was archived is told to the organiser, once', async () => {
    const on = stage();
    await announce(on, days(2), { channel: HALL, leads: ['60'] });
    on.chat.platform.members = async () => ({ kind: 'never', why: 'is_archived' });

    await on.pass(days(2) - hours(1));
    await on.pass(minutes(1));

    expect(on.chat.inboxOf('organiser')).toHaveLength(1);
    expect(textOf(on.chat.inboxOf('organiser')[0]?.card ?? { blocks: [] })).toContain('归档');
  });

  it.each([
    { kind: 'later', retryAfterMs: minutes(2), why: 'ratelimited' },
    { kind: 'unclear', why: 'timeout' },
  ] as Ended<never>[])('waits while nobody says who is in the channel: %o', async (ended) => {
    const on = stage();
    await announce(on, days(2), { channel: HALL, leads: ['60'] });
    const { members } = on.chat.platform;
    on.chat.platform.members = async () => ended;

    await on.pass(days(2) - hours(1));
    expect(on.chat.inboxOf('bob')).toEqual([]);
    on.chat.platform.members = members;
    await on.pass(minutes(2));

    expect(on.chat.inboxOf('bob')).toHaveLength(1);
  });

  it('that nobody can read holds up no other', async () => {
    const errors: object[] = [];
    const log = { info: () => {}, warn: () => {}, error: (fields: object) => void errors.push(fields) };
    const on = stage({ log });
    await on.store.commit([
      { kind: 'put', key: reminders.key('bad.60'), version: 0, value: { v: 9, is: null } },
      agenda.put(on.world.now() + minutes(1), 'bad.60'),
      agenda.put(on.world.now() + minutes(1), 'gone.60'),
    ]);
    await announce(on, days(2), { channel: HALL, leads: ['60'] });

    await on.pass(days(2) - hours(1));

    expect(on.chat.inboxOf('bob')).toHaveLength(1);
    expect(errors).toHaveLength(1);
    const [left, ...others] = await agenda.due(on.store, on.world.now() + days(1), 5);
    expect([left?.of, others]).toEqual(['bad.60', []]);
  });

  it('stops at a person who said no after it was promised', async () => {
    const on = stage();
    await announce(on, days(2), { channel: HALL, leads: ['60'] });
    const { post } = on.chat.platform;
    on.chat.platform.post = async () => ({ kind: 'later', retryAfterMs: 1000, why: 'ratelimited' });
    await on.pass(days(2) - hours(1));
    const [{ id = '' } = {}] = await events.list(on.store, { limit: 1 });

    await on.press('bob', { act: 'event.answer', input: { event: id, coming: false } });
    on.chat.platform.post = post;
    await on.pass(minutes(1));

    expect(on.chat.inboxOf('bob')).toEqual([]);
    expect(on.chat.inboxOf('cem')).toHaveLength(1);
  });

  it('is not even promised to those who said no before', async () => {
    const on = stage();
    await announce(on, days(2), { channel: HALL, leads: ['60'] });
    await on.press('bob', { act: 'event.answer', input: { event: 'event-1', coming: false } });

    await on.pass(days(2) - hours(1));

    const promised = await on.store.list('message', { from: 'remind.', before: 'remind.~', limit: 10 });
    expect(promised.map(({ id }) => id.split('.').at(-1))).toEqual(['ann', 'cem', 'organiser']);
  });

  it('goes to no one who has left, and to the others all the same', async () => {
    const on = stage();
    await announce(on, days(2), { channel: HALL, leads: ['60'] });
    on.chat.befall((key) => (key.endsWith('.bob') ? 'never' : 'arrives'));

    await on.pass(days(2) - hours(1));

    expect(on.chat.inboxOf('ann')).toHaveLength(1);
    expect(on.chat.inboxOf('bob')).toEqual([]);
  });
});

describe('a training for people by name', () => {
  it('is announced to each, 200 with six reminders at once', async () => {
    const on = stage();
    const people = Array.from({ length: 200 }, (_, n) => `m${n}`);

    const said = await announce(on, days(20), {
      people,
      leads: ['10080', '4320', '1440', '180', '60', '15'],
    });

    expect(said).toContain('安全培训');
    expect(on.chat.sent).toHaveLength(200);
  });

  it('shows each their own answer counted', async () => {
    const on = stage();
    await announce(on, days(2), { people: ['ann', 'bob'], leads: ['60'] });
    const [card] = on.chat.inboxOf('ann').map((it) => it.card);
    if (!card) throw new Error('not announced');

    await on.press('ann', pressOf(card, '去'));

    expect(textOf(on.chat.inboxOf('ann')[0]?.card ?? card)).toContain('去 1人 · 不去 0人');
  });
});

describe('a sign-up', () => {
  it('counts the last word of each', async () => {
    const on = stage();
    await announce(on, days(2));
    const answer = (person: string, coming: boolean) =>
      on.press(person, { act: 'event.answer', input: { event: 'event-1', coming } });

    for (const coming of [true, true, false]) await answer('ann', coming);
    for (const coming of [false, true]) await answer('bob', coming);

    expect(textOf(on.chat.inChannel(HALL)[0]?.card ?? { blocks: [] })).toContain('去 1人 · 不去 1人');
  });

  it('is taken until the start and not from then on', async () => {
    const on = stage();
    await announce(on, days(2));
    const answer = () => on.press('ann', { act: 'event.answer', input: { event: 'event-1', coming: true } });

    on.world.pass(days(2));
    const late = await answer();
    expect('show' in late && textOf(late.show)).toContain('已经开始');
    on.world.pass(-1);
    const early = await answer();

    expect('show' in early && textOf(early.show)).toContain('安全培训');
    expect(await on.store.list('signup', { limit: 5 })).toHaveLength(1);
  });
});

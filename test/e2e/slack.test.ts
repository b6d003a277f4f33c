import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startRedis } from '../support/redis-server.ts';
import { buttonsOf, linesOf } from '../support/slack/shown.ts';
import type { Message, Whisper } from '../support/slack/workplace.ts';
import { DESK, HALL, type Mode, openBot, PEOPLE } from '../support/slack-bot.ts';
import { BOT } from '../support/slack-double.ts';

const { member, other, cadre, organiser, english } = PEOPLE;
const soon = { timeout: 10_000, interval: 20 };

function found<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('not there');
  return what;
}
const said = (shown: Pick<Message, 'blocks'> | undefined): string => (shown ? linesOf(shown).join('\n') : '');

const ways: [Mode, 'sqlite' | 'redis'][] = [
  ['http', 'sqlite'],
  ['http', 'redis'],
  ['socket', 'sqlite'],
];

describe.each(ways)('in Slack by %s on %s', (mode, engine) => {
  let bot: Awaited<ReturnType<typeof openBot>>;
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;

  beforeEach(async () => {
    redis = engine === 'redis' ? await startRedis('--appendfsync', 'always') : undefined;
    bot = await openBot(mode, redis ? { REDIS_URL: redis.url } : {});
  });
  afterEach(async () => {
    const { problems } = bot.double;
    await bot.close();
    await redis?.remove();
    expect(problems).toEqual([]);
  });

  const posts = (channel: string): Message[] =>
    bot.double.workplace.read(channel).filter(({ user }) => user === BOT.user);
  const directOf = (person: string): Message[] => posts(bot.double.workplace.direct(person).id);
  const whispersTo = (person: string): Whisper[] =>
    bot.double.workplace.whispers.filter(({ user }) => user === person);

  it('a question is answered in its thread, in a direct message, and for one’s own eyes', async () => {
    const { people } = bot;

    const mention = await people.mention(member, HALL, '2019年北京新建了多少母婴室？');
    await people.write(english, 'How many nursing rooms did Beijing open in 2019?');
    await people.command(other, HALL, '问 2019年北京新建了多少母婴室');

    await vi.waitFor(() => {
      expect(posts(HALL)).toHaveLength(1);
      expect(directOf(english)).toHaveLength(1);
      expect(whispersTo(other)).toHaveLength(1);
    }, soon);
    expect(posts(HALL)[0]?.thread).toBe(mention.ts);
    for (const shown of [posts(HALL)[0], whispersTo(other)[0]]) expect(said(shown)).toMatch(/157[\s\S]*市级/);
    expect(said(directOf(english)[0])).toMatch(/157/);
    expect(buttonsOf(directOf(english)[0]?.blocks ?? []).map(({ text }) => text.text)).toContain('Helpful');
  });

  it('an event that Slack sends three times is answered once', async () => {
    const { people } = bot;
    const { body } = people.mentionBody(member, HALL, '大兴的五新目标是哪五个');

    await Promise.all([
      people.deliver('events_api', body),
      people.deliver('events_api', body, { num: 1, reason: 'http_timeout' }),
    ]);
    await people.deliver('events_api', body, { num: 2, reason: 'http_timeout' });
    await bot.restart();
    await people.deliver('events_api', body, { num: 3, reason: 'http_timeout' });
    await people.mention(other, HALL, '大兴的五新目标是哪五个');

    await vi.waitFor(() => expect(posts(HALL)).toHaveLength(2), soon);
  });

  it('what the reports do not say leads to a person and back', async () => {
    const { people, double } = bot;

    await people.write(member, '番茄炒蛋先放番茄还是先放蛋？');
    await vi.waitFor(() => expect(directOf(member)).toHaveLength(1), soon);
    await people.press(member, found(directOf(member)[0]), '找人');
    await vi.waitFor(() => expect(whispersTo(member)).toHaveLength(1), soon);
    expect(said(whispersTo(member)[0])).toContain('谁能看到');
    await people.press(member, found(whispersTo(member)[0]), '转给他们');
    await vi.waitFor(() => expect(posts(DESK)).toHaveLength(1), soon);
    await people.press(cadre, found(posts(DESK)[0]), '答复');
    await vi.waitFor(() => expect(double.workplace.modal(cadre)).toBeDefined(), soon);
    await people.submit(cadre, { reply: '先放蛋 <!channel> *重点*' });

    await vi.waitFor(() => expect(said(directOf(member).at(-1))).toContain('先放蛋'), soon);
    expect(directOf(member).at(-1)?.text).not.toContain('<!channel>');
    expect(JSON.stringify(directOf(member).at(-1))).not.toContain('mrkdwn');
    await vi.waitFor(() => expect(said(posts(DESK)[0])).toContain('已答复'), soon);
  });

  it('a poll is opened, voted in, changed and closed, also after a restart', async () => {
    const { people } = bot;

    await people.command(cadre, HALL, 'poll “去哪里” "香山" 「颐和园」');
    await vi.waitFor(() => expect(posts(HALL)).toHaveLength(1), soon);
    const poll = (): Message => found(posts(HALL)[0]);
    const voteFor = (label: string): string =>
      found(
        buttonsOf(poll().blocks).find(
          (it) => it.accessibility_label?.includes(label) || it.text.text.includes(label),
        ),
      ).text.text;
    const press = (person: string, option: number) => {
      const body = people.pressBody(person, poll(), voteFor('')) as { actions: object[] };
      const button = found(buttonsOf(poll().blocks)[option]);
      return people.deliver('interactive', {
        ...body,
        actions: [{ ...button, action_ts: bot.double.workplace.ts() }],
      });
    };
    await Promise.all([press(member, 0), press(other, 0), press(cadre, 1)]);
    await press(member, 1);
    await bot.restart();
    await vi.waitFor(() => expect(said(poll())).toMatch(/香山[\s\S]*\b1\b[\s\S]*颐和园[\s\S]*\b2\b/), soon);
    await people.press(member, poll(), '结束投票');
    await vi.waitFor(() => expect(said(whispersTo(member).at(-1))).toContain('工会干部'), soon);
    await people.press(cadre, poll(), '结束投票');

    await vi.waitFor(() => expect(said(poll())).toContain('投票已结束，共3人参加'), soon);
    expect(buttonsOf(poll().blocks)).toEqual([]);
    expect(posts(HALL)).toHaveLength(1);
  });

  it('a training is planned in a form with its faults named, announced, and reminded of once', async () => {
    const { people, double } = bot;
    const startsAt = Math.floor(Date.now() / 1000) + 3600 + 4;

    await people.command(organiser, HALL, '提醒 安全生产培训');
    await vi.waitFor(() => expect(double.workplace.modal(organiser)).toBeDefined(), soon);
    await people.submit(organiser, { startsAt: 1_600_000_000, place: '三楼', leads: ['60'] });
    expect(double.workplace.modal(organiser)?.errors.startsAt).toContain('已经过去');
    await people.submit(organiser, { startsAt, place: '三楼', leads: ['60'] });
    await vi.waitFor(
      () => expect(JSON.stringify(double.workplace.modal(organiser))).toContain('频道里的6人'),
      soon,
    );
    expect(posts(HALL)).toEqual([]);
    await people.press(organiser, found(double.workplace.modal(organiser)), '确认发出');
    await vi.waitFor(() => expect(posts(HALL)).toHaveLength(1), soon);
    await people.press(other, found(posts(HALL)[0]), '不去');
    await people.press(member, found(posts(HALL)[0]), '去');
    await bot.restart();

    const invited = Object.values(PEOPLE).filter((it) => it !== other);
    const reminders = (person: string): Message[] =>
      directOf(person).filter((it) => /提醒：|Reminder:/.test(said(it) + it.text));
    await vi.waitFor(() => expect(invited.map((it) => reminders(it).length)).toEqual(invited.map(() => 1)), {
      timeout: 15_000,
      interval: 100,
    });
    expect(reminders(other)).toEqual([]);
    await vi.waitFor(() => expect(said(posts(HALL)[0])).toContain('去 1人 · 不去 1人'), soon);
  });

  it('the home page, the help and the shortcut serve whoever opens them, in their language', async () => {
    const { people, double } = bot;

    await people.openHome(english);
    await people.openHome(organiser);
    await people.command(member, HALL, '');
    const message = double.workplace.post({
      channel: HALL,
      text: '集体协商要谈什么',
      user: other,
      bot: false,
    });
    await people.askAbout(member, message);

    await vi.waitFor(() => {
      expect(said(double.workplace.homes.get(english))).toContain('Ask a question');
      expect(said(double.workplace.homes.get(organiser))).toContain('通知培训');
      expect(said(whispersTo(member)[0])).toContain('我是工友');
      expect(directOf(member)).toHaveLength(1);
    }, soon);
    expect(said(double.workplace.homes.get(english))).not.toContain('Announce a training');
  });
});

import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/platforms/port.ts';
import { BOT } from '../../support/slack-double.ts';
import { ANN, BOB, HALL, openUnion, startUnion } from './scene.ts';

const card = { title: '培训', blocks: [{ kind: 'text', text: '周三下午' }] } as const;
const hall: Place = { channel: HALL, direct: false };
const mark = (key: string, attempt = 1) => ({ key, attempt });

describe('a post that Slack wants later', () => {
  it('is later by as long as Slack says, and its channel is left alone until then', async () => {
    let now = 1_800_000_000_000;
    const { platform, double, workplace } = await startUnion('http', undefined, { now: () => now });
    workplace.addChannel('C0OTHER', [BOT.user]);
    double.fault({ method: 'chat.postMessage', channel: HALL, is: 'rate-limit', seconds: 7 });

    const limited = await platform.post(hall, card, mark('a'));
    now += 2000;
    const paused = await platform.post(hall, card, mark('a'));
    const elsewhere = await platform.post({ channel: 'C0OTHER', direct: false }, card, mark('b'));
    const tried = double.callsOf('chat.postMessage').length;
    now += 5000;
    const again = await platform.post(hall, card, mark('a', 2));

    expect(limited).toEqual({ kind: 'later', retryAfterMs: 7000, why: 'ratelimited' });
    expect(paused).toEqual({ kind: 'later', retryAfterMs: 5000, why: 'ratelimited' });
    expect(elsewhere.kind).toBe('done');
    expect(tried).toBe(2);
    expect(again.kind).toBe('done');
  });

  it.each([
    ['service_unavailable', 10_000],
    ['rate_limited', 30_000],
    ['token_revoked', 60_000],
  ])('%s: is later, for nothing was posted', async (error, retryAfterMs) => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'chat.postMessage', is: 'error', error });

    expect(await platform.post(hall, card, mark('a'))).toEqual({ kind: 'later', retryAfterMs, why: error });
  });

  it('is later where no connection came about, for nothing can have arrived', async () => {
    const { platform, double } = await openUnion('http');
    await platform.connect();
    await double.close();

    expect(await platform.post(hall, card, mark('a'))).toEqual({
      kind: 'later',
      retryAfterMs: 5000,
      why: 'unreachable',
    });
  });

  it('is later where the direct message could not be opened, for nothing was posted yet', async () => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'conversations.open', is: 'cut' });

    expect(await platform.post({ person: ANN }, card, mark('a'))).toMatchObject({ kind: 'later' });
    expect((await platform.post({ person: ANN }, card, mark('a', 2))).kind).toBe('done');
  });
});

describe('a post that got no answer', () => {
  it('is unclear, was sent once, and is found where it arrived', async () => {
    const { platform, double, workplace } = await startUnion('http');
    double.fault({ method: 'chat.postMessage', is: 'answer-cut' });
    const since = Date.now() - 1000;

    const ended = await platform.post(hall, card, mark('reminder.1'));
    const found = await platform.find(hall, 'reminder.1', since);

    expect(ended).toEqual({ kind: 'unclear', why: 'cut-off' });
    expect(double.callsOf('chat.postMessage')).toHaveLength(1);
    expect(found).toEqual({ kind: 'done', is: { channel: HALL, message: workplace.read(HALL)[0]?.ts } });
    expect(workplace.read(HALL)[0]?.metadata).toEqual({
      event_type: 'gongyou_message',
      event_payload: { key: 'reminder.1', attempt: 1 },
    });
  });

  it('is unclear, and not found where it did not arrive', async () => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'chat.postMessage', is: 'cut' });

    const ended = await platform.post(hall, card, mark('reminder.1'));

    expect(ended.kind).toBe('unclear');
    expect(await platform.find(hall, 'reminder.1', Date.now() - 1000)).toEqual({
      kind: 'done',
      is: undefined,
    });
  });

  it.each([
    [{ is: 'status', status: 503 }, 'http-503'],
    [{ is: 'status', status: 500 }, 'http-500'],
    [{ is: 'garbage' }, 'not-json'],
    [{ is: 'error', error: 'fatal_error' }, 'fatal_error'],
    [{ is: 'error', error: 'internal_error' }, 'internal_error'],
  ] as const)('is unclear and not repeated: %o', async (fault, why) => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'chat.postMessage', ...fault });

    expect(await platform.post(hall, card, mark('a'))).toEqual({ kind: 'unclear', why });
    expect(double.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('is unclear after ten seconds without an answer', { timeout: 20_000 }, async () => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'chat.postMessage', is: 'slow', ms: 12_000 });
    const began = Date.now();

    const ended = await platform.post(hall, card, mark('a'));

    expect(ended).toEqual({ kind: 'unclear', why: 'timeout' });
    expect(Date.now() - began).toBeGreaterThanOrEqual(9900);
    expect(Date.now() - began).toBeLessThan(11_500);
    expect((await platform.find(hall, 'a', began - 1000)).kind).toBe('done');
  });
});

describe('a post that never arrives', () => {
  it.each([
    'is_archived',
    'not_in_channel',
    'channel_not_found',
    'restricted_action',
    'invalid_blocks',
    'an_error_of_tomorrow',
  ])('is told by %s', async (error) => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'chat.postMessage', is: 'error', error });

    expect(await platform.post(hall, card, mark('a'))).toEqual({ kind: 'never', why: error });
  });

  it('is a card that no message can hold', async () => {
    const { platform, double } = await startUnion('http');
    const press = { act: 'x', input: '长'.repeat(5000) };
    const endless = { blocks: [{ kind: 'buttons', buttons: [{ label: '按', press }] }] } as const;

    const ended = await platform.post(hall, endless, mark('endless'));

    expect(ended).toEqual({ kind: 'never', why: 'cannot-be-drawn' });
    expect(double.callsOf('chat.postMessage')).toEqual([]);
  });

  it('is to somebody who has left', async () => {
    const { platform, workplace } = await startUnion('http');
    workplace.addPeople({ id: 'U0GONE', name: 'gone', deleted: true });

    expect(await platform.post({ person: 'U0GONE' }, card, mark('a'))).toEqual({
      kind: 'never',
      why: 'user_disabled',
    });
    expect(await platform.post({ person: 'U0NOBODY' }, card, mark('a'))).toEqual({
      kind: 'never',
      why: 'user_not_found',
    });
  });
});

describe('a post', () => {
  it('opens a direct message once for all that is sent to a person', async () => {
    const { platform, double, workplace } = await startUnion('http');

    for (const key of ['a', 'b', 'c']) await platform.post({ person: ANN }, card, mark(key));

    expect(double.callsOf('conversations.open')).toHaveLength(1);
    expect(workplace.read(workplace.direct(ANN).id)).toHaveLength(3);
  });

  it('goes into the thread, unfolds no links, and reads no markup', async () => {
    const { platform, double, workplace } = await startUnion('http');
    const root = workplace.post({ channel: HALL, text: '在吗', user: ANN, bot: false });

    await platform.post({ ...hall, thread: root.ts }, card, mark('a'));

    const [sent] = double.callsOf('chat.postMessage');
    expect(sent?.args).toMatchObject({
      thread_ts: root.ts,
      mrkdwn: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(await platform.find({ ...hall, thread: root.ts }, 'a', Date.now() - 1000)).toMatchObject({
      is: { channel: HALL },
    });
    // in the channel itself it is not to be seen
    expect(await platform.find(hall, 'a', Date.now() - 1000)).toEqual({ kind: 'done', is: undefined });
  });

  it('speaks the language of the person it goes to', async () => {
    const { platform, workplace } = await startUnion('http');
    const poll = {
      blocks: [{ kind: 'tally', rows: [{ label: 'A', count: 1 }], people: 1, caption: '1' }],
    } as const;

    await platform.post({ person: BOB }, poll, mark('a'));
    await platform.post({ person: ANN }, poll, mark('b'));

    expect(JSON.stringify(workplace.read(workplace.direct(BOB).id))).toContain('1 vote, 100%');
    expect(JSON.stringify(workplace.read(workplace.direct(ANN).id))).toContain('1票，占100%');
  });
});

describe('looking for a post', () => {
  it('goes through page after page', async () => {
    const { platform, double, workplace } = await startUnion('http');
    const since = Date.now() - 1000;
    const posted = await platform.post(hall, card, mark('old'));
    for (let nth = 0; nth < 450; nth++)
      workplace.post({ channel: HALL, text: '闲聊', user: ANN, bot: false });

    const found = await platform.find(hall, 'old', since);

    expect(found).toEqual(posted);
    expect(double.callsOf('conversations.history')).toHaveLength(3);
  });

  it('is not misled by what others post, nor by what is older', async () => {
    const { platform, workplace } = await startUnion('http');
    const metadata = { event_type: 'gongyou_message', event_payload: { key: 'k' } };
    workplace.post({ channel: HALL, text: '假的', user: BOB, bot: false, metadata });
    await platform.post(hall, card, mark('early'));
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect(await platform.find(hall, 'k', 0)).toEqual({ kind: 'done', is: undefined });
    expect(await platform.find(hall, 'early', Date.now())).toEqual({ kind: 'done', is: undefined });
  });

  it('says so where it cannot look', async () => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'conversations.history', is: 'cut' });
    double.fault({ method: 'conversations.history', is: 'rate-limit', seconds: 3 });

    expect(await platform.find(hall, 'k', 0)).toMatchObject({ kind: 'unclear' });
    expect(await platform.find(hall, 'k', 0)).toEqual({
      kind: 'later',
      retryAfterMs: 3000,
      why: 'ratelimited',
    });
  });
});

describe('the people of a channel', () => {
  it('are its members without bots, whoever they are', async () => {
    const { platform } = await startUnion('http');

    expect(await platform.members(HALL)).toEqual({ kind: 'done', is: [ANN, BOB] });
  });

  it('are looked up in the whole list where they are many, and all of them', async () => {
    const { platform, double, workplace } = await startUnion('http');
    const ids = Array.from({ length: 2345 }, (_, nth) => `U${String(nth).padStart(5, '0')}`);
    workplace.addPeople(
      ...ids.map((id, nth) => ({ id, name: id, ...(nth % 100 === 7 ? { bot: true as const } : {}) })),
    );
    workplace.addChannel('C0BIG', [BOT.user, ...ids]);

    const members = await platform.members('C0BIG');

    expect(members.kind === 'done' && members.is).toHaveLength(2345 - 24);
    expect(double.callsOf('conversations.members')).toHaveLength(3);
    expect(double.callsOf('users.info')).toHaveLength(0);
    expect(double.callsOf('users.list')).toHaveLength(3);
  });

  it('are not said to be fewer because Slack wants a pause, or a scope', async () => {
    const { platform, double } = await startUnion('http');
    double.fault({ method: 'users.info', is: 'rate-limit', seconds: 2, times: 5 });

    expect(await platform.members(HALL)).toMatchObject({ kind: 'later', retryAfterMs: 2000 });
    double.fault({ method: 'users.info', is: 'error', error: 'missing_scope', times: 5 });
    expect(await platform.members(HALL)).toMatchObject({ kind: 'never', why: 'missing_scope' });
  });
});

describe('a person', () => {
  it('is known by name, language and zone, and asked for once an hour', async () => {
    let now = Date.now();
    const { platform, double } = await startUnion('http', undefined, { now: () => now });

    const facts = await Promise.all([platform.person(BOB), platform.person(BOB)]);
    await platform.person(BOB);
    const asked = double.callsOf('users.info').length;
    now += 3_600_001;
    await platform.person(BOB);

    expect(facts).toEqual(Array(2).fill({ name: 'Bob Li', locale: 'en-US', zone: 'Europe/Berlin' }));
    expect(asked).toBe(1);
    expect(double.callsOf('users.info')).toHaveLength(2);
  });

  it('is named by id where Slack cannot be asked, and as before where it was known', async () => {
    let now = Date.now();
    const { platform, double } = await startUnion('http', undefined, { now: () => now });
    double.fault({ method: 'users.info', is: 'cut' });

    expect(await platform.person(ANN)).toEqual({ name: ANN });
    expect((await platform.person(ANN)).name).toBe('小安');
    now += 3_600_001;
    double.fault({ method: 'users.info', is: 'status', status: 502 });
    expect((await platform.person(ANN)).name).toBe('小安');
  });
});

describe('the log', () => {
  it('holds no token and nothing that a member wrote', async () => {
    const { platform, double, lines } = await startUnion('http');
    for (const error of ['invalid_blocks', 'missing_scope', 'token_revoked', 'is_archived'])
      double.fault({ method: 'chat.postMessage', is: 'error', error });
    for (let nth = 0; nth < 4; nth++)
      await platform.post({ ...hall, channel: HALL }, { title: '秘密的话', blocks: [] }, mark('a'));

    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/xox|xapp|秘密/);
  });
});

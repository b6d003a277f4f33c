import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { instantIn } from '../../../src/calendar/moment.ts';
import { type Store, StoreAway } from '../../../src/store/port.ts';
import type { Card } from '../../../src/view/card.ts';
import { liveEvents, openWorkspace, plainStore } from './workspace.ts';

const card = (title: string): Card => ({ title, blocks: [{ kind: 'text', text: '正文' }] });
const say = (text: string, more: object = {}) => ({
  id: 'act-00000001',
  by: 'u-lin',
  channel: 'c-hall',
  text,
  ...more,
});
const mark = (key: string) => ({ key, attempt: 1 });
const texts = (is: Record<string, unknown>) =>
  (is.messages as { text?: string; card?: Card }[]).map((it) => it.text ?? it.card?.title);

describe('what people say', () => {
  it('posts plain words in a channel and leaves the bot alone', async () => {
    const { post, get, told } = await openWorkspace();

    const { status } = await post('/api/say', say('大家好'));

    expect(status).toBe(200);
    expect(told).toEqual([]);
    expect(texts((await get('/api/messages?by=u-ma&channel=c-hall')).is)).toEqual(['大家好']);
  });

  it('hands a mention to the bot without the mention, to be answered under the message', async () => {
    const { post, told } = await openWorkspace();

    const { is } = await post('/api/say', say('@工友，集体协商谈什么'));

    const { id } = is.message as { id: string };
    expect(told).toEqual([
      {
        id: 'web-act-00000001',
        by: 'u-lin',
        at: { channel: 'c-hall', direct: false, thread: id },
        did: { kind: 'message', text: '集体协商谈什么' },
      },
    ]);
  });

  it('hears a mention in English, in the midst of a thread', async () => {
    const { post, told } = await openWorkspace();
    const { is } = await post('/api/say', say('root'));
    const { id } = is.message as { id: string };

    await post('/api/say', say('and you, @GongYou what of it?', { id: 'act-00000002', thread: id }));

    expect(told[0]?.at?.thread).toBe(id);
    expect(told[0]?.did).toEqual({ kind: 'message', text: 'and you,  what of it?' });
  });

  it('takes every direct message as meant for the bot', async () => {
    const { post, told } = await openWorkspace();

    await post('/api/say', say('加班费怎么算', { channel: 'dm-u-lin' }));

    expect(told[0]?.at).toEqual({ channel: 'dm-u-lin', direct: true });
    expect(told[0]?.did).toEqual({ kind: 'message', text: '加班费怎么算' });
  });

  it('takes /gongyou as a command, which nobody else sees', async () => {
    const { post, get, told } = await openWorkspace(() => ({ to: 'asker', show: card('帮助') }));

    const { is } = await post('/api/say', say('/gongyou help me'));

    expect(told[0]?.did).toEqual({ kind: 'command', text: 'help me' });
    expect(is).toEqual({ shown: { kind: 'asker', card: card('帮助') } });
    expect(texts((await get('/api/messages?by=u-lin&channel=c-hall')).is)).toEqual([]);
  });

  it('posts once when the page tries again with the same id', async () => {
    const { post, get } = await openWorkspace();

    const both = await Promise.all([post('/api/say', say('一次')), post('/api/say', say('一次'))]);

    expect(both[0]?.is.message).toEqual(both[1]?.is.message);
    expect(texts((await get('/api/messages?by=u-lin&channel=c-hall')).is)).toEqual(['一次']);
  });
});

describe('what the bot replies', () => {
  it('edits the message whose card was pressed, for everybody', async () => {
    const { post, get, platform, told } = await openWorkspace(() => ({ to: 'card', show: card('二') }));
    const posted = await platform.post({ channel: 'c-hall', direct: false }, card('一'), mark('k'));
    const message = posted.kind === 'done' ? posted.is.message : '';
    const press = { id: 'act-00000003', by: 'u-ma', channel: 'c-hall', message, act: 'poll.vote' };

    const { is } = await post('/api/press', { ...press, input: { poll: '投票🗳', n: 1 } });

    expect(is).toEqual({ shown: { kind: 'nothing' } });
    expect(told[0]).toMatchObject({
      by: 'u-ma',
      at: { channel: 'c-hall', direct: false },
      did: { kind: 'press', act: 'poll.vote', input: { poll: '投票🗳', n: 1 } },
    });
    expect(texts((await get('/api/messages?by=u-lin&channel=c-hall')).is)).toEqual(['二']);
  });

  it('replaces a card that only the presser has', async () => {
    const { post } = await openWorkspace(() => ({ to: 'card', show: card('二') }));

    const { is } = await post('/api/press', { ...say('-'), text: undefined, act: 'x', input: null });

    expect(is).toEqual({ shown: { kind: 'card', card: card('二') } });
  });

  it('turns typed moments into instants of the workspace, and leaves empty fields out', async () => {
    const { post, told } = await openWorkspace(() => ({ to: 'fields', wrong: { place: '请写上地点。' } }));
    const typed = {
      title: '培训',
      starts: { local: '2026-11-25T14:00' },
      place: '',
      people: [],
      days: ['1d'],
    };

    const { is } = await post('/api/send', {
      id: 'act-00000004',
      by: 'u-zhou',
      act: 'event.check',
      input: {},
      typed,
    });

    const starts = instantIn('Asia/Shanghai', 2026, 11, 25, 14, 0);
    expect(told[0]?.did).toEqual({
      kind: 'send',
      act: 'event.check',
      input: {},
      filled: { title: '培训', starts, days: ['1d'] },
    });
    expect(is.shown).toEqual({ kind: 'fields', wrong: { place: '请写上地点。' } });
  });

  it('shows the home page it is asked for', async () => {
    const { post, told } = await openWorkspace(() => ({ to: 'home', show: card('主页') }));

    const { is } = await post('/api/home', { id: 'act-00000005', by: 'u-lin' });

    expect(told).toEqual([{ id: 'web-act-00000005', by: 'u-lin', did: { kind: 'home' } }]);
    expect(is.shown).toEqual({ kind: 'home', card: card('主页') });
  });

  it('posts a reply for everybody where it was asked, once', async () => {
    const { post, get } = await openWorkspace(() => ({ to: 'here', show: card('答') }));

    await post('/api/say', say('@工友 问'));
    await post('/api/say', say('@工友 问'));

    expect(texts((await get('/api/messages?by=u-ma&channel=c-hall')).is)).toEqual(['@工友 问', '答']);
  });
});

describe('the port', () => {
  it('posts once per key and finds the post by it', async () => {
    const { platform } = await openWorkspace();
    const to = { person: 'u-ma' };

    const first = await platform.post(to, card('提醒'), mark('r-1'));
    const second = await platform.post(to, card('提醒'), { key: 'r-1', attempt: 2 });

    expect(second).toEqual(first);
    expect(first).toMatchObject({ kind: 'done', is: { channel: 'dm-u-ma' } });
    expect(await platform.find(to, 'r-1', 0)).toEqual(first);
    expect(await platform.find(to, 'r-2', 0)).toEqual({ kind: 'done', is: undefined });
  });

  it('says what can never be posted or edited', async () => {
    const { platform } = await openWorkspace();

    expect(await platform.post({ person: 'u-nobody' }, card('x'), mark('a'))).toMatchObject({
      kind: 'never',
    });
    expect(await platform.post({ channel: 'c-nowhere', direct: false }, card('x'), mark('b'))).toMatchObject({
      kind: 'never',
    });
    expect(await platform.edit({ channel: 'c-hall', message: 'c-hall.9' }, card('x'))).toMatchObject({
      kind: 'never',
    });
    expect(await platform.members('c-nowhere')).toMatchObject({ kind: 'never' });
  });

  it('says whether a lost store may hold the post', async () => {
    const store: Store = { ...plainStore() };
    const { platform } = await openWorkspace(undefined, { store });
    const post = () => platform.post({ person: 'u-ma' }, card('x'), mark('c'));

    store.commit = () => Promise.reject(new StoreAway(true));
    expect((await post()).kind).toBe('unclear');

    store.get = () => Promise.reject(new StoreAway(false));
    expect(await post()).toMatchObject({ kind: 'later', retryAfterMs: 1000 });
  });

  it('names people in the language they chose', async () => {
    const { platform, ask } = await openWorkspace();

    expect(await platform.person('u-lin')).toEqual({
      name: '林小燕',
      locale: 'zh-CN',
      zone: 'Asia/Shanghai',
    });
    await ask('PUT', '/api/language', { id: 'act-00000001', by: 'u-lin', language: 'en' });

    expect(await platform.person('u-lin')).toMatchObject({ name: 'Lin Xiaoyan', locale: 'en' });
    expect(await platform.person('u-nobody')).toEqual({ name: 'u-nobody' });
  });

  it('counts people, not the bot, as members', async () => {
    const { platform } = await openWorkspace();

    const members = await platform.members('c-cadres');

    expect(members.kind === 'done' && members.is).toContain('u-chen');
    expect(members.kind === 'done' && members.is).not.toContain('u-lin');
    expect(members.kind === 'done' && members.is).not.toContain('gongyou');
  });
});

describe('what is kept', () => {
  it('keeps messages over a restart', async () => {
    const store = plainStore();
    const first = await openWorkspace(undefined, { store });
    await first.post('/api/say', say('留着'));
    await first.platform.stop();

    const second = await openWorkspace(undefined, { store });

    expect(texts((await second.get('/api/messages?by=u-lin&channel=c-hall')).is)).toEqual(['留着']);
  });

  it('gives a long channel page by page, nothing twice and nothing left out', async () => {
    const { platform, get } = await openWorkspace();
    const root = await platform.post({ channel: 'c-hall', direct: false }, card('0'), mark('m-0'));
    const thread = root.kind === 'done' ? root.is.message : '';
    for (let n = 1; n <= 150; n++) {
      const at = { channel: 'c-hall', direct: false, ...(n < 100 ? { thread } : {}) };
      await platform.post(at, card(String(n)), mark(`m-${n}`));
    }

    const seen: string[] = [];
    let path = '/api/messages?by=u-lin&channel=c-hall';
    for (;;) {
      const { is } = await get(path);
      expect((is.messages as { thread?: string }[])[0]?.thread).toBeUndefined();
      seen.unshift(...(texts(is) as string[]));
      if (!is.earlier) break;
      path = `/api/messages?by=u-lin&channel=c-hall&before=${is.earlier}`;
    }

    expect(seen).toEqual(Array.from({ length: 151 }, (_, n) => String(n)));
    const { is } = await get(`/api/thread?by=u-lin&thread=${thread}`);
    expect(texts(is)).toEqual(Array.from({ length: 100 }, (_, n) => String(n)));
  });

  it('lets two instances post and edit at once without losing any of it', async () => {
    const store = plainStore();
    const [one, two] = [await openWorkspace(undefined, { store }), await openWorkspace(undefined, { store })];

    const posts = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? one : two).platform.post({ channel: 'c-hall', direct: false }, card(`p${n}`), mark(`p${n}`)),
    );
    await Promise.all(posts);

    const { is } = await one.get('/api/messages?by=u-lin&channel=c-hall');
    expect([...texts(is)].sort()).toEqual(Array.from({ length: 40 }, (_, n) => `p${n}`).sort());
  });
});

describe('live updates', () => {
  it('tells what another instance posted, to those in the channel and nobody else', async () => {
    const store = plainStore();
    const one = await openWorkspace(undefined, { store });
    const two = await openWorkspace(undefined, { store });
    const rider = liveEvents(one.url, '/api/live?by=u-lin');
    const cadre = liveEvents(one.url, '/api/live?by=u-chen');
    const [forRider, forCadre] = [rider.next(), cadre.next()];
    await vi.waitFor(async () => expect((await one.get('/api/state?by=u-lin')).status).toBe(200));
    await new Promise((resolve) => setTimeout(resolve, 50));

    await two.platform.post({ channel: 'c-cadres', direct: false }, card('干部'), mark('1'));
    await two.platform.post({ channel: 'c-hall', direct: false }, card('大家'), mark('2'));

    expect((await forCadre).value).toMatchObject({ event: 'message', is: { card: { title: '干部' } } });
    expect((await forRider).value).toMatchObject({ event: 'message', is: { card: { title: '大家' } } });
  });

  it('catches up from the last event a page saw', async () => {
    const { url, platform } = await openWorkspace();
    const post = (n: number) => platform.post({ person: 'u-lin' }, card(String(n)), mark(`n-${n}`));
    for (let n = 1; n <= 3; n++) await post(n);

    const events = liveEvents(url, '/api/live?by=u-lin', { 'last-event-id': '1' });

    expect((await events.next()).value?.is.card.title).toBe('2');
    expect((await events.next()).value?.is.card.title).toBe('3');
  });

  it('tells a page to start anew when its past is no longer known', async () => {
    const { url } = await openWorkspace();

    const events = liveEvents(url, '/api/live?by=u-lin&after=999');

    expect((await events.next()).value?.event).toBe('reset');
  });

  it('tells a page that was away for too long to start anew', async () => {
    const { url, platform } = await openWorkspace();
    for (let n = 1; n <= 1100; n++) await platform.post({ person: 'u-lin' }, card('x'), mark(`n-${n}`));

    const long = liveEvents(url, '/api/live?by=u-lin', { 'last-event-id': '1' });
    const short = liveEvents(url, '/api/live?by=u-lin', { 'last-event-id': '1000' });

    expect((await long.next()).value?.event).toBe('reset');
    expect((await short.next()).value?.event).toBe('message');
  });

  it('does not end before an act whose page has gone away', async () => {
    let ended = false;
    const { url, platform, told } = await openWorkspace(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ended = true;
      return { to: 'nobody' };
    });
    const gone = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(say('/gongyou help'));
    const { signal } = gone;
    const asked = fetch(new URL('/api/say', url), { method: 'POST', headers, body, signal }).catch(() => {});
    await vi.waitFor(() => expect(told).toHaveLength(1));
    gone.abort();
    await asked;

    await platform.stop();

    expect(ended).toBe(true);
  });

  it('ends with the workspace, which first finishes what was begun', async () => {
    let finish = (): void => {};
    const asked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { url, platform, post, told } = await openWorkspace(async () => {
      await asked;
      return { to: 'asker', show: card('好') };
    });
    const live = liveEvents(url, '/api/live?by=u-lin').next();
    const answer = post('/api/say', say('/gongyou help'));
    await vi.waitFor(() => expect(told).toHaveLength(1));

    const stopped = platform.stop();
    finish();

    expect((await answer).is).toEqual({ shown: { kind: 'asker', card: card('好') } });
    expect((await live).done).toBe(true);
    await stopped;
  });
});

describe('the demo clock', () => {
  it('goes ahead, to tomorrow morning by the wall clock, and back', async () => {
    const { post } = await openWorkspace();

    const ahead = (await post('/api/clock', { to: 'ahead', minutes: 60 })).is as {
      now: number;
      aheadMs: number;
    };
    expect(ahead.aheadMs).toBeGreaterThan(3_590_000);
    const tomorrow = (await post('/api/clock', { to: 'tomorrow', hour: 9 })).is as { now: number };
    expect(new Date(Math.round(tomorrow.now / 60_000) * 60_000).toISOString()).toMatch(/T01:00:00/);

    expect((await post('/api/clock', { to: 'now' })).is).toMatchObject({ aheadMs: 0 });
    expect((await post('/api/clock', { to: 'local', local: '2020-01-01T09:00' })).status).toBe(400);
  });
});

describe('safety', () => {
  it('says in words what is wrong with a request', async () => {
    const { post, get, ask } = await openWorkspace();

    expect(await post('/api/say', '{"by":')).toMatchObject({ status: 400, is: { error: 'bad-json' } });
    expect(await post('/api/say', { by: 'u-lin' })).toMatchObject({
      status: 400,
      is: { error: 'bad-input' },
    });
    expect((await post('/api/say', say('x'), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/api/say', say('字'.repeat(100_000)))).status).toBe(413);
    expect((await post('/api/say', say('x', { by: 'u-nobody' }))).status).toBe(404);
    expect((await post('/api/say', say('x', { channel: 'c-cadres' }))).status).toBe(403);
    expect((await post('/api/say', say('x', { channel: 'dm-u-ma' }))).status).toBe(403);
    expect((await get('/api/messages?by=u-lin&channel=dm-u-ma')).status).toBe(403);
    expect((await get('/api/thread?by=u-lin&thread=dm-u-ma.1')).status).toBe(403);
    expect((await ask('DELETE', '/api/say')).status).toBe(404);
    const english = await get('/api/state?by=u-nobody', { 'accept-language': 'en-GB' });
    expect(english.is.words).toBe('There is no such person here. Please choose somebody else.');
  });

  it('refuses to press a card in what a person wrote, or in a channel of others', async () => {
    const { post, told } = await openWorkspace();
    const { is } = await post('/api/say', say('不是卡片'));
    const { id } = is.message as { id: string };
    const press = { id: 'act-00000009', by: 'u-lin', channel: 'c-hall', message: id, act: 'x', input: {} };

    expect((await post('/api/press', press)).is.error).toBe('message-gone');
    expect((await post('/api/press', { ...press, message: undefined, channel: 'c-desk' })).status).toBe(403);
    expect(told).toEqual([]);
  });

  it('answers to names of this computer only', async () => {
    const { url } = await openWorkspace();
    const { port } = new URL(url);

    expect(await statusFor(url, { host: `evil.example:${port}` })).toBe(403);
    expect(await statusFor(url, { host: `127.0.0.1.evil.example:${port}` })).toBe(403);
    expect(await statusFor(url, { host: '127.0.0.1:1' })).toBe(403);
    expect(await statusFor(url, { host: `localhost:${port}` })).toBe(200);
  });

  it('carries out nothing for a page from elsewhere', async () => {
    const { post, url, told } = await openWorkspace();

    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      expect((await post('/api/say', say('/gongyou x'), { origin })).is.error).toBe('foreign-origin');
    expect(told).toEqual([]);
    const own = await post('/api/say', say('x'), { origin: new URL(url).origin });
    expect(own.status).toBe(200);
  });

  it('lets no page be framed or run foreign scripts, and serves nothing outside its folder', async () => {
    const { get } = await openWorkspace();

    const { headers, status } = await get('/');
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/nothing'])
      expect((await get(path)).status).toBe(404);
  });

  it('does not open to others without a password, nor on a taken port', async () => {
    await expect(openWorkspace(undefined, { host: '0.0.0.0' })).rejects.toMatchObject({
      name: 'WebSetupError',
      code: 'password-needed',
    });
    const { url } = await openWorkspace();
    await expect(openWorkspace(undefined, { port: Number(new URL(url).port) })).rejects.toMatchObject({
      code: 'port-taken',
    });
  });

  it('with a password shows nothing but the login until it is right, and slows guessing down', async () => {
    const { get, ask, url } = await openWorkspace(undefined, { password: '团结就是力量' });
    const enter = (password: string) =>
      ask('POST', '/login', new URLSearchParams({ password }).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });

    expect((await get('/api/state?by=u-lin')).is.error).toBe('login-needed');
    expect((await get('/')).is.text).toContain('<form');
    expect((await enter('错')).status).toBe(401);
    expect((await enter('团结就是力量')).status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 520));
    const entered = await enter('团结就是力量');

    expect(entered.status).toBe(303);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const own = cookie.split(';')[0] ?? '';
    expect((await get('/api/state?by=u-lin', { cookie: own })).status).toBe(200);
    const later = own.replace(/=(\d+)/, (_, until) => `=${Number(until) + 1}`);
    expect((await get('/api/state?by=u-lin', { cookie: later })).status).toBe(401);
    expect(await statusFor(url, { host: 'union.example' })).toBe(200);
  });
});

/** The status of the page for a request with headers that fetch would not let us set. */
const statusFor = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

import { describe, expect, it } from 'vitest';
import { createDelivery, type Painters } from '../../src/delivery/index.ts';
import { messages, outbox } from '../../src/delivery/message.ts';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import { type Store, StoreAway } from '../../src/store/port.ts';
import { days, hours, minutes, seconds } from '../../src/world.ts';
import { messenger } from '../support/messenger.ts';
import { fakeWorld } from '../support/world.ts';

/** A delivery whose painter throws for what is in `broken`, and whose store can be away. */
function post() {
  const world = fakeWorld();
  const whole = memoryEngine().store('test');
  const chat = messenger();
  const broken = new Set<string>();
  const lines: { fields: object; message: string }[] = [];
  const keep = (fields: object, message: string): void => void lines.push({ fields, message });
  let awayFrom: ((what: 'get' | 'list' | 'commit') => boolean) | undefined;
  const reach = async (what: 'get' | 'list' | 'commit'): Promise<void> => {
    if (awayFrom?.(what)) throw new StoreAway(false);
  };
  const store: Store = {
    get: (key) => reach('get').then(() => whole.get(key)),
    list: (collection, range) => reach('list').then(() => whole.list(collection, range)),
    commit: (writes) => reach('commit').then(() => whole.commit(writes)),
  };
  const painters: Painters = {
    note: {
      keeps: true,
      async paint(input) {
        if (broken.has(String(input))) throw new Error('no such colour');
        return { blocks: [{ kind: 'text', text: String(input) }] };
      },
    },
  };
  const delivery = createDelivery({
    store,
    world,
    platform: chat.platform,
    painters,
    reader: async () => ({ language: 'zh-CN', zone: 'Asia/Shanghai' }),
    log: { info: keep, warn: keep, error: keep },
    pace: { editEveryMs: 0, abreast: 2 },
  });
  const promise = (key: string, person = 'ann') =>
    whole.commit(delivery.promise({ key, to: { person }, what: { kind: 'note', input: key } }));
  const stateOf = async (key: string) => (await messages.get(whole, key))?.value.state.is;
  return {
    world,
    store: whole,
    chat,
    delivery,
    broken,
    lines,
    promise,
    stateOf,
    be: (away: typeof awayFrom) => (awayFrom = away),
    async pulse(ms = 0) {
      world.pass(ms);
      await delivery.pulse();
    },
  };
}

describe('a message that cannot be painted', () => {
  it('holds up nobody, not even those behind it in the same place', async () => {
    const { promise, broken, pulse, chat } = post();
    for (const key of ['bad1', 'bad2', 'bad3']) broken.add(key);

    for (const key of ['bad1', 'bad2', 'bad3', 'good1']) await promise(key, 'ann');
    for (const person of ['bob', 'cem', 'dan']) await promise(`good-${person}`, person);
    await pulse();

    expect(chat.sent.map(({ key }) => key).sort()).toEqual(['good-bob', 'good-cem', 'good-dan', 'good1']);
  });

  it('is sent once it can be', async () => {
    const { promise, broken, pulse, chat, stateOf } = post();
    broken.add('bad');

    await promise('bad');
    await pulse();
    broken.clear();
    await pulse(seconds(1));
    expect(chat.sent).toEqual([]);
    await pulse(seconds(1));

    expect(chat.sent).toHaveLength(1);
    expect(await stateOf('bad')).toBe('sent');
  });

  it('is tried less and less, and after some hours given up and said so', async () => {
    const { promise, broken, pulse, chat, stateOf, lines, store } = post();
    broken.add('bad');

    await promise('bad');
    for (let n = 0; n < 9 * 60; n++) await pulse(minutes(1));

    expect(chat.sent).toEqual([]);
    expect(await stateOf('bad')).toBe('failed');
    expect(lines.filter(({ message }) => message === 'not painted')).toHaveLength(17);
    expect(lines).toContainEqual({ fields: { key: 'bad', state: 'failed' }, message: 'promise ended' });
    expect(await store.list('outbox', { limit: 5 })).toEqual([]);
  });

  it('is skipped when it would come too late anyway', async () => {
    const { store, world, delivery, broken, pulse, stateOf } = post();
    broken.add('bad');
    const until = world.now() + minutes(1);
    const what = { kind: 'note', input: 'bad' };

    await store.commit(delivery.promise({ key: 'bad', to: { person: 'ann' }, what, until }));
    await pulse();
    await pulse(minutes(2));

    expect(await stateOf('bad')).toBe('skipped');
  });

  it('once sent and out of date, holds up no other edit, and is edited when it can be', async () => {
    const { promise, delivery, store, broken, pulse, chat } = post();
    for (const key of ['bad', 'good']) await promise(key);
    await pulse();
    broken.add('bad');

    await store.commit([delivery.refresh('bad'), delivery.refresh('good')]);
    await pulse();
    expect(chat.sent.map(({ edits }) => edits)).toEqual([0, 1]);
    broken.clear();
    await pulse(seconds(59));
    expect(chat.sent.map(({ edits }) => edits)).toEqual([0, 1]);
    await pulse(seconds(1));

    expect(chat.sent.map(({ edits }) => edits)).toEqual([1, 1]);
    expect(await store.list('stale', { limit: 5 })).toEqual([]);
  });
});

describe('a message of a release to come', () => {
  const newer = { v: 2, is: { of: 'another shape' } };

  it('holds up nobody, and is left as it is for that release', async () => {
    const { promise, store, world, pulse, chat, lines } = post();
    await store.commit([
      { kind: 'put', key: messages.key('newer'), version: 0, value: newer },
      outbox.put(world.now(), 'newer'),
    ]);

    await promise('good');
    await pulse();
    await pulse(minutes(1));

    expect(chat.sent.map(({ key }) => key)).toEqual(['good']);
    expect((await store.get(messages.key('newer')))?.value).toEqual(newer);
    expect(await outbox.due(store, world.now() + minutes(1), 5)).toHaveLength(1);
    expect(lines.filter(({ message }) => message === 'promise put off')).toHaveLength(2);
  });

  it('holds up no edit', async () => {
    const { promise, store, delivery, pulse, chat } = post();
    await store.commit([{ kind: 'put', key: messages.key('a-newer'), version: 0, value: newer }]);
    await promise('good');
    await pulse();

    await store.commit([delivery.refresh('a-newer'), delivery.refresh('good')]);
    await pulse();

    expect(chat.sent[0]?.edits).toBe(1);
  });
});

describe('what belongs to nothing', () => {
  it('is taken away: a line without its message, one whose message is over, a mark on nothing', async () => {
    const { promise, store, world, delivery, pulse, chat } = post();
    await promise('sent');
    await pulse();

    await store.commit([
      outbox.put(world.now(), 'nothing'),
      outbox.put(world.now(), 'sent'),
      delivery.refresh('never'),
    ]);
    await pulse();

    expect(chat.sent).toHaveLength(1);
    expect(await store.list('outbox', { limit: 5 })).toEqual([]);
    expect(await store.list('stale', { limit: 5 })).toEqual([]);
  });
});

describe('a store that goes away', () => {
  it.each(['get', 'list', 'commit'] as const)(
    'at any %s of a pulse loses and doubles nothing',
    async (what) => {
      for (let nth = 0; nth < 12; nth++) {
        const { promise, delivery, store, pulse, chat, be } = post();
        for (const key of ['n1', 'n2', 'n3']) await promise(key, key === 'n3' ? 'bob' : 'ann');
        let count = 0;
        be((it) => it === what && count++ >= nth);

        await pulse();
        be(undefined);
        await store.commit([delivery.refresh('n1')]);
        for (let n = 0; n < 5; n++) await pulse(seconds(31));

        expect(chat.sent.map(({ key }) => key).sort(), `${what} ${nth}`).toEqual(['n1', 'n2', 'n3']);
        expect(await store.list('outbox', { limit: 5 })).toEqual([]);
        expect(await store.list('stale', { limit: 5 })).toEqual([]);
      }
    },
  );

  it('in the middle of an edit leaves its mark', async () => {
    const { promise, delivery, store, pulse, chat, be } = post();
    await promise('n1');
    await pulse();
    await store.commit([delivery.refresh('n1')]);

    be((it) => it === 'get');
    await pulse();
    be(undefined);
    expect(chat.sent[0]?.edits).toBe(0);
    await pulse();

    expect(chat.sent[0]?.edits).toBe(1);
  });
});

describe('a post that nobody can look up', () => {
  it('is looked for less and less often, and never posted again', async () => {
    const { promise, pulse, chat, lines, stateOf } = post();
    chat.befall(() => 'arrives, answer lost');
    chat.platform.find = async () => ({ kind: 'unclear', why: 'timeout' });

    await promise('n1');
    for (let n = 0; n < days(1) / minutes(1); n++) await pulse(minutes(1));

    expect(chat.sent).toHaveLength(1);
    expect(await stateOf('n1')).toBe('unknown');
    const looks = lines.filter(({ message }) => message === 'looked for a cut-off post').length;
    expect(looks).toBeGreaterThan(hours(24) / minutes(11));
    expect(looks).toBeLessThan(hours(24) / minutes(8));
  });
});

describe('a message that two instances edit', () => {
  it('is edited once more by the slower one, whose words may have covered newer ones', async () => {
    const { promise, delivery, store, pulse, chat } = post();
    await promise('n1');
    await pulse();
    await store.commit([delivery.refresh('n1')]);
    const { edit } = chat.platform;
    chat.platform.edit = async (posted, card) => {
      chat.platform.edit = edit;
      const [mark] = await store.list('stale', { limit: 1 });
      const key = { collection: 'stale', id: 'n1' };
      await store.commit([{ kind: 'delete', key, version: mark?.version ?? 0 }]); // the quicker one is done
      return edit(posted, card);
    };

    await pulse();
    await pulse();

    expect(chat.sent[0]?.edits).toBe(2);
    expect(await store.list('stale', { limit: 1 })).toEqual([]);
  });

  it('or that the messenger forbids for ever is left, and one it forbids for now is not', async () => {
    const { promise, delivery, store, pulse, chat } = post();
    await promise('n1');
    await pulse();
    const { edit } = chat.platform;

    for (const [ended, left] of [
      [{ kind: 'never', why: 'message_not_found' }, 0],
      [{ kind: 'later', retryAfterMs: seconds(5), why: 'ratelimited' }, 1],
    ] as const) {
      await store.commit([delivery.refresh('n1')]);
      chat.platform.edit = async () => ended;
      await pulse();
      expect(await store.list('stale', { limit: 1 })).toHaveLength(left);
    }
    chat.platform.edit = edit;
    await pulse(seconds(4));
    expect(chat.sent[0]?.edits).toBe(0);
    await pulse(seconds(1));

    expect(chat.sent[0]?.edits).toBe(1);
  });

  it('is edited at once after a clock was set back', async () => {
    const { promise, delivery, store, pulse, chat, world } = post();
    await promise('n1');
    await store.commit([delivery.refresh('n1')]);
    world.pass(days(1));
    await pulse();

    world.pass(-days(1));
    await store.commit([delivery.refresh('n1')]);
    await pulse();

    expect(chat.sent[0]?.edits).toBe(2);
  });
});

describe('a delivery that is stopped', () => {
  it('ends what it began, begins nothing, and leaves the rest promised', async () => {
    const { promise, delivery, chat, pulse, stateOf } = post();
    for (const key of ['n1', 'n2']) await promise(key);
    const { post: send } = chat.platform;
    let stopped: Promise<void> | undefined;
    chat.platform.post = (to, card, mark) => {
      stopped ??= delivery.stop();
      return send(to, card, mark);
    };

    await pulse();
    await stopped;
    await pulse();

    expect(chat.sent.map(({ key }) => key)).toEqual(['n1']);
    expect([await stateOf('n1'), await stateOf('n2')]).toEqual(['sent', 'due']);
  });

  it('tells those who wait when all is done', async () => {
    const { promise, delivery, chat } = post();
    await promise('n1');

    await Promise.all([delivery.pulse(), delivery.pulse(), delivery.pulse()]);

    expect(chat.sent).toHaveLength(1);
  });
});

describe('more messages than are taken up at once', () => {
  it('are all sent by one pulse', async () => {
    const { promise, chat, pulse } = post();
    for (let n = 0; n < 1203; n++) await promise(`n${n}`, `p${n % 100}`);

    await pulse();

    expect(chat.sent).toHaveLength(1203);
  });
});

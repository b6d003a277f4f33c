import { describe, expect, it } from 'vitest';
import { createDelivery, type Painters } from '../../src/delivery/index.ts';
import { messages } from '../../src/delivery/message.ts';
import { silentLog } from '../../src/log.ts';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import { hours, minutes, seconds } from '../../src/world.ts';
import { type Fate, messenger } from '../support/messenger.ts';
import { seeded } from '../support/seeded.ts';
import { fakeWorld } from '../support/world.ts';

const painters: Painters = {
  note: { keeps: true, paint: async (input) => ({ blocks: [{ kind: 'text', text: String(input) }] }) },
  unwanted: { keeps: true, paint: async () => undefined },
};

function post(count = 1, given: { editEveryMs?: number } = {}) {
  const world = fakeWorld();
  const store = memoryEngine().store('test');
  const chat = messenger();
  const instances = Array.from({ length: count }, () =>
    createDelivery({
      store,
      world,
      platform: chat.platform,
      painters,
      reader: async () => ({ language: 'zh-CN', zone: 'Asia/Shanghai' }),
      log: silentLog,
      pace: { editEveryMs: 0, ...given },
    }),
  );
  const [first] = instances;
  if (!first) throw new Error('no instance');
  const note = (key: string, person = 'ann') => ({ key, to: { person }, what: { kind: 'note', input: key } });
  const pulses = async (times: number, ms = seconds(1)): Promise<void> => {
    for (let n = 0; n < times; n++) {
      world.pass(ms);
      await Promise.all(instances.map((it) => it.pulse()));
    }
  };
  const stateOf = async (key: string) => (await messages.get(store, key))?.value.state.is;
  return { world, store, chat, delivery: first, instances, note, pulses, stateOf };
}

describe('a promise', () => {
  it('is kept once by any number of instances', async () => {
    const { store, chat, delivery, note, pulses } = post(5);

    for (let n = 0; n < 50; n++) await store.commit(delivery.promise(note(`n${n}`, `p${n % 7}`)));
    await pulses(3);

    expect(chat.sent.map(({ key }) => key).sort()).toEqual(
      Array.from({ length: 50 }, (_, n) => `n${n}`).sort(),
    );
  });

  it('cannot be made twice', async () => {
    const { store, delivery, note } = post();

    expect((await store.commit(delivery.promise(note('once')))).ok).toBe(true);
    expect((await store.commit(delivery.promise(note('once')))).ok).toBe(false);
  });

  it('waits for its time', async () => {
    const { world, store, chat, delivery, note, pulses } = post();

    await store.commit(delivery.promise({ ...note('later'), due: world.now() + hours(1) }));
    await pulses(1);
    expect(chat.sent).toEqual([]);
    await pulses(1, hours(1));

    expect(chat.sent).toHaveLength(1);
  });

  it('whose answer was cut off is looked up, and not repeated where it arrived', async () => {
    const { store, chat, delivery, note, pulses, stateOf } = post();
    let posts = 0;
    chat.befall(() => (posts++ === 0 ? 'arrives, answer lost' : 'arrives'));

    await store.commit(delivery.promise(note('cut')));
    await pulses(10);

    expect(chat.sent).toHaveLength(1);
    expect(await stateOf('cut')).toBe('sent');
  });

  it('that did not arrive is tried again', async () => {
    const { store, chat, delivery, note, pulses, stateOf } = post();
    let posts = 0;
    chat.befall(() => (posts++ < 2 ? 'lost' : 'arrives'));

    await store.commit(delivery.promise(note('lost')));
    await pulses(20);

    expect(chat.sent).toHaveLength(1);
    expect(await stateOf('lost')).toBe('sent');
  });

  it('that the messenger will never take is given up and said so', async () => {
    const { store, chat, delivery, note, pulses, stateOf } = post();
    chat.befall(() => 'never');

    await store.commit(delivery.promise(note('gone')));
    await pulses(3);

    expect(chat.sent).toEqual([]);
    expect(await stateOf('gone')).toBe('failed');
  });

  it('that a place is too busy for lets others go first', async () => {
    const { world, store, chat, delivery, note, pulses } = post();
    chat.befall((key) => (key.startsWith('busy') && chat.sent.length < 2 ? 'later' : 'arrives'));

    for (const key of ['busy1', 'busy2']) {
      world.pass(1);
      await store.commit(delivery.promise(note(key, 'ann')));
    }
    for (const key of ['b1', 'b2']) await store.commit(delivery.promise(note(key, 'bob')));
    await pulses(5);

    expect(chat.sent.map(({ key }) => key)).toEqual(['b1', 'b2', 'busy1', 'busy2']);
  });

  it('is not even tried in a place that asked for a rest', async () => {
    const { store, chat, delivery, note, pulses } = post();
    const tried: string[] = [];
    chat.befall((key) => {
      tried.push(key);
      return tried.length === 1 ? 'later' : 'arrives';
    });
    for (const key of ['n1', 'n2']) await store.commit(delivery.promise(note(key)));

    await pulses(2, 400);
    expect(tried).toHaveLength(1);
    await pulses(2, 400);

    expect(chat.sent).toHaveLength(2);
  });

  it('that comes too late is skipped, and whoever ought to know is told once', async () => {
    const { world, store, chat, delivery, note, pulses, stateOf } = post();
    const until = world.now() + minutes(1);
    const ifSkipped = { key: 'told', to: { person: 'boss' }, what: { kind: 'note', input: 'told' } };

    for (const key of ['late1', 'late2'])
      await store.commit(delivery.promise({ ...note(key), until, ifSkipped }));
    world.pass(hours(1));
    await pulses(2);

    expect(chat.sent.map(({ key }) => key)).toEqual(['told']);
    expect([await stateOf('late1'), await stateOf('late2')]).toEqual(['skipped', 'skipped']);
  });

  it('that is no longer wanted is not kept', async () => {
    const { store, chat, delivery, note, pulses } = post();

    await store.commit(delivery.promise({ ...note('x'), what: { kind: 'unwanted', input: null } }));
    await pulses(1);

    expect(chat.sent).toEqual([]);
  });

  it('reaches everybody once through any weather', async () => {
    const { random, pick, seed } = seeded();
    const { store, chat, delivery, note, pulses } = post(3);
    const fates: Fate[] = ['arrives', 'arrives', 'arrives', 'later', 'arrives, answer lost', 'lost'];
    chat.befall(() => pick(fates));
    const keys = Array.from({ length: 300 }, (_, n) => `n${n}`);

    for (const key of keys) await store.commit(delivery.promise(note(key, `p${Math.floor(random() * 40)}`)));
    await pulses(600);

    expect(chat.sent.map(({ key }) => key).sort(), `seed ${seed}`).toEqual([...keys].sort());
  });
});

describe('a message that is out of date', () => {
  it('is edited once for many marks, and shows the last state', async () => {
    const { store, chat, delivery, note, pulses } = post(1, { editEveryMs: 1300 });
    await store.commit(delivery.promise(note('tally')));
    await pulses(1);

    for (let n = 0; n < 1000; n++) await store.commit([delivery.refresh('tally')]);
    await pulses(60);

    expect(chat.sent[0]?.edits).toBe(1);
  });

  it('is edited at most so often however fast the marks come', async () => {
    const { store, chat, delivery, note, pulses } = post(1, { editEveryMs: 1300 });
    await store.commit(delivery.promise(note('tally')));
    await pulses(1);

    for (let n = 0; n < 60; n++) {
      await store.commit([delivery.refresh('tally')]);
      await pulses(1);
    }
    await pulses(3);

    const edits = chat.sent[0]?.edits ?? 0;
    expect(edits).toBeGreaterThan(25);
    expect(edits).toBeLessThanOrEqual(47);
    expect(await store.list('stale', { limit: 10 })).toEqual([]);
  });

  it('marked before it was sent is edited after', async () => {
    const { store, chat, delivery, note, pulses } = post();

    await store.commit([...delivery.promise(note('tally')), delivery.refresh('tally')]);
    await pulses(3);

    expect(chat.sent).toHaveLength(1);
    expect(await store.list('stale', { limit: 10 })).toEqual([]);
  });
});

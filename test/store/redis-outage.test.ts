import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { type RedisEngine, redisEngine } from '../../src/store/engines/redis.ts';
import { type Store, StoreAway } from '../../src/store/port.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { add, key, put, valueIn, versionIn } from './contract/things.ts';
import { expectReplay, play, seedOfToday } from './fuzz.ts';
import { type LossyProxy, startProxy } from './proxy.ts';

/** How a question ended that was not answered, and after how long. */
async function away(asked: Promise<unknown>): Promise<{ uncertain: boolean; afterMs: number }> {
  const begun = Date.now();
  const error: unknown = await asked.then(
    () => new Error('it was answered'),
    (it) => it,
  );
  if (!(error instanceof StoreAway)) throw error;
  return { uncertain: error.uncertain, afterMs: Date.now() - begun };
}

describe.skipIf(!hasRedis)('when Redis goes away', () => {
  let server: RedisServer;
  let engine: RedisEngine;
  let store: Store;
  let count = 0;
  beforeAll(async () => {
    server = await startRedis('--appendfsync', 'always');
  });
  beforeEach(async () => {
    engine = redisEngine(server.url, silentLog);
    count += 1;
    store = engine.store(`outage-${count}`);
    await store.commit([put('a', 1), add('n', 1)]);
  });
  afterEach(() => engine.close());
  afterAll(() => server.remove());

  it('gives up after three seconds, with nothing written, and goes on when it is back', async () => {
    await server.stop();

    const asked = [store.get(key('a')), store.list('things', { limit: 5 }), store.commit([add('n', 1)])];
    for (const { uncertain, afterMs } of await Promise.all(asked.map(away))) {
      expect(uncertain).toBe(false);
      expect(afterMs).toBeGreaterThan(2500);
      expect(afterMs).toBeLessThan(4000);
    }

    await server.start();
    expect(await store.commit([add('n', 1)])).toEqual({ ok: true });
    expect(await valueIn(store, 'n')).toBe(2);
  });

  it('waits for one that is back soon', async () => {
    await server.kill();
    const asked = [store.commit([add('n', 1)]), store.get(key('a')), store.list('things', { limit: 5 })];
    await pause(300);
    await server.start();

    const [committed, got, listed] = await Promise.all(asked);
    expect(committed).toEqual({ ok: true });
    expect(got).toMatchObject({ value: 1 });
    expect(listed).toHaveLength(2);
    expect(await valueIn(store, 'n')).toBe(2);
  });

  it('says that a commit is uncertain when Redis falls silent over it', async () => {
    const version = await versionIn(store, 'a');
    server.pause();

    const [commit, read] = await Promise.all([
      away(store.commit([put('a', 2, version), add('n', 1)])),
      away(store.get(key('a'))),
    ]);
    server.resume();

    expect(commit.uncertain).toBe(true);
    expect(commit.afterMs).toBeLessThan(8000);
    expect(read.uncertain).toBe(false);
    expect(read.afterMs).toBeLessThan(4500);
    const [a, n] = [await valueIn(store, 'a'), await valueIn(store, 'n')];
    expect([
      [1, 1],
      [2, 2],
    ]).toContainEqual([a, n]);
  });

  it('loses nothing that was resolved, and halves nothing, when it crashes again and again', async () => {
    const seed = seedOfToday();
    const other = redisEngine(server.url, silentLog);
    const stores = Array.from({ length: 16 }, (_, place) => (place % 2 ? engine : other).store('fuzz'));
    let calm = false;

    const playing = play(stores, () => !calm, seed);
    for (const [up, down] of [
      [200, 0],
      [150, 200],
      [300, 50],
      [50, 3600],
      [250, 100],
      [200, 0],
    ] as const) {
      await pause(up);
      await (up % 100 === 0 ? server.kill() : server.stop());
      await pause(down);
      await server.start();
    }
    server.pause();
    await pause(2300);
    server.resume();
    await pause(300);
    calm = true;
    const played = await playing;

    expect(played.certain.length, 'commits that went through').toBeGreaterThan(100);
    await expectReplay(engine.store('fuzz'), played, seed);
    await other.close();
  }, 40_000);

  it('is asked in vain when it takes no writes, but still read', async () => {
    const version = await versionIn(store, 'a');
    const commit = () => store.commit([{ kind: 'delete', key: key('a'), version }, add('n', 1), put('b', 1)]);

    await server.tell('CONFIG', 'SET', 'maxmemory', '1');
    expect(await away(commit())).toMatchObject({ uncertain: false });
    expect(await valueIn(store, 'a')).toBe(1);
    await server.tell('CONFIG', 'SET', 'maxmemory', '0');

    await server.tell('CONFIG', 'SET', 'min-replicas-to-write', '1');
    expect(await away(commit())).toMatchObject({ uncertain: false });
    await server.tell('CONFIG', 'SET', 'min-replicas-to-write', '0');

    await server.tell('REPLICAOF', '127.0.0.1', '1');
    expect(await away(commit())).toMatchObject({ uncertain: false });
    expect(await valueIn(store, 'n')).toBe(1);
    await server.tell('REPLICAOF', 'NO', 'ONE');

    expect(await commit()).toEqual({ ok: true });
    expect(await valueIn(store, 'n')).toBe(2);
  });

  it('is told its scripts again when it has forgotten them', async () => {
    await server.tell('SCRIPT', 'FLUSH');

    expect(await Promise.all([store.commit([add('n', 1)]), store.commit([add('n', 1)])])).toHaveLength(2);
    await server.tell('SCRIPT', 'FLUSH');
    expect((await store.list('things', { limit: 5 })).map(({ value }) => value)).toEqual([1, 3]);
  });

  it('tells the operator once that it is away and once that it is back, and never the password', async () => {
    const lines: string[] = [];
    const note = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
    const guarded = await startRedis('--requirepass', 'open-sesame');
    onTestFinished(() => guarded.remove());
    const right = redisEngine(guarded.url.replace('//', '//:open-sesame@'), { info: note, warn: note });
    const wrong = redisEngine(guarded.url.replace('//', '//:shut-sesame@'), { info: note, warn: note });

    expect(await right.store('x').commit([put('a', 1)])).toEqual({ ok: true });
    expect(await away(wrong.store('x').get(key('a')))).toMatchObject({ uncertain: false });
    expect(lines).toEqual(['redis away {"code":"WRONGPASS"}']);
    await wrong.close();
    await guarded.kill();
    await pause(400);
    await guarded.start();
    expect(await valueIn(right.store('x'), 'a')).toBe(1);

    expect(lines.slice(1)).toEqual([expect.stringMatching(/^redis away {"code":"\w+"}$/), 'redis back {}']);
    await right.close();
  });

  describe('in the middle of a commit', () => {
    let proxy: LossyProxy;
    let behind: RedisEngine;
    let far: Store;
    beforeEach(async () => {
      proxy = await startProxy(server.port);
      behind = redisEngine(`redis://127.0.0.1:${proxy.port}`, silentLog);
      far = behind.store(`outage-${count}`);
      await far.get(key('a'));
    });
    afterEach(async () => {
      await behind.close();
      proxy.close();
    });

    it('is asked again, and has done it once', async () => {
      proxy.loseNextAnswer();
      expect(await far.commit([add('n', 5), put('b', 1)])).toEqual({ ok: true });

      expect(await valueIn(store, 'n')).toBe(6);
      expect(await valueIn(store, 'b')).toBe(1);
    });

    it('gives the same refusal again', async () => {
      proxy.loseNextAnswer();
      expect(await far.commit([add('n', 5), put('a', 2)])).toEqual({ ok: false, conflict: key('a') });

      expect(await valueIn(store, 'n')).toBe(1);
    });

    it('does not do it a second time when the first arrives late', async () => {
      proxy.delayNextQuestion(300);
      expect(await far.commit([add('n', 5)])).toEqual({ ok: true });
      await far.commit([add('n', 1)]);

      await proxy.arrived();
      expect(await valueIn(store, 'n')).toBe(7);
    });

    it('does not do it late after it has refused it', async () => {
      const version = await versionIn(store, 'a');
      proxy.delayNextQuestion(400);
      expect(await far.commit([add('n', 5), put('a', 2)])).toMatchObject({ ok: false });
      await store.commit([{ kind: 'delete', key: key('a'), version }]);

      await proxy.arrived();
      expect(await valueIn(store, 'a')).toBeUndefined();
      expect(await valueIn(store, 'n')).toBe(1);
    });
  });
});

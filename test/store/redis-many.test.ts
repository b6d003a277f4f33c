import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { redisEngine } from '../../src/store/engines/redis.ts';
import { type Committed, type Store, StoreAway } from '../../src/store/port.ts';
import { freePort, hasRedis, type RedisServer, startRedis, tell } from '../support/redis-server.ts';
import { add, put, valueIn } from './contract/things.ts';
import { durableContract, storeContract } from './contract.ts';

/** Resolves when it is so, within 15 s. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 600) throw new Error('it never came to be so');
    await pause(25);
  }
}

/** Commits as a person would who tries again when told that nothing was written. */
async function insist(store: Store, key: string): Promise<Committed> {
  for (;;) {
    try {
      return await store.commit([put(key, 1)]);
    } catch (error) {
      if (!(error instanceof StoreAway) || error.uncertain) throw error;
      await pause(100);
    }
  }
}

describe.skipIf(!hasRedis)('a Redis Cluster', () => {
  let server: RedisServer;
  const isWhole = async () => (await server.tell('CLUSTER', 'INFO')).includes('cluster_state:ok');
  const open = () => redisEngine(`redis+cluster://127.0.0.1:${server.port}`, silentLog);
  beforeAll(async () => {
    const bus = ['--cluster-port', String(await freePort()), '--cluster-announce-ip', '127.0.0.1'];
    server = await startRedis('--cluster-enabled', 'yes', ...bus);
    await server.tell('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await until(isWhole);
  });
  afterAll(() => server.remove());

  storeContract('a cluster', open);
  durableContract('a cluster', open);

  it('is found again after it was away', async () => {
    const engine = open();
    const store = engine.store('away');
    await store.commit([add('n', 1)]);
    // not killed: one that syncs each second may forget what it answered last
    await server.stop();
    await expect(store.get({ collection: 'things', id: 'n' })).rejects.toThrow(StoreAway);
    await expect(store.commit([add('n', 1)])).rejects.toSatisfy(
      (it) => it instanceof StoreAway && !it.uncertain,
    );

    await server.start();
    await until(isWhole);
    await insist(store, 'a');

    expect(await valueIn(store, 'n')).toBe(1);
    expect(await engine.durability()).toBe('everysec');
    await engine.close();
  });
});

describe.skipIf(!hasRedis)('Redis behind a Sentinel', () => {
  let first: RedisServer;
  let second: RedisServer;
  let sentinel: number;
  let stopSentinel: () => Promise<void>;
  beforeAll(async () => {
    first = await startRedis();
    second = await startRedis('--replicaof', `127.0.0.1 ${first.port}`);
    sentinel = await freePort();
    stopSentinel = await startSentinel(sentinel, first.port);
    await until(async () =>
      (await tell(sentinel, ['SENTINEL', 'REPLICAS', 'union'])).includes(String(second.port)),
    );
    await until(async () => (await first.tell('INFO', 'replication')).includes('state=online'));
  });
  afterAll(async () => {
    await stopSentinel();
    await Promise.all([first.remove(), second.remove()]);
  });

  it('is followed to the server that takes over', async () => {
    const engine = redisEngine(`redis+sentinel://127.0.0.1:${sentinel}/union`, silentLog);
    const store = engine.store('x');
    await store.commit([put('a', 1), add('n', 1)]);
    // WAIT would wait for what its own connection wrote, which is nothing
    await until(async () => (await second.tell('EXISTS', 'gy:{x}:h:things')).includes(':1'));

    await first.kill();
    expect(await insist(store, 'b')).toEqual({ ok: true });

    expect((await store.list('things', { limit: 5 })).map(({ id }) => id)).toEqual(['a', 'b', 'n']);
    expect(await second.tell('EXISTS', 'gy:{x}:h:things')).toContain(':1');
    await engine.close();
  }, 30_000);
});

/** A real Sentinel that watches one master by the name `union`. */
async function startSentinel(port: number, master: number): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'gongyou-sentinel-'));
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor union 127.0.0.1 ${master} 1`,
    'sentinel down-after-milliseconds union 500',
    'sentinel failover-timeout union 3000',
  ];
  writeFileSync(join(folder, 'sentinel.conf'), `${lines.join('\n')}\n`);
  const child = spawn('redis-server', [join(folder, 'sentinel.conf'), '--sentinel'], { stdio: 'ignore' });
  await until(() =>
    tell(port, ['PING']).then(
      (it) => it.startsWith('+PONG'),
      () => false,
    ),
  );
  return async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
}

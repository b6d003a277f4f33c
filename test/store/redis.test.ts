import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { type RedisEngine, redisEngine } from '../../src/store/engines/redis.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { add, put } from './contract/things.ts';
import { durableContract, storeContract } from './contract.ts';

describe.skipIf(!hasRedis)('Redis', () => {
  let server: RedisServer;
  let engine: RedisEngine;
  beforeAll(async () => {
    server = await startRedis();
    engine = redisEngine(`unix://${server.socket}?db=3`, silentLog);
  });
  afterAll(async () => {
    await engine.close();
    await server.remove();
  });

  storeContract('redis', () => redisEngine(server.url, silentLog));
  durableContract('redis', () => redisEngine(server.url, silentLog));

  it('keeps no order of insertion, by which a ballot could be told from who came to vote', async () => {
    const direct = redisEngine(server.url, silentLog);
    const store = direct.store('secret');
    for (const id of ['z', 'b', 'y', 'a']) await store.commit([put(id, 1), add('n', 1)]);

    expect(await server.tell('OBJECT', 'ENCODING', 'gy:{secret}:h:things')).toContain('hashtable');
    await direct.close();
    await server.stop();
    await server.start();
    expect(await server.tell('OBJECT', 'ENCODING', 'gy:{secret}:h:things')).toContain('hashtable');
  });

  it('keeps as many receipts as there were commits at once, and those for a minute', async () => {
    const store = engine.store('receipts');
    for (let round = 0; round < 50; round += 1)
      await Promise.all(['a', 'b', 'c'].map((id) => store.commit([add(id, 1)])));

    const script = "redis.call('SELECT', 3) return redis.call('KEYS', 'gy:{receipts}:r:*')";
    const receipts = (await server.tell('EVAL', script, '0')).match(/gy:\S+/g) ?? [];
    expect(receipts.length).toBeLessThanOrEqual(3);
    const left = `redis.call('SELECT', 3) return redis.call('PTTL', '${receipts[0]}')`;
    expect(Number((await server.tell('EVAL', left, '0')).slice(1))).toBeGreaterThan(50_000);
  });

  it('takes it for granted that the file is written every second where it may not look', async () => {
    await server.tell('ACL', 'SETUSER', 'bot', 'on', '>secret', '~gy:*', '+@all', '-config');
    const bot = redisEngine(server.url.replace('//', '//bot:secret@'), silentLog);

    expect(await bot.durability()).toBe('everysec');
    expect(await bot.store('x').commit([put('a', 1)])).toEqual({ ok: true });
    await bot.close();
  });

  it('says how it keeps what it acknowledges', async () => {
    const set = (...words: string[]) => server.tell('CONFIG', 'SET', ...words);
    expect(await engine.durability()).toBe('everysec');

    await set('appendfsync', 'always');
    expect(await engine.durability()).toBe('always');
    await set('appendfsync', 'no');
    expect(await engine.durability()).toBe('none');
    await set('appendfsync', 'everysec');
    await set('maxmemory', '1gb', 'maxmemory-policy', 'allkeys-lru');
    expect(await engine.durability()).toBe('none');
    await set('maxmemory', '0', 'maxmemory-policy', 'noeviction', 'appendonly', 'no');
    expect(await engine.durability()).toBe('none');
  });
});

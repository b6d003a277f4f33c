import { afterAll, beforeAll, describe } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { redisEngine } from '../../src/store/engines/redis.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts';
import { durableContract, storeContract } from './contract.ts';

describe.skipIf(!hasRedis)('Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.remove());

  storeContract('redis', () => redisEngine(server.url, silentLog));
  durableContract('redis', () => redisEngine(server.url, silentLog));
});

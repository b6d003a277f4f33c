import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type Database from 'libsql';
import { silentLog } from '../src/log.ts';
import { redisEngine } from '../src/store/engines/redis.ts';
import { sqliteEngine } from '../src/store/engines/sqlite.ts';
import { openFile } from '../src/store/engines/sqlite-file.ts';
import type { Engine } from '../src/store/port.ts';
import { hasRedis, startRedis } from '../test/support/redis-server.ts';
import type { Figure } from './figure.ts';

/** Commits in flight at any time. */
const IN_FLIGHT = 64;
const ROUND_MS = 800;
const ROUNDS = 3;
/** About as large as a ballot. */
const VALUE = {
  v: 1,
  is: { survey: 'survey-4f8aZ0q1', answers: ['满意', '比较满意'], note: 'x'.repeat(60) },
};

/** Durable commits a second on each engine, beside what its driver does without us. */
export async function benchStore(): Promise<Figure[]> {
  const figures = [await benchSqlite()];
  if (hasRedis) figures.push(await benchRedis());
  return figures;
}

async function benchSqlite(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'gongyou-bench-'));
  const engine = sqliteEngine(join(folder, 'ours.db'));
  const bare = openFile(join(folder, 'bare.db'));
  const rates = await alternate(
    () => ourRate(engine),
    async () => bareSqliteRate(bare),
  );
  await engine.close();
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  return figure('store commits on SQLite', `libsql, ${IN_FLIGHT} rows to a durable transaction`, rates);
}

async function benchRedis(): Promise<Figure> {
  const server = await startRedis('--appendfsync', 'everysec');
  const engine = redisEngine(server.url, silentLog);
  const bare = new Redis(server.url);
  const rates = await alternate(
    () => ourRate(engine),
    () => bareRedisRate(bare),
  );
  await engine.close();
  bare.disconnect();
  await server.remove();
  return figure('store commits on Redis', `ioredis, a script each, ${IN_FLIGHT} in flight`, rates);
}

type Rates = { readonly ours: number; readonly bare: number };

/** In turns, so that a busy machine is busy for both; the best round of each. */
async function alternate(ours: () => Promise<number>, bare: () => Promise<number>): Promise<Rates> {
  const rates = { ours: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.bare = Math.max(rates.bare, await bare());
    rates.ours = Math.max(rates.ours, await ours());
  }
  return rates;
}

const figure = (name: string, yardstick: string, { ours, bare }: Rates): Figure => ({
  name,
  value: Math.round(ours),
  unit: '/s',
  yardstick: { name: yardstick, value: Math.round(bare) },
  ratio: ours / bare,
});

let names = 0;
const fresh = (): string => `ballot-${(names++).toString(36)}-${Math.random().toString(36).slice(2, 12)}`;

/** How often a second `once` is done, with so many of it in flight. */
async function rate(once: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  let done = 0;
  const work = async (): Promise<void> => {
    while (performance.now() - begun < ROUND_MS) {
      await once();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return (done * 1000) / (performance.now() - begun);
}

function ourRate(engine: Engine): Promise<number> {
  const store = engine.store('bench');
  return rate(() =>
    store.commit([{ kind: 'put', key: { collection: 'ballots', id: fresh() }, version: 0, value: VALUE }]),
  );
}

function bareSqliteRate(database: Database.Database): number {
  const insert = database.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?)');
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < ROUND_MS) {
    database.exec('BEGIN IMMEDIATE');
    for (let row = 0; row < IN_FLIGHT; row += 1)
      insert.run('bench', 'ballots', fresh(), done + row + 1, JSON.stringify(VALUE));
    database.exec('COMMIT');
    done += IN_FLIGHT;
  }
  return (done * 1000) / (performance.now() - begun);
}

async function bareRedisRate(client: Redis): Promise<number> {
  const lua =
    "redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) redis.call('ZADD', KEYS[2], 0, ARGV[1]) return 0";
  const sha = String(await client.script('LOAD', lua));
  return rate(() => client.evalsha(sha, 2, '{bare}:h', '{bare}:z', fresh(), JSON.stringify(VALUE)));
}

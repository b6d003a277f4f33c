import { randomBytes } from 'node:crypto';
import type { Json } from '../../json.ts';
import type { Committed, Engine, Range, Store, Stored, Write } from '../port.ts';
import {
  checkKey,
  checkRange,
  checkWorkplace,
  checkWrites,
  encode,
  freshVersion,
  lowerEnd,
  notCounted,
} from '../records.ts';
import { type Link, openLink, type RedisLog, run } from './redis-link.ts';
import { COMMIT, LIST } from './redis-script.ts';
import { parseRedisUrl } from './redis-url.ts';

export type RedisEngine = Engine & {
  /**
   * How this Redis keeps what it has acknowledged, for a warning at start-up: `always` on the disk at once;
   * `everysec` a second later, which is also taken for granted where the server does not say; `none` when a crash,
   * or an eviction for want of memory, may lose more.
   *
   * @throws StoreAway
   */
  durability(): Promise<'always' | 'everysec' | 'none'>;
};

/**
 * Keeps records in Redis 5 or newer, or Valkey: a server, one behind Sentinels, or a cluster, where a workplace is
 * one hash slot. It connects by itself, now and whenever the connection breaks.
 *
 * A commit leaves a receipt for a minute, so that one that was cut off can be asked about and is never done twice.
 * The append-only file, until Redis rewrites it, and a replica's stream hold commits in their order: whoever reads
 * those sees which records were written together.
 *
 * @throws RangeError that says what is wrong with the URL, without its password
 */
export function redisEngine(url: string, log: RedisLog): RedisEngine {
  const link = openLink(parseRedisUrl(url), log);
  const receipts = createReceipts();
  return {
    name: 'redis',
    store(workplace) {
      checkWorkplace(workplace);
      return redisStore(link, `gy:{${workplace}}`, receipts);
    },
    durability: () => durability(link),
    close: link.close,
  };
}

function redisStore(link: Link, prefix: string, receipts: Receipts): Store {
  const hashOf = (collection: string): string => `${prefix}:h:${collection}`;
  const idsOf = (collection: string): string => `${prefix}:z:${collection}`;
  return {
    async get(key) {
      checkKey(key);
      const held = await link.ask('read', (client) => client.hget(hashOf(key.collection), key.id));
      return held === null ? undefined : stored(key.id, held);
    },

    async list(collection, range) {
      checkRange(collection, range);
      const keys = [hashOf(collection), idsOf(collection)];
      const found = await link.ask('read', (client) => run(client, LIST, keys, endsOf(range)));
      const [ids = [], values = []] = found as [string[]?, string[]?];
      return ids.map((id, place) => stored(id, values[place] ?? ''));
    },

    async commit(writes) {
      checkWrites(writes);
      const collections = [...new Set(writes.map(({ key }) => key.collection))];
      const args = writes.flatMap((it) => argumentsOf(it, 2 + 2 * collections.indexOf(it.key.collection)));
      const receipt = receipts.take();
      const keys = [`${prefix}:r:${receipt.place}`, ...collections.flatMap((it) => [hashOf(it), idsOf(it)])];
      let cut = false;
      const verdict = await link.ask('commit', (client, again) => {
        cut ||= again;
        return run(client, COMMIT, keys, [receipt.name, again ? '1' : '0', ...args]);
      });
      if (!cut) receipts.giveBack(receipt.place);
      return verdictOf(Number(verdict), writes);
    },
  };
}

function stored(id: string, held: string): Stored {
  const space = held.indexOf(' ');
  return { id, version: Number(held.slice(0, space)), value: JSON.parse(held.slice(space + 1)) as Json };
}

function endsOf(range: Range): string[] {
  const lower = lowerEnd(range);
  return [
    range.reverse ? '1' : '0',
    lower ? `${lower.inclusive ? '[' : '('}${lower.id}` : '-',
    range.before === undefined ? '+' : `(${range.before}`,
    String(range.limit),
  ];
}

function argumentsOf(write: Write, hash: number): string[] {
  const { kind, key } = write;
  const start = [kind, String(hash), key.id];
  if (kind === 'add') return [...start, String(write.by), String(freshVersion())];
  const value = kind === 'put' ? `${freshVersion()} ${encode(key, write.value)}` : '';
  return [...start, String(write.version), value];
}

/** @throws RangeError */
function verdictOf(verdict: number, writes: readonly Write[]): Committed {
  if (verdict === 0) return { ok: true };
  const write = writes[Math.abs(verdict) - 1];
  if (!write) throw new Error(`the commit script answered ${verdict}`);
  if (verdict < 0) throw notCounted(write.key);
  return { ok: false, conflict: write.key };
}

type Receipts = {
  take(): { place: string; name: string };
  giveBack(place: string): void;
};

/**
 * Names for commits, and places for their receipts. A place serves one commit after another, so that there are no
 * more of them than commits in flight; one whose commit was cut off is not used again, as that may still arrive.
 */
function createReceipts(): Receipts {
  const engine = randomBytes(9).toString('base64url');
  const free: string[] = [];
  let places = 0;
  let names = 0;
  return {
    take() {
      names += 1;
      const place = free.pop() ?? `${engine}.${places++}`;
      return { place, name: String(names) };
    },
    giveBack: (place) => void free.push(place),
  };
}

/** Settings where the server tells them, and otherwise what it reports of itself. */
async function durability(link: Link): Promise<'always' | 'everysec' | 'none'> {
  const info = await link.ask('read', (client) => client.info());
  const says = (name: string): string | undefined => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1];
  const evicts = says('maxmemory') !== '0' && (says('maxmemory_policy') ?? '').startsWith('allkeys');
  if (says('aof_enabled') !== '1' || evicts) return 'none';
  const settings = await link.ask('read', (client) =>
    client.call('CONFIG', 'GET', 'appendfsync').catch((error: Error) => {
      if (/^(ERR|NOPERM)\b/.test(error.message)) return [];
      throw error;
    }),
  );
  const fsync = JSON.stringify(settings);
  if (fsync.includes('always')) return 'always';
  return fsync.includes('"no"') ? 'none' : 'everysec';
}

import type Database from 'libsql';
import type { Json } from '../../json.ts';
import { type Committed, type Engine, type Store, StoreAway } from '../port.ts';
import { checkKey, checkRange, checkWorkplace, checkWrites, encode, lowerEnd } from '../records.ts';
import { type Commits, createCommits } from './sqlite-commits.ts';
import { openFile, patiently } from './sqlite-file.ts';

type Row = [id: string, version: number, json: string];

/**
 * Keeps records in one SQLite file, which several processes may use. A commit is on the disk when it resolves;
 * commits that are in flight together share one transaction and so one fsync.
 *
 * Until SQLite takes the WAL over into the file (1000 pages, or `close`), the WAL holds the latest commits in their
 * order: whoever reads that file sees which records were written together.
 *
 * @throws Error that names the file when it cannot be used
 */
export function sqliteEngine(file: string): Engine {
  const database = openFile(file);
  const commits = createCommits(database);
  let open = true;
  const check = (): void => {
    if (!open) throw new StoreAway(false);
  };
  return {
    name: 'sqlite',
    store(workplace) {
      checkWorkplace(workplace);
      return sqliteStore(database, workplace, commits, check);
    },
    async close() {
      if (!open) return;
      open = false;
      await commits.idle();
      // libsql keeps the connection while statements of it live, so SQLite does not tidy up by itself
      await patiently(() => database.pragma('wal_checkpoint(TRUNCATE)')).catch(() => {});
      database.close();
    },
  };
}

/** @param checkOpen throws when the engine is closed. */
function sqliteStore(
  database: Database.Database,
  workplace: string,
  commits: Commits,
  checkOpen: () => void,
): Store {
  const ranges = new Map<string, Database.Statement>();
  const one = database
    .prepare('SELECT id, version, json FROM records WHERE workplace = ? AND collection = ? AND id = ?')
    .raw();
  const stored = ([id, version, json]: Row) => ({ id, version, value: JSON.parse(json) as Json });

  function range(sql: string): Database.Statement {
    const prepared = ranges.get(sql) ?? database.prepare(sql).raw();
    ranges.set(sql, prepared);
    return prepared;
  }

  return {
    async get(key) {
      checkKey(key);
      checkOpen();
      const row = await patiently(() => one.get(workplace, key.collection, key.id));
      return row ? stored(row as Row) : undefined;
    },

    async list(collection, asked) {
      checkRange(collection, asked);
      checkOpen();
      const lower = lowerEnd(asked);
      const sql = `SELECT id, version, json FROM records WHERE workplace = ? AND collection = ?
        ${lower ? `AND id ${lower.inclusive ? '>=' : '>'} ?` : ''} ${asked.before === undefined ? '' : 'AND id < ?'}
        ORDER BY id ${asked.reverse ? 'DESC' : 'ASC'} LIMIT ?`;
      const ends = [lower?.id, asked.before].filter((it) => it !== undefined);
      const rows = await patiently(() => range(sql).all(workplace, collection, ...ends, asked.limit));
      return (rows as Row[]).map(stored);
    },

    async commit(writes) {
      checkWrites(writes);
      const values = writes.map((it) => (it.kind === 'put' ? encode(it.key, it.value) : ''));
      checkOpen();
      return new Promise<Committed>((resolve, reject) => {
        commits.put({ workplace, writes, values, resolve, reject });
      });
    },
  };
}

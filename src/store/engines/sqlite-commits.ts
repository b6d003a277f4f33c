import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'libsql';
import { type Committed, NONE, StoreAway, type Write } from '../port.ts';
import { freshVersion, sum } from '../records.ts';
import { codeOf, isBusy, patiently } from './sqlite-file.ts';

/** Most writes that share a transaction, so that nobody waits long for others. One commit is never divided. */
const SHARED_WRITES = 4000;

export type Waiting = {
  readonly workplace: string;
  readonly writes: readonly Write[];
  /** The JSON of each put. */
  readonly values: readonly string[];
  resolve(committed: Committed): void;
  reject(error: unknown): void;
};

export type Commits = {
  put(waiting: Waiting): void;
  /** Resolves when none is waiting. */
  idle(): Promise<void>;
};

/** Commits in groups: whatever was asked for in one turn of the event loop is one transaction. */
export function createCommits(database: Database.Database): Commits {
  const settle = createSettle(database);
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn();
      try {
        await patiently(begin);
      } catch (away) {
        for (const it of waiting.splice(0)) it.reject(away);
        continue;
      }
      writeGroup(take());
    }
    running = undefined;
  }

  function begin(): void {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.exec('BEGIN IMMEDIATE');
  }

  function take(): Waiting[] {
    let writes = 0;
    let count = 0;
    for (const it of waiting) {
      writes += it.writes.length;
      if (count > 0 && writes > SHARED_WRITES) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  /** Has no `await`: nothing else may come between BEGIN and COMMIT. */
  function writeGroup(group: Waiting[]): void {
    let written = false;
    try {
      const settled = group.map(settle);
      written = true;
      database.exec('COMMIT');
      for (const [place, it] of group.entries()) answer(it, settled[place]);
    } catch (cause) {
      rollBack();
      // a full disk or a lock stops the last page, which makes a commit of the others; after an I/O error it may be there
      const uncertain = written && !isBusy(cause) && codeOf(cause) !== 'SQLITE_FULL';
      for (const it of group) it.reject(new StoreAway(uncertain, { cause }));
    }
  }

  function rollBack(): void {
    try {
      if (database.inTransaction) database.exec('ROLLBACK');
    } catch {
      // begin() tries again
    }
  }

  return {
    put(it) {
      waiting.push(it);
      running ??= run();
    },
    async idle() {
      await running;
    },
  };
}

function answer(waiting: Waiting, settled: Committed | RangeError | undefined): void {
  if (settled instanceof RangeError) waiting.reject(settled);
  if (settled && !(settled instanceof RangeError)) waiting.resolve(settled);
}

type Row = [version: number, json: string];

/** Checks and writes one commit within a transaction. A refused one has written nothing when it returns. */
function createSettle(database: Database.Database): (waiting: Waiting) => Committed | RangeError {
  const THERE = 'workplace = ? AND collection = ? AND id = ?';
  const held = database.prepare(`SELECT version, json FROM records WHERE ${THERE}`).raw();
  const remove = database.prepare(`DELETE FROM records WHERE ${THERE}`);
  const insert = database.prepare(
    `INSERT INTO records (workplace, collection, id, version, json) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (workplace, collection, id) DO UPDATE SET version = excluded.version, json = excluded.json`,
  );

  /** The JSON of each record to write, or why there is none. */
  function check({ workplace, writes, values }: Waiting): readonly string[] | Committed | RangeError {
    const results = [...values];
    let broken: RangeError | undefined;
    for (const [place, write] of writes.entries()) {
      const row = held.get(workplace, write.key.collection, write.key.id) as Row | undefined;
      if (write.kind === 'add') {
        const total = sum(write.key, row?.[1], write.by);
        if (total instanceof RangeError) broken ??= total;
        else results[place] = total;
      } else if ((row?.[0] ?? NONE) !== write.version) return { ok: false, conflict: write.key };
    }
    return broken ?? results;
  }

  return (waiting) => {
    const results = check(waiting);
    if (results instanceof RangeError || 'ok' in results) return results;
    for (const [place, { kind, key }] of waiting.writes.entries()) {
      if (kind === 'delete') remove.run(waiting.workplace, key.collection, key.id);
      if (kind === 'put' || kind === 'add')
        insert.run(waiting.workplace, key.collection, key.id, freshVersion(), results[place] ?? '');
    }
    return { ok: true };
  };
}

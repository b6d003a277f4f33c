import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { StoreAway } from '../port.ts';

/** How long another process may take to set the file up, or to put it right after a crash. */
const OPENING_MS = 5000;
/** How long another process may hold the file before it counts as away. */
const PATIENCE_MS = 3000;
/** How much of that is waited for inside SQLite, which holds up the event loop. */
const BUSY_MS = 10;
/** "gong", in a field that SQLite leaves to programs. https://sqlite.org/pragma.html#pragma_application_id (2026-11) */
const APPLICATION = 0x676f6e67;
const SCHEMA = 1;

// WITHOUT ROWID: rows lie in the order of their key, so that nothing tells in which order they were written
const RECORDS = `CREATE TABLE IF NOT EXISTS records (
  workplace TEXT NOT NULL,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (workplace, collection, id)
) WITHOUT ROWID, STRICT`;

/**
 * The database in this file, made with its folder where there is none: WAL, each commit on the disk before it
 * returns, what is deleted overwritten. Readable by its owner alone.
 *
 * @throws Error that names the file and says why it cannot be used
 */
export function openFile(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (cause) {
    throw new Error(`${file} cannot be written: ${reason(cause)}`, { cause });
  }
  const database = new Database(file);
  try {
    opening(() => setUp(database));
    return database;
  } catch (cause) {
    database.close();
    throw new Error(`${file} cannot be used: ${reason(cause)}`, { cause });
  }
}

function setUp(database: Database.Database): void {
  database.pragma(`busy_timeout = ${OPENING_MS}`);
  const application = number(database, 'application_id');
  const tables = Number(first(database.prepare('SELECT count(*) FROM sqlite_schema').raw().get()));
  if (application !== APPLICATION && tables > 0) throw new Error('it is the database of another program');
  if (number(database, 'user_version') > SCHEMA)
    throw new Error('it was written by a newer release of gongyou');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // on macOS an fsync alone leaves what was written in the cache of the disk
  database.pragma('fullfsync = ON');
  database.pragma('secure_delete = ON');
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(RECORDS);
    database.pragma(`application_id = ${APPLICATION}`);
    database.pragma(`user_version = ${SCHEMA}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
  database.pragma(`busy_timeout = ${BUSY_MS}`);
}

/** Some locks are refused at once, whatever `busy_timeout` says: changing to WAL, putting right after a crash. */
function opening(work: () => void): void {
  const until = Date.now() + OPENING_MS;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

const first = (row: unknown): unknown => (row as unknown[])[0];

const number = (database: Database.Database, pragma: string): number =>
  Number(first(database.prepare(`PRAGMA ${pragma}`).raw().get()));

/** SQLite's name for what went wrong, as `SQLITE_BUSY`; empty for any other error. */
export const codeOf = (error: unknown): string =>
  error instanceof Database.SqliteError ? String(error.code) : '';

/** Another process holds the file for a moment. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

function reason(error: unknown): string {
  if (codeOf(error) === 'SQLITE_NOTADB') return 'it is not a database';
  return error instanceof Error ? error.message : String(error);
}

/**
 * Does it again while another process holds the file.
 *
 * @throws StoreAway when that lasts, or for any other error
 */
export async function patiently<Result>(work: () => Result): Promise<Result> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (cause) {
      if (!isBusy(cause) || Date.now() > until) throw new StoreAway(false, { cause });
      await pause(1 + Math.random() * 14);
    }
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteEngine } from '../../src/store/engines/sqlite.ts';
import { openFile } from '../../src/store/engines/sqlite-file.ts';
import { StoreAway } from '../../src/store/port.ts';
import { add, key, put, valueIn } from './contract/things.ts';
import { durableContract, storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongyou-sqlite-'));
const open = () => sqliteEngine(join(folder, 'made', 'on', 'demand', 'gongyou.db'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('sqlite', open);
durableContract('sqlite', open);

const CHILD = join(import.meta.dirname, 'sqlite-child.ts');

/** Lines by their first word: what became of each commit. */
type Fates = Map<string, string[]>;

/** A process that commits to the file; `limit` is a command of the shell that goes before. */
function startChild(args: string[], limit = '') {
  const child = spawn(
    'sh',
    ['-c', `${limit} exec "$@"`, 'sh', process.execPath, '--import', 'tsx', CHILD, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const begun = once(child.stdout, 'data');
  const ended = once(child, 'close').then(([code]) => {
    const fates: Fates = new Map();
    for (const line of said.split('\n').slice(0, -1)) {
      const [fate = '', name = ''] = line.split(' ');
      fates.set(fate, [...(fates.get(fate) ?? []), name]);
    }
    return { code: code as number | null, fates };
  });
  return { begun, ended, kill: () => child.kill('SIGKILL') };
}

/** Names of the records that children made, and what they counted. */
async function madeIn(file: string): Promise<{ made: Set<string>; count: number }> {
  const engine = sqliteEngine(file);
  const store = engine.store('children');
  const made = new Set<string>();
  for (let after = '', more = true; more; ) {
    const page = await store.list('made', { after, limit: 1000 });
    for (const { id } of page) made.add(id);
    after = page.at(-1)?.id ?? after;
    more = page.length === 1000;
  }
  const count = Number((await store.get({ collection: 'count', id: 'all' }))?.value ?? 0);
  await engine.close();
  return { made, count };
}

describe('a SQLite file', () => {
  it('is readable by its owner alone, and tidy when it is closed', async () => {
    const file = join(folder, 'own', 'gongyou.db');
    const engine = sqliteEngine(file);
    await engine.store('x').commit([put('a', 1)]);
    await engine.close();

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'own')).mode & 0o777).toBe(0o700);
    expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  it('is refused by name when it is something else', () => {
    const text = join(folder, 'letter.txt');
    writeFileSync(text, 'Dear colleagues, this is no database at all. '.repeat(100));
    const alien = join(folder, 'alien.db');
    const database = new Database(alien);
    database.exec('CREATE TABLE songs (title TEXT)');
    database.close();
    mkdirSync(join(folder, 'a-folder'));

    expect(() => sqliteEngine(text)).toThrow(`${text} cannot be used: it is not a database`);
    expect(() => sqliteEngine(alien)).toThrow(
      `${alien} cannot be used: it is the database of another program`,
    );
    expect(() => sqliteEngine(join(folder, 'a-folder'))).toThrow(/a-folder cannot be written: EISDIR/);
    expect(() => sqliteEngine(join(text, 'gongyou.db'))).toThrow(
      /gongyou\.db cannot be written: (EEXIST|ENOTDIR)/,
    );
  });

  it('is refused when a newer release wrote it', async () => {
    const file = join(folder, 'newer.db');
    await sqliteEngine(file).close();
    const database = new Database(file);
    database.exec('PRAGMA user_version = 2');
    database.close();

    expect(() => sqliteEngine(file)).toThrow(`${file} cannot be used: it was written by a newer release`);
  });

  it('waits for another process that holds it, but not for ever', async () => {
    const file = join(folder, 'held.db');
    const engine = sqliteEngine(file);
    const store = engine.store('x');
    const other = new Database(file);

    other.exec('BEGIN IMMEDIATE');
    const patient = [store.commit([add('n', 1)]), store.commit([add('n', 1)])];
    await pause(200);
    expect(await store.get(key('n'))).toBeUndefined();
    other.exec('COMMIT');
    expect(await Promise.all(patient)).toEqual([{ ok: true }, { ok: true }]);

    other.exec('BEGIN IMMEDIATE');
    const asked = [store.commit([add('n', 1)]), store.commit([put('a', 1)])];
    for (const it of await Promise.allSettled(asked))
      expect(it).toMatchObject({ status: 'rejected', reason: { name: 'StoreAway', uncertain: false } });
    other.exec('COMMIT');
    expect(await store.commit([add('n', 1)])).toEqual({ ok: true });
    expect(await valueIn(store, 'n')).toBe(3);
    other.close();
    await engine.close();
  });

  it('is written through to the disk, and keeps neither what is deleted nor in which order it came', () => {
    const database = openFile(join(folder, 'pragmas.db'));
    const told = (pragma: string) => (database.prepare(pragma).raw().get() as unknown[])[0];

    expect(told('PRAGMA synchronous')).toBe(2);
    expect(told('PRAGMA journal_mode')).toBe('wal');
    expect(told('PRAGMA secure_delete')).toBe(1);
    expect(told("SELECT wr FROM pragma_table_list WHERE name = 'records'")).toBe(1);
    database.close();
  });

  it('has all that was said to be written when the process is killed', async () => {
    const file = join(folder, 'killed.db');
    const written: string[] = [];
    for (const [round, afterMs] of [30, 120, 250].entries()) {
      const child = startChild([file, `round${round}`]);
      await child.begun;
      await pause(afterMs);
      child.kill();
      written.push(...((await child.ended).fates.get('written') ?? []));
    }

    const { made, count } = await madeIn(file);
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter((it) => !made.has(it))).toEqual([]);
    expect(count).toBe(made.size);
  });

  it('serves two processes at once', async () => {
    const file = join(folder, 'shared.db');
    const children = ['one', 'two'].map((name) => startChild([file, name, '400']));
    for (const { code, fates } of await Promise.all(children.map(({ ended }) => ended))) {
      expect(code).toBe(0);
      expect(fates.get('written')).toHaveLength(400);
    }

    const { made, count } = await madeIn(file);
    expect(made.size).toBe(800);
    expect(count).toBe(800);
  });

  it('tells the truth about what could not be written, and goes on', async () => {
    const file = join(folder, 'full.db');
    const child = startChild([file, 'full', '120', '20000'], 'trap "" XFSZ; ulimit -f 2000;');
    const { code, fates } = await child.ended;

    expect(code).toBe(0);
    const { made, count } = await madeIn(file);
    const refused = fates.get('refused') ?? [];
    const uncertain = fates.get('uncertain') ?? [];
    const written = fates.get('written') ?? [];
    // an error of the disk, unlike a full one, leaves it open how far it came
    expect(uncertain.length).toBeGreaterThan(0);
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((it) => !made.has(it))).toEqual([]);
    expect(refused.filter((it) => made.has(it))).toEqual([]);
    expect(made.size).toBe(count);
    expect(made.size).toBeLessThanOrEqual(written.length + uncertain.length);
  });

  it('names StoreAway for what cannot be read any more', async () => {
    const file = join(folder, 'broken.db');
    const engine = sqliteEngine(file);
    const store = engine.store('x');
    const other = new Database(file);
    other.exec('DROP TABLE records');

    await expect(store.get(key('a'))).rejects.toThrow(StoreAway);
    await expect(store.commit([put('a', 1)])).rejects.toThrow(StoreAway);
    other.close();
    await engine.close();
  });
});

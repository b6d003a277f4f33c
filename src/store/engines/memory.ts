import type { Json } from '../../json.ts';
import { type Committed, type Engine, type Key, NONE, type Store, StoreAway } from '../port.ts';
import { checkKey, checkRange, checkWorkplace, checkWrites, encode, freshVersion, sum } from '../records.ts';

type Row = { version: number; json: string };
type Rows = Map<string, Row>;

/** Keeps records in memory, and forgets them with the process: for tests. */
export function memoryEngine(): Engine {
  const workplaces = new Map<string, Map<string, Rows>>();
  let open = true;
  const check = (): void => {
    if (!open) throw new StoreAway(false);
  };
  return {
    name: 'memory',
    store(workplace) {
      checkWorkplace(workplace);
      const collections = workplaces.get(workplace) ?? new Map<string, Rows>();
      workplaces.set(workplace, collections);
      return memoryStore(collections, check);
    },
    async close() {
      open = false;
    },
  };
}

/** @param checkOpen throws when the engine is closed. */
function memoryStore(collections: Map<string, Rows>, checkOpen: () => void): Store {
  const row = ({ collection, id }: Key): Row | undefined => collections.get(collection)?.get(id);
  const stored = (id: string, { version, json }: Row) => ({ id, version, value: JSON.parse(json) as Json });

  function set({ collection, id }: Key, json: string): void {
    const rows = collections.get(collection) ?? new Map<string, Row>();
    collections.set(collection, rows);
    rows.set(id, { version: freshVersion(), json });
  }

  return {
    async get(key) {
      checkKey(key);
      checkOpen();
      const found = row(key);
      return found && stored(key.id, found);
    },

    async list(collection, range) {
      checkRange(collection, range);
      checkOpen();
      const { from, after, before, limit, reverse } = range;
      const rows = [...(collections.get(collection) ?? [])]
        .filter(([id]) => (from === undefined || id >= from) && (after === undefined || id > after))
        .filter(([id]) => before === undefined || id < before)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      if (reverse) rows.reverse();
      return rows.slice(0, limit).map(([id, found]) => stored(id, found));
    },

    async commit(writes): Promise<Committed> {
      checkWrites(writes);
      const values = writes.map((it) => (it.kind === 'put' ? encode(it.key, it.value) : ''));
      checkOpen();
      const lost = writes.find((it) => it.kind !== 'add' && (row(it.key)?.version ?? NONE) !== it.version);
      if (lost) return { ok: false, conflict: lost.key };
      for (const [place, it] of writes.entries()) {
        if (it.kind !== 'add') continue;
        const total = sum(it.key, row(it.key)?.json, it.by);
        if (total instanceof RangeError) throw total;
        values[place] = total;
      }
      for (const [place, { kind, key }] of writes.entries()) {
        if (kind === 'delete') collections.get(key.collection)?.delete(key.id);
        if (kind === 'put' || kind === 'add') set(key, values[place] ?? '');
      }
      return { ok: true };
    },
  };
}

import type { Json } from '../../../src/json.ts';
import { type Key, NONE, type Range, type Store, type Version, type Write } from '../../../src/store/port.ts';

export const key = (id: string, collection = 'things'): Key => ({ collection, id });

export const put = (id: string, value: Json, version = NONE): Write => ({
  kind: 'put',
  key: key(id),
  version,
  value,
});

export const add = (id: string, by: number): Write => ({ kind: 'add', key: key(id), by });

export const versionIn = async (store: Store, id: string): Promise<Version> =>
  (await store.get(key(id)))?.version ?? NONE;

export const valueIn = async (store: Store, id: string): Promise<Json | undefined> =>
  (await store.get(key(id)))?.value;

export const idsIn = async (store: Store, range: Range, collection = 'things'): Promise<string[]> =>
  (await store.list(collection, range)).map(({ id }) => id);

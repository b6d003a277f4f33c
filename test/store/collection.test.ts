import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json } from '../../src/json.ts';
import { collection, counters } from '../../src/store/collection.ts';
import { memoryEngine } from '../../src/store/engines/memory.ts';

const Member = z.object({ name: z.string() });
const members = collection('members', Member);

async function idsOf(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

describe('a collection', () => {
  it('is walked whole, from either end, however many pages that takes', async () => {
    const store = memoryEngine().store('x');
    const ids = Array.from({ length: 1000 }, (_, place) => `m${String(place).padStart(4, '0')}`);
    await store.commit(ids.map((id) => members.put(id, { name: id })));
    await store.commit(['n0', 'n1'].map((id) => members.put(id, { name: id })));

    const there = await idsOf(members.all(store));
    const back = await idsOf(members.all(store, { reverse: true, before: 'n1' }));

    expect(there).toEqual([...ids, 'n0', 'n1']);
    expect(back).toEqual([...ids, 'n0'].reverse());
  });

  it('lifts what an older release wrote, and refuses what a newer one did', async () => {
    const store = memoryEngine().store('x');
    const older = collection('members', z.object({ called: z.string() }));
    const newer = collection('members', Member, [
      (old) => ({ name: (old as { called: string }).called }) as Json,
    ]);
    await store.commit([older.put('a', { called: '王芳' })]);

    const lifted = await newer.get(store, 'a');
    expect(lifted?.value).toEqual({ name: '王芳' });
    await store.commit([newer.put('a', { name: '王芳' }, lifted?.version ?? 0)]);

    await expect(older.get(store, 'a')).rejects.toThrow(
      'members/a is of schema 2; this release knows up to 1',
    );
  });

  it('is changed only by whoever holds the item as it is', async () => {
    const store = memoryEngine().store('x');
    await store.commit([members.put('a', { name: 'old' })]);
    const [item] = await members.list(store, { limit: 5 });
    if (!item) throw new Error('it was just put');

    expect(await store.commit([members.expect(item), members.put('b', { name: 'b' })])).toEqual({ ok: true });
    await store.commit([members.put('a', { name: 'new' }, item.version)]);

    const stale = { ok: false, conflict: members.key('a') };
    expect(await store.commit([members.delete(item)])).toEqual(stale);
    expect(await store.commit([members.expect(item)])).toEqual(stale);
  });

  it('may be of counters', async () => {
    const store = memoryEngine().store('x');
    const tally = counters('tally');
    await store.commit([tally.add('yes', 2), tally.add('no', 1)]);

    expect(await tally.read(store, 'yes')).toBe(2);
    expect(await tally.read(store, 'never')).toBe(0);
    expect(await tally.list(store, { limit: 5 })).toEqual([
      { id: 'no', count: 1 },
      { id: 'yes', count: 2 },
    ]);
  });
});

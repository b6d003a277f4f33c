import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import { timetable } from '../../src/store/timetable.ts';

const table = timetable('table');
const NOON = Date.UTC(2026, 11, 1, 4);

describe('a timetable', () => {
  it('gives what is due, the earliest first, to the very millisecond', async () => {
    const store = memoryEngine().store('x');
    await store.commit([
      table.put(NOON + 1, 'later'),
      table.put(NOON, 'b'),
      table.put(NOON, 'a'),
      table.put(9, 'old'),
    ]);

    expect((await table.due(store, NOON, 10)).map(({ of }) => of)).toEqual(['old', 'a', 'b']);
    expect(await table.due(store, NOON, 2)).toHaveLength(2);
    expect(await table.first(store)).toBe(9);
  });

  it('holds each id once at a moment, and nothing where there is nothing', async () => {
    const store = memoryEngine().store('x');
    expect(await table.first(store)).toBeUndefined();
    expect(await table.get(store, NOON, 'a')).toBeUndefined();

    await store.commit([table.put(NOON, 'a~b')]);

    expect((await store.commit([table.put(NOON, 'a~b')])).ok).toBe(false);
    expect((await table.get(store, NOON, 'a~b'))?.of).toBe('a~b');
  });

  it('puts off a line, which stays where it is put off to its own moment', async () => {
    const store = memoryEngine().store('x');
    await store.commit([table.put(NOON, 'a')]);
    const [line] = await table.due(store, NOON, 1);
    if (!line) throw new Error('it was just put');

    expect(table.move(line, NOON)).toEqual([]);
    await store.commit(table.move(line, NOON + 0.5));

    expect(await table.due(store, NOON, 1)).toEqual([]);
    expect(await table.first(store)).toBe(NOON + 1);
  });

  it('lets one of two take a line away', async () => {
    const store = memoryEngine().store('x');
    await store.commit([table.put(NOON, 'a')]);
    const [line] = await table.due(store, NOON, 1);
    if (!line) throw new Error('it was just put');

    const both = await Promise.all([
      store.commit([table.delete(line)]),
      store.commit(table.move(line, NOON + 9)),
    ]);

    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import { passing } from '../../src/store/passing.ts';
import { days, minutes } from '../../src/world.ts';

const notes = passing('note');
const EVE = Date.UTC(2026, 11, 1, 23, 55);

describe('a record that passes', () => {
  it('is found until the end of the next day, and made once in that time', async () => {
    const store = memoryEngine().store('x');
    await store.commit(notes.once('a', 'kept', EVE));

    for (const at of [EVE, EVE + minutes(10), EVE + days(1)]) {
      expect((await notes.get(store, 'a', at))?.value).toBe('kept');
      const again = await store.commit(notes.once('a', 'again', at));
      expect(!again.ok && notes.owns(again.conflict)).toBe(true);
    }
    expect(await notes.get(store, 'a', EVE + minutes(10) + days(1))).toBeUndefined();
  });

  it('is replaced today by one that stands beside yesterday’s', async () => {
    const store = memoryEngine().store('x');
    await store.commit(notes.once('a', 'old', EVE));
    const now = EVE + minutes(10);

    const found = await notes.get(store, 'a', now);
    const { ok } = await store.commit([notes.put('a', 'new', found?.version ?? -1, now)]);

    expect(ok).toBe(true);
    expect((await notes.get(store, 'a', now))?.value).toBe('new');
  });

  it('is swept away the day after, whole, and nothing else is', async () => {
    const store = memoryEngine().store('x');
    await store.commit(
      Array.from({ length: 1000 }, (_, n) => notes.once(`a${n}`, n, EVE)[0]).filter((it) => !!it),
    );
    await store.commit([...notes.once('b', 'b', EVE), ...notes.once('c', 'c', EVE + days(1))]);

    expect(await notes.sweep(store, EVE + days(1))).toBe(0);
    expect(await notes.sweep(store, EVE + days(2))).toBe(1000);
    expect(await notes.sweep(store, EVE + days(2))).toBe(1);

    expect((await notes.get(store, 'c', EVE + days(2)))?.value).toBe('c');
  });
});

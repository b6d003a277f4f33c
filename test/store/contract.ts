import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, NONE, type Store, StoreAway } from '../../src/store/port.ts';
import { commitContract } from './contract/commit.ts';
import { counterContract } from './contract/counter.ts';
import { crowdContract } from './contract/crowd.ts';
import { listContract } from './contract/list.ts';
import { recordContract } from './contract/record.ts';
import { add, key, put, valueIn } from './contract/things.ts';
import { expectReplay, play, seedOfToday } from './fuzz.ts';

/**
 * What every engine keeps to. It has no switches: what one engine cannot do, none promises.
 *
 * @param open gives an engine on an empty place, or beside others on it.
 */
export function storeContract(name: string, open: () => Promise<Engine> | Engine): void {
  describe(`the store on ${name}`, () => {
    let engine: Engine;
    let store: Store;
    let count = 0;

    beforeAll(async () => {
      engine = await open();
    });
    beforeEach(() => {
      count += 1;
      store = engine.store(`place_${count}`);
    });
    afterAll(() => engine.close());

    recordContract(() => store);
    listContract(() => store);
    commitContract(() => store);
    counterContract(() => store);
    crowdContract(() => store);

    it('keeps workplaces apart', async () => {
      const other = engine.store(`place_${count}-other`);
      await store.commit([put('a', 'ours'), add('n', 1)]);

      expect(await other.get(key('a'))).toBeUndefined();
      await other.commit([put('a', 'theirs'), add('n', 10)]);

      expect(await valueIn(store, 'a')).toBe('ours');
      expect(await valueIn(store, 'n')).toBe(1);
      expect((await other.list('things', { limit: 5 })).map(({ value }) => value)).toEqual(['theirs', 10]);
      expect((await engine.store(`place_${count}`).get(key('a')))?.value).toBe('ours');
    });

    it('knows a workplace by letters, digits, - and _', () => {
      for (const workplace of ['', 'a b', 'a}b', 'a:b', '工友', 'x'.repeat(41)])
        expect(() => engine.store(workplace)).toThrow(RangeError);
    });

    it('is away once it is closed, after what was begun is written', async () => {
      const closing = await open();
      const on = closing.store(`closing_${count}`);
      const begun = Array.from({ length: 20 }, () => on.commit([add('n', 1)]));

      await closing.close();

      expect(await Promise.all(begun)).toEqual(begun.map(() => ({ ok: true })));
      for (const asked of [on.get(key('n')), on.list('things', { limit: 1 }), on.commit([add('n', 1)])])
        await expect(asked).rejects.toSatisfy((it) => it instanceof StoreAway && !it.uncertain);
      await closing.close();
    });
  });
}

/**
 * What the engines keep to that keep records beyond the process.
 *
 * @param open gives an engine, each time on the same place.
 */
export function durableContract(name: string, open: () => Promise<Engine> | Engine): void {
  describe(`${name}, opened again`, () => {
    it('gives the same, versions too', async () => {
      const first = await open();
      await first.store('again').commit([put('a', { text: '工友' }), add('n', 3)]);
      const before = await first.store('again').list('things', { limit: 10 });
      await first.close();

      const second = await open();
      const after = await second.store('again').list('things', { limit: 10 });
      await second.close();

      expect(before.length).toBe(2);
      expect(after).toEqual(before);
    });

    it('is one store for two engines, which conflict as two members of one do', async () => {
      const [one, two] = [await open(), await open()];
      const [here, there] = [one.store('shared'), two.store('shared')];

      await here.commit([put('a', 1)]);
      const seen = await there.get(key('a'));
      expect(seen?.value).toBe(1);
      expect(await here.commit([put('a', 2, seen?.version ?? NONE)])).toEqual({ ok: true });
      expect(await there.commit([put('a', 3, seen?.version ?? NONE)])).toEqual({
        ok: false,
        conflict: key('a'),
      });
      expect((await there.list('things', { limit: 5 })).map(({ value }) => value)).toEqual([2]);

      await Promise.all([one.close(), two.close()]);
    });

    it('leaves what commits of two engines leave when they are done one after the other', async () => {
      const [one, two] = [await open(), await open()];
      const seed = seedOfToday();
      const stores = Array.from({ length: 12 }, (_, place) => (place % 2 ? one : two).store('both'));

      const played = await play(stores, (op) => op < 60, seed);

      await expectReplay(one.store('both'), played, seed);
      await Promise.all([one.close(), two.close()]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/json.ts';
import type { Store } from '../../../src/store/port.ts';
import { add, key, put, valueIn, versionIn } from './things.ts';

/** Integers that many add to at once. */
export function counterContract(store: () => Store): void {
  describe('a counter', () => {
    it('begins at nothing and goes both ways', async () => {
      await store().commit([add('n', 3)]);
      expect(await valueIn(store(), 'n')).toBe(3);
      await store().commit([add('n', -5)]);
      expect(await valueIn(store(), 'n')).toBe(-2);
      await store().commit([add('n', 2), add('m', 0)]);
      expect(await store().list('things', { limit: 5 })).toMatchObject([
        { id: 'm', value: 0 },
        { id: 'n', value: 0 },
      ]);
    });

    it('changes its version, so that whoever expects it sees that somebody added', async () => {
      await store().commit([add('n', 1)]);
      const version = await versionIn(store(), 'n');
      await store().commit([add('n', 0)]);

      expect(await versionIn(store(), 'n')).not.toBe(version);
      expect(await store().commit([put('n', 9, version)])).toMatchObject({ ok: false });
    });

    it('counts exactly up to the largest integer, and refuses to go beyond', async () => {
      const most = Number.MAX_SAFE_INTEGER;
      await store().commit([add('n', most), add('m', -most)]);

      await expect(store().commit([add('n', 1)])).rejects.toThrow(RangeError);
      await expect(store().commit([add('m', -1)])).rejects.toThrow(RangeError);

      expect(await valueIn(store(), 'n')).toBe(most);
      expect(await valueIn(store(), 'm')).toBe(-most);
      await store().commit([add('n', -1), add('m', most)]);
      expect(await valueIn(store(), 'n')).toBe(most - 1);
      expect(await valueIn(store(), 'm')).toBe(0);
    });

    it('is no other record: to add to one is refused, and nothing is written', async () => {
      const values: Json[] = ['7', 1.5, 1e300, null, [1], { n: 1 }, true, '', 2 ** 53];
      await store().commit(values.map((value, place) => put(`v${place}`, value)));

      for (const place of values.keys())
        await expect(store().commit([put('a', 1), add('n', 1), add(`v${place}`, 1)])).rejects.toThrow(
          RangeError,
        );

      expect(await store().get(key('a'))).toBeUndefined();
      expect(await store().get(key('n'))).toBeUndefined();
      for (const [place, value] of values.entries())
        expect(await valueIn(store(), `v${place}`)).toEqual(value);
    });

    it('may be any integer that was put', async () => {
      await store().commit([put('n', 40), put('m', -0)]);
      await store().commit([add('n', 2), add('m', 1)]);

      expect(await valueIn(store(), 'n')).toBe(42);
      expect(await valueIn(store(), 'm')).toBe(1);
    });

    it('does not hurt others when it is refused', async () => {
      await store().commit([put('text', 'x')]);

      const all = await Promise.allSettled([
        store().commit([add('n', 1)]),
        store().commit([add('text', 1), add('n', 100)]),
        store().commit([add('n', 1)]),
      ]);

      expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await valueIn(store(), 'n')).toBe(2);
    });

    it('lets a conflict come before it', async () => {
      await store().commit([put('text', 'x')]);

      expect(await store().commit([add('text', 1), put('a', 1, 7)])).toEqual({
        ok: false,
        conflict: key('a'),
      });
    });
  });
}

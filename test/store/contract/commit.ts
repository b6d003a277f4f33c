import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/json.ts';
import { NONE, type Store, type Write } from '../../../src/store/port.ts';
import { add, idsIn, key, put, valueIn, versionIn } from './things.ts';

/** All or nothing, and the rules of the port. */
export function commitContract(store: () => Store): void {
  describe('a commit', () => {
    it('writes all, or nothing at all', async () => {
      await store().commit([put('a', 1), put('b', 1), add('n', 5)]);
      const [a, b] = [await versionIn(store(), 'a'), await versionIn(store(), 'b')];

      const committed = await store().commit([
        put('a', 2, a),
        put('new', 2),
        add('n', 1),
        { kind: 'delete', key: key('b'), version: b + 1 },
        put('c', 2),
      ]);

      expect(committed).toEqual({ ok: false, conflict: key('b') });
      expect(await versionIn(store(), 'a')).toBe(a);
      expect(await idsIn(store(), { limit: 10 })).toEqual(['a', 'b', 'n']);
      expect(await valueIn(store(), 'n')).toBe(5);
    });

    it('names the first write whose version no longer held', async () => {
      const committed = await store().commit([
        add('n', 1),
        put('a', 1),
        { kind: 'expect', key: key('b'), version: 7 },
        { kind: 'delete', key: key('c'), version: 7 },
      ]);

      expect(committed).toEqual({ ok: false, conflict: key('b') });
    });

    it('goes through only while what it expects is so, and leaves that as it is', async () => {
      await store().commit([put('a', 1)]);
      const version = await versionIn(store(), 'a');
      const expectA: Write = { kind: 'expect', key: key('a'), version };
      const expectNone: Write = { kind: 'expect', key: key('z'), version: NONE };

      expect(await store().commit([expectA, expectNone, put('b', 1)])).toEqual({ ok: true });
      expect(await versionIn(store(), 'a')).toBe(version);
      expect(await store().get(key('z'))).toBeUndefined();

      await store().commit([put('a', 2, version)]);
      expect(await store().commit([put('c', 1), expectA])).toEqual({ ok: false, conflict: key('a') });
      expect(await store().commit([put('c', 1), { ...expectNone, key: key('b') }])).toMatchObject({
        ok: false,
      });
      expect(await store().get(key('c'))).toBeUndefined();
    });

    it('gives what it writes versions that say nothing of one another', async () => {
      await store().commit([put('turnout', 1), put('ballot', 1), add('tally', 1)]);
      await store().commit([add('tally', 1), put('turnout-2', 1), put('ballot-2', 1)]);

      const versions = (await store().list('things', { limit: 10 })).map(({ version }) => version);
      const apart = versions.flatMap((one, place) =>
        versions.slice(place + 1).map((it) => Math.abs(it - one)),
      );
      expect(Math.min(...apart)).toBeGreaterThan(1000);
    });

    it('may be empty, may write to several collections, and holds a thousand writes', async () => {
      const many = Array.from({ length: 1000 }, (_, place) => put(`m${place}`, place));

      expect(await store().commit([])).toEqual({ ok: true });
      expect(
        await store().commit([put('a', 1), { kind: 'put', key: key('a', 'other'), version: NONE, value: 2 }]),
      ).toEqual({
        ok: true,
      });
      expect((await store().get(key('a', 'other')))?.value).toBe(2);
      expect(await store().commit(many)).toEqual({ ok: true });
      await expect(store().commit([...many, put('one-more', 1)])).rejects.toThrow(RangeError);
    });

    it('refuses what breaks the rules of the port, and writes nothing of it', async () => {
      const wrong: Write[][] = [
        [put('a', 1), put('a', 2)],
        [put('a', 1), put('', 1)],
        [put('a', 1), put('工', 1)],
        [put('a', 1), put('with blank', 1)],
        [put('a', 1), put('x'.repeat(201), 1)],
        [put('a', 1), { kind: 'put', key: key('b', 'Things'), version: NONE, value: 1 }],
        [put('a', 1), { kind: 'put', key: key('b', ''), version: NONE, value: 1 }],
        [put('a', 1), put('b', undefined as unknown as Json)],
        [put('a', 1), put('b', 1, -1)],
        [put('a', 1), put('b', 1, Number.NaN)],
        [put('a', 1), add('b', 0.5)],
        [put('a', 1), add('b', 2 ** 53)],
      ];

      for (const writes of wrong) await expect(store().commit(writes)).rejects.toThrow(RangeError);
      expect(await idsIn(store(), { limit: 10 })).toEqual([]);
      await expect(store().get(key('工'))).rejects.toThrow(RangeError);
      await expect(store().list('Things', { limit: 1 })).rejects.toThrow(RangeError);
      for (const limit of [0, 1001, 1.5, Number.NaN])
        await expect(store().list('things', { limit })).rejects.toThrow(RangeError);
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/json.ts';
import { NONE, type Store } from '../../../src/store/port.ts';
import { idsIn, key, put, valueIn, versionIn } from './things.ts';

/** A record: what is put is given back, and replaced only by whoever knows it. */
export function recordContract(store: () => Store): void {
  describe('one record', () => {
    it('is given back as it was put', async () => {
      const committed = await store().commit([put('a', { name: '王芳', years: [2024, 2025] })]);

      expect(committed).toEqual({ ok: true });
      const stored = await store().get(key('a'));
      expect(stored).toEqual({
        id: 'a',
        version: expect.any(Number),
        value: { name: '王芳', years: [2024, 2025] },
      });
      expect(stored?.version).toBeGreaterThan(NONE);
    });

    it('is nothing where nobody made it', async () => {
      expect(await store().get(key('a'))).toBeUndefined();
    });

    it('is replaced by whoever names its version, and by nobody else', async () => {
      await store().commit([put('a', 1)]);
      const version = await versionIn(store(), 'a');

      expect(await store().commit([put('a', 2, version)])).toEqual({ ok: true });

      expect(await store().commit([put('a', 3, version)])).toEqual({ ok: false, conflict: key('a') });
      expect(await store().commit([put('a', 3)])).toEqual({ ok: false, conflict: key('a') });
      expect(await store().commit([put('b', 3, version)])).toEqual({ ok: false, conflict: key('b') });
      expect(await valueIn(store(), 'a')).toBe(2);
    });

    it('is deleted by whoever names its version, and by nobody else', async () => {
      await store().commit([put('a', 1)]);
      const version = await versionIn(store(), 'a');

      expect(await store().commit([{ kind: 'delete', key: key('a'), version: version + 1 }])).toMatchObject({
        ok: false,
      });
      expect(await valueIn(store(), 'a')).toBe(1);
      expect(await store().commit([{ kind: 'delete', key: key('a'), version }])).toEqual({ ok: true });
      expect(await store().get(key('a'))).toBeUndefined();
      expect(await idsIn(store(), { limit: 10 })).toEqual([]);
      expect(await store().commit([{ kind: 'delete', key: key('a'), version }])).toMatchObject({ ok: false });
    });

    it('never has a version again that it had before, also when it is made anew', async () => {
      const versions: number[] = [];
      for (let round = 0; round < 10; round += 1) {
        await store().commit([put('a', round)]);
        versions.push(await versionIn(store(), 'a'));
        await store().commit([put('a', round, await versionIn(store(), 'a'))]);
        versions.push(await versionIn(store(), 'a'));
        await store().commit([{ kind: 'delete', key: key('a'), version: await versionIn(store(), 'a') }]);
      }

      expect(new Set(versions).size).toBe(20);
      expect(Math.max(...versions)).toBeGreaterThan(2 ** 40);
      expect(versions.every((it) => Number.isSafeInteger(it) && it > 0 && it < 2 ** 48)).toBe(true);
    });

    it('keeps every JSON value, and every string, whole', async () => {
      const values: Json[] = [
        null,
        false,
        0,
        -1.5e-7,
        '',
        [],
        {},
        '九九六 "quoted" \\ back\nline',
        'U+0000: \u0000, and what is after it',
        'a lone surrogate: \ud83d and \ude00',
        '👷🏽‍♀️ 𠮷 é\u2028',
        JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"":2}') as Json,
      ];

      await store().commit(values.map((value, place) => put(`v${place}`, value)));

      for (const [place, value] of values.entries())
        expect(JSON.stringify(await valueIn(store(), `v${place}`))).toBe(JSON.stringify(value));
      expect((await store().list('things', { limit: 100 })).length).toBe(values.length);
    });

    it('holds 256 KiB of JSON, and not a byte more', async () => {
      const most = 'x'.repeat(256 * 1024 - 2);

      await store().commit([put('a', most)]);

      expect(await valueIn(store(), 'a')).toBe(most);
      await expect(store().commit([put('b', `${most}x`)])).rejects.toThrow(RangeError);
      await expect(store().commit([put('b', '工'.repeat(100_000))])).rejects.toThrow(RangeError);
      expect(await store().get(key('b'))).toBeUndefined();
    });

    it('may have any printable id', async () => {
      const ids = [
        '__proto__',
        'constructor',
        'toString',
        '~',
        '!',
        'a:b/{c}*?[d]',
        '0',
        '00',
        "';--",
        'x'.repeat(200),
      ];

      await store().commit(ids.map((id) => put(id, id)));

      for (const id of ids) expect(await valueIn(store(), id)).toBe(id);
      expect(await idsIn(store(), { limit: 100 })).toEqual([...ids].sort());
    });
  });
}

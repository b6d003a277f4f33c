import { beforeEach, describe, expect, it } from 'vitest';
import { NONE, type Store } from '../../../src/store/port.ts';
import { idsIn, key, put, versionIn } from './things.ts';

/** Parts of a collection, in byte order. */
export function listContract(store: () => Store): void {
  describe('a list', () => {
    const ids = ['!', '1', '10', '2', 'A', 'Z', '_', 'a', 'a-', 'a.', 'aa', 'b', 'z', '~'];
    beforeEach(async () => {
      for (const id of [...ids].reverse()) await store().commit([put(id, id)]);
      await store().commit([{ kind: 'put', key: key('aaa', 'thing'), version: NONE, value: null }]);
      await store().commit([
        { kind: 'put', key: key('aaa', 'things-of-others'), version: NONE, value: null },
      ]);
    });

    it('is in byte order, with values and versions', async () => {
      const rows = await store().list('things', { limit: 1000 });

      expect(rows.map(({ id }) => id)).toEqual(ids);
      expect(rows.every(({ id, value }) => value === id)).toBe(true);
      for (const { id, version } of rows) expect(version).toBe(await versionIn(store(), id));
    });

    it('is empty for a collection that nobody wrote to', async () => {
      expect(await store().list('nothing', { limit: 5 })).toEqual([]);
      expect(await store().list('nothing', { limit: 5, from: 'a', before: 'b', reverse: true })).toEqual([]);
    });

    it('keeps to its bounds, whether a record has them or not', async () => {
      expect(await idsIn(store(), { from: 'a', limit: 99 })).toEqual(ids.slice(7));
      expect(await idsIn(store(), { after: 'a', limit: 99 })).toEqual(ids.slice(8));
      expect(await idsIn(store(), { before: 'a', limit: 99 })).toEqual(ids.slice(0, 7));
      expect(await idsIn(store(), { from: 'a-', before: 'b', limit: 99 })).toEqual(['a-', 'a.', 'aa']);
      expect(await idsIn(store(), { from: 'a', after: 'a.', limit: 99 })).toEqual(ids.slice(10));
      expect(await idsIn(store(), { from: 'b', after: 'a.', limit: 99 })).toEqual(ids.slice(11));
      expect(await idsIn(store(), { from: 'b', after: 'b', limit: 99 })).toEqual(['z', '~']);
      expect(await idsIn(store(), { from: 'b', before: 'a', limit: 99 })).toEqual([]);
      expect(await idsIn(store(), { from: 'ab', before: 'y', limit: 99 })).toEqual(['b']);
    });

    it('takes any string for a bound', async () => {
      expect(await idsIn(store(), { from: '', after: '', limit: 99 })).toEqual(ids);
      expect(await idsIn(store(), { before: '', limit: 99 })).toEqual([]);
      expect(await idsIn(store(), { from: '工', limit: 99 })).toEqual([]);
      expect(await idsIn(store(), { before: '\uffff', limit: 99 })).toEqual(ids);
      expect(await idsIn(store(), { before: '😀', from: 'z', limit: 99 })).toEqual(['z', '~']);
      expect(await idsIn(store(), { after: '-', before: '+', limit: 99 })).toEqual([]);
      expect(await idsIn(store(), { from: '[a', before: '(b', limit: 99 })).toEqual([]);
    });

    it('gives so many, from either end', async () => {
      expect(await idsIn(store(), { limit: 3 })).toEqual(ids.slice(0, 3));
      expect(await idsIn(store(), { limit: 3, reverse: true })).toEqual(['~', 'z', 'b']);
      expect(await idsIn(store(), { limit: 2, reverse: true, from: 'a', before: 'b' })).toEqual(['aa', 'a.']);
      expect(await idsIn(store(), { limit: 99, reverse: true, after: 'aa' })).toEqual(['~', 'z', 'b']);
    });

    it('is walked page by page, either way', async () => {
      const pages: string[] = [];
      for (let page = await idsIn(store(), { limit: 4 }); page.length > 0; ) {
        pages.push(...page);
        page = await idsIn(store(), { limit: 4, after: page.at(-1) ?? '' });
      }
      const back: string[] = [];
      for (let page = await idsIn(store(), { limit: 4, reverse: true }); page.length > 0; ) {
        back.push(...page);
        page = await idsIn(store(), { limit: 4, reverse: true, before: page.at(-1) ?? '' });
      }

      expect(pages).toEqual(ids);
      expect(back).toEqual([...ids].reverse());
    });

    it('gives a thousand at once', async () => {
      const many = Array.from({ length: 1000 }, (_, place) => `m${String(place).padStart(4, '0')}`);
      await store().commit(
        many.map((id) => ({ kind: 'put', key: key(id, 'many'), version: NONE, value: id })),
      );

      expect(await idsIn(store(), { limit: 1000 }, 'many')).toEqual(many);
    });
  });
}

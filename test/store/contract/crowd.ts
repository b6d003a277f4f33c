import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/port.ts';
import { expectReplay, play, seedOfToday } from '../fuzz.ts';
import { add, put, valueIn } from './things.ts';

/** What is left when many commit at the same time. */
export function crowdContract(store: () => Store): void {
  describe('many at once', () => {
    it('lets one of them have the version, and only one', async () => {
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, place) => store().commit([put('a', place)])),
      );

      const winner = all.findIndex(({ ok }) => ok);
      expect(all.filter(({ ok }) => ok).length).toBe(1);
      expect(await valueIn(store(), 'a')).toBe(winner);
    });

    it('adds up to the last vote', async () => {
      await Promise.all(Array.from({ length: 500 }, () => store().commit([add('yes', 1), add('all', 2)])));

      expect(await valueIn(store(), 'yes')).toBe(500);
      expect(await valueIn(store(), 'all')).toBe(1000);
    });

    it('leaves what the commits leave when they are done one after the other', async () => {
      const seed = seedOfToday();

      const played = await play(Array.from({ length: 20 }, store), (op) => op < 200, seed);

      expect(played.uncertain).toEqual([]);
      expect(played.certain.length, 'commits that went through').toBeGreaterThan(200);
      expect(played.refused.length, 'conflicts').toBeGreaterThan(20);
      await expectReplay(store(), played, seed);
    });
  });
}

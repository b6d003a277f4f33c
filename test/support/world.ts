import type { Instant, World } from '../../src/world.ts';

export type FakeWorld = World & {
  /** Lets time pass. */
  pass(ms: number): void;
  set(at: Instant): void;
};

/** Tuesday 1 December 2026, 10:00 in Shanghai. Ids count up from 1 for each kind. */
export function fakeWorld(start: Instant = Date.UTC(2026, 11, 1, 2, 0)): FakeWorld {
  let now = start;
  const counts = new Map<string, number>();
  return {
    now: () => now,
    id(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}-${count}`;
    },
    pass(ms) {
      now += ms;
    },
    set(at) {
      now = at;
    },
  };
}

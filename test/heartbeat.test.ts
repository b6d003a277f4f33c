import { describe, expect, it, vi } from 'vitest';
import { createHeart, storeCoordinator } from '../src/heartbeat.ts';
import { silentLog } from '../src/log.ts';
import { memoryEngine } from '../src/store/engines/memory.ts';

describe('the heart', () => {
  it('pulses in every instance, and beats in one of all', async () => {
    const store = memoryEngine().store('test');
    const pulses = [0, 0];
    let beats = 0;
    const hearts = pulses.map((_, n) =>
      createHeart({
        name: `heart${n}`,
        store,
        log: silentLog,
        async pulse() {
          pulses[n] = (pulses[n] ?? 0) + 1;
        },
        async beat() {
          beats += 1;
        },
      }),
    );

    for (const heart of hearts) heart.start();
    await vi.waitFor(() => expect(Math.min(...pulses)).toBeGreaterThanOrEqual(6), {
      timeout: 15_000,
      interval: 50,
    });
    await Promise.all(hearts.map((it) => it.stop()));

    expect(beats).toBeGreaterThanOrEqual(1);
    expect(beats).toBeLessThanOrEqual(2);
  });

  it('goes on after a tick that failed', async () => {
    const store = memoryEngine().store('test');
    let pulses = 0;
    const heart = createHeart({
      name: 'failing',
      store,
      log: silentLog,
      async pulse() {
        pulses += 1;
        throw new Error('away');
      },
      beat: async () => {},
    });

    heart.start();
    await vi.waitFor(() => expect(pulses).toBeGreaterThanOrEqual(2), { timeout: 5000, interval: 50 });
    await heart.stop();
  });

  it('gives a slot to one of many that ask at once, and forgives a clock that was set back', async () => {
    const coordinator = storeCoordinator(memoryEngine().store('test'));
    const at = (time: string): string => `x:${time}`;

    const asked = await Promise.all(
      Array.from({ length: 5 }, () => coordinator.shouldRun(at('2026-12-01T10:00:05.000Z'), 4000)),
    );

    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await coordinator.shouldRun(at('2026-12-01T10:00:00.000Z'), 4000)).toBe(false);
    expect(await coordinator.shouldRun(at('2026-12-01T09:00:00.000Z'), 4000)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createDemoClock } from '../src/demo-clock.ts';
import { memoryEngine } from '../src/store/engines/memory.ts';
import { days, minutes, realWorld } from '../src/world.ts';

const near = (at: number, expected: number): boolean => Math.abs(at - expected) < minutes(1);

describe('the demo clock', () => {
  it('goes on from where it was set to, on every instance and after a restart', async () => {
    const store = memoryEngine().store('web');
    const [one, other] = [createDemoClock(store), createDemoClock(store)];
    const tomorrow = realWorld.now() + days(1);

    await one.jump(tomorrow);
    expect(near(other.world.now(), realWorld.now())).toBe(true);
    await other.refresh();

    expect(near(one.world.now(), tomorrow)).toBe(true);
    expect(near(other.world.now(), tomorrow)).toBe(true);
    expect(Number.isInteger(other.world.now())).toBe(true);
  });

  it('never goes behind the real one, and can be put back', async () => {
    const clock = createDemoClock(memoryEngine().store('web'));

    await clock.jump(realWorld.now() - days(1));
    expect(near(clock.world.now(), realWorld.now())).toBe(true);
    await clock.jump(realWorld.now() + days(3));
    await clock.reset();
    await clock.refresh();

    expect(near(clock.world.now(), realWorld.now())).toBe(true);
  });
});

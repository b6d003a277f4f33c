import { NONE, type Store } from './store/port.ts';
import { type Instant, realWorld, type World } from './world.ts';

const KEY = { collection: 'demo-clock', id: 'ahead' };

/**
 * A clock that can be set ahead, for demonstrations: a reminder of tomorrow comes now. How far ahead it is stands in
 * the store, so that it outlives a restart and is the same on every instance.
 */
export function createDemoClock(store: Store) {
  let aheadMs = 0;

  async function set(ms: number): Promise<void> {
    const old = await store.get(KEY);
    await store.commit([{ kind: 'put', key: KEY, version: old?.version ?? NONE, value: ms }]);
    aheadMs = ms;
  }

  return {
    world: { ...realWorld, now: () => Math.round(realWorld.now() + aheadMs) } satisfies World,
    /** Reads what another instance may have set. */
    async refresh() {
      aheadMs = Number((await store.get(KEY))?.value ?? 0);
    },
    jump: (to: Instant) => set(Math.max(0, to - realWorld.now())),
    reset: () => set(0),
  };
}

export type DemoClock = ReturnType<typeof createDemoClock>;

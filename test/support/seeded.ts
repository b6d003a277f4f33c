/** Chance by a seed, so that what it found can be found again: set GONGYOU_SEED to the seed that was printed. */
export function seeded(seed = Number(process.env.GONGYOU_SEED ?? Math.floor(Math.random() * 2 ** 31))) {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    random,
    pick: <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T,
  };
}

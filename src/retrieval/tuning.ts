import type { Traits } from './traits.ts';
export const TUNING = {
  k1: 0.4,
  b: 0.75,
  singlesKept: 1000,
  singlesShare: 0.05,
  single: 0.35,
  word: 1.3,
  number: 1,
  pool: 10,
  heard: 0.8,
  window: 40,
  score: (base: number, _: Traits): number => base,
};

import { describe, it } from 'vitest';
import { askUnderFire, remindUnderFire } from './kill.ts';

describe('killed twenty times at random, on Redis', () => {
  it('one instance reminds each of 200 once', () => remindUnderFire('redis', 1), 180_000);
  it('two instances remind each of 200 once', () => remindUnderFire('redis', 2), 180_000);
  it('two instances answer each question once', () => askUnderFire('redis', 2), 180_000);
});

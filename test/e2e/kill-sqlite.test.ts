import { describe, it } from 'vitest';
import { askUnderFire, remindUnderFire } from './kill.ts';

describe('killed twenty times at random, on SQLite', () => {
  it('one instance reminds each of 200 once', () => remindUnderFire('sqlite', 1), 180_000);
  it('two instances remind each of 200 once', () => remindUnderFire('sqlite', 2), 180_000);
  it('two instances answer each question once', () => askUnderFire('sqlite', 2), 180_000);
});

import { randomBytes } from 'node:crypto';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** What a feature knows of the outside: the time and fresh ids, and nothing else. */
export type World = {
  now(): Instant;
  /** A fresh id, `kind-…`: unguessable, in printable ASCII, and saying nothing of when it was made. */
  id(kind: string): string;
};

/** The world as it is. */
export const realWorld: World = {
  now: () => Date.now(),
  id: (kind) => `${kind}-${randomBytes(9).toString('base64url')}`,
};

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

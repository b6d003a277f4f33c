import type { Json } from '../json.ts';

/**
 * What every engine does, and all that a feature may ask of one. One store serves one workplace; engines keep
 * workplaces apart.
 *
 * There are no locks and no expiry: a write names the version it replaces, and time is the features', who are
 * handed a clock. Versions are random, so that two records written in one commit (turnout and ballot) have nothing
 * in common by which they could be joined, and a record made anew is never taken for the one it replaced.
 */
/** The state of a record. Opaque: it can be compared and handed back, and says nothing else. `NONE`: no record. */
export type Version = number;
export const NONE: Version = 0;

/** `id` is printable ASCII without blanks, 1 to 200 characters; `collection` is `[a-z-]`, 1 to 40. */
export type Key = { readonly collection: string; readonly id: string };

export type Stored = { readonly id: string; readonly version: Version; readonly value: Json };

export type Write =
  /** Replace the record of this version, or make one where there is none (`NONE`). */
  | { readonly kind: 'put'; readonly key: Key; readonly version: Version; readonly value: Json }
  | { readonly kind: 'delete'; readonly key: Key; readonly version: Version }
  /** The commit goes through only while this record has this version. Writes nothing. */
  | { readonly kind: 'expect'; readonly key: Key; readonly version: Version }
  /**
   * Add to a counter, an integer record that is 0 until somebody adds to it. Never conflicts. Where the record is
   * no integer, or the sum is beyond ±(2^53 - 1), the whole commit is a RangeError.
   */
  | { readonly kind: 'add'; readonly key: Key; readonly by: number };

/** Part of a collection by id, in byte order. A bound may be any string, whether a record has it or not. */
export type Range = {
  /** First id to give. */
  readonly from?: string;
  /** Give ids after this one: the last id of the page before. */
  readonly after?: string;
  /** Give ids before this one. */
  readonly before?: string;
  /** Most records to give, 1 to 1000. */
  readonly limit: number;
  /** From the last to the first; `from`, `after` and `before` keep their meaning. */
  readonly reverse?: boolean;
};

/** `conflict` names the first write whose version no longer held; then nothing at all was written. */
export type Committed = { readonly ok: true } | { readonly ok: false; readonly conflict: Key };

export type Store = {
  /** @throws StoreAway */
  get(key: Key): Promise<Stored | undefined>;
  /** @throws StoreAway */
  list(collection: string, range: Range): Promise<Stored[]>;
  /**
   * All or nothing, and durable once it resolves. At most 1000 writes, each of another key; a value is at most
   * 256 KiB of JSON.
   *
   * @throws StoreAway
   * @throws RangeError when a write breaks a rule of this port: a fault of ours
   */
  commit(writes: readonly Write[]): Promise<Committed>;
};

/** An engine holds the stores of all workplaces. `workplace` is `[A-Za-z0-9_-]`, 1 to 40. */
export type Engine = {
  readonly name: string;
  store(workplace: string): Store;
  /** Resolves when what was begun is written; whatever is asked after that is `StoreAway`. */
  close(): Promise<void>;
};

/** The engine cannot be reached. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
  /** False when nothing was written for sure; true when a commit was cut off and may have been. */
  readonly uncertain: boolean;
  constructor(uncertain: boolean, options?: ErrorOptions) {
    super(uncertain ? 'the store was lost during a commit' : 'the store cannot be reached', options);
    this.uncertain = uncertain;
  }
}

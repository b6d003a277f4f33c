import { randomInt } from 'node:crypto';
import { type Key, NONE, type Range, type Version, type Write } from './port.ts';

const COLLECTION = /^[a-z][a-z-]{0,39}$/;
const ID = /^[\x21-\x7e]{1,200}$/;
const WORKPLACE = /^[A-Za-z0-9_-]{1,40}$/;
/** Most bytes of one value as JSON. */
const VALUE_BYTES = 256 * 1024;
/** Most writes in one commit, and most records on one page. */
export const MOST = 1000;

/** @throws RangeError */
export function checkWorkplace(workplace: string): void {
  if (!WORKPLACE.test(workplace))
    throw new RangeError(`not the name of a workplace: ${JSON.stringify(workplace)}`);
}

/** @throws RangeError */
export function checkKey({ collection, id }: Key): void {
  if (!COLLECTION.test(collection)) throw new RangeError(`not a collection: ${JSON.stringify(collection)}`);
  if (!ID.test(id)) throw new RangeError(`not an id in ${collection}: ${JSON.stringify(id)}`);
}

/** @throws RangeError */
export function checkRange(collection: string, { limit }: Range): void {
  checkKey({ collection, id: '-' });
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new RangeError(`limit ${limit}: 1 to ${MOST}`);
}

/**
 * The rules of a commit that need no look at what is stored.
 *
 * @throws RangeError
 */
export function checkWrites(writes: readonly Write[]): void {
  if (writes.length > MOST) throw new RangeError(`${writes.length} writes in one commit: at most ${MOST}`);
  const seen = new Set<string>();
  for (const write of writes) {
    checkKey(write.key);
    const name = `${write.key.collection}/${write.key.id}`;
    if (seen.has(name)) throw new RangeError(`${name} twice in one commit`);
    seen.add(name);
    if (write.kind === 'add' && !Number.isSafeInteger(write.by))
      throw new RangeError(`${name}: add ${write.by}`);
    if (write.kind !== 'add' && !(Number.isSafeInteger(write.version) && write.version >= NONE))
      throw new RangeError(`${name}: version ${write.version}`);
  }
}

/** A version that no record ever had: 48 random bits, and never `NONE`. */
export const freshVersion = (): Version => randomInt(1, 2 ** 48 - 1);

/**
 * The JSON of a counter after an addition, or the fault when the record is no counter or the sum is not exact.
 * `json` is what is stored, undefined for 0.
 */
export function sum(key: Key, json: string | undefined, by: number): string | RangeError {
  const held: unknown = json === undefined ? 0 : JSON.parse(json);
  const total = Number.isSafeInteger(held) ? Number(held) + by : Number.NaN;
  return Number.isSafeInteger(total) ? String(total) : notCounted(key);
}

/** An addition that cannot be made: the record is no integer, or would leave those that are exact. */
export const notCounted = ({ collection, id }: Key): RangeError =>
  new RangeError(`${collection}/${id} is no counter, or would be too large for one`);

/** The lower end of a range, of `from` and `after` the one that reaches further; undefined for the first id. */
export function lowerEnd({ from, after }: Range): { id: string; inclusive: boolean } | undefined {
  if (after !== undefined && (from === undefined || after >= from)) return { id: after, inclusive: false };
  return from === undefined ? undefined : { id: from, inclusive: true };
}

/**
 * The JSON of a value. U+0000 and lone surrogates are written as escapes, so every engine gives back every string
 * as it was.
 *
 * @throws RangeError
 */
export function encode(key: Key, value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) throw new RangeError(`${key.collection}/${key.id}: not a JSON value`);
  // no UTF-16 unit takes more than 3 bytes
  const bytes = json.length * 3 > VALUE_BYTES ? Buffer.byteLength(json) : 0;
  if (bytes > VALUE_BYTES)
    throw new RangeError(`${key.collection}/${key.id}: ${bytes} bytes, at most ${VALUE_BYTES}`);
  return json;
}

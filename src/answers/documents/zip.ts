import { inflateRawSync } from 'node:zlib';
import { DocumentError } from './faults.ts';

/** Largest file inside an archive that is unpacked, in MiB, whatever the archive says of its size. */
const MOST_MIB = 64;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Reads files out of a ZIP archive by their names; undefined when there is none of that name.
 *
 * @throws DocumentError `broken`, `encrypted`, `too-large-inside`
 */
export function openZip(file: string, bytes: Uint8Array): (name: string) => Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = guarded(file, () => placesIn(view));
  return (name) => {
    const place = places.get(name);
    return place === undefined ? undefined : guarded(file, () => unpacked(file, view, place));
  };
}

type Place = { isLocked: boolean; method: number; size: number; at: number };

/** Where each file stands, by the list at the end of the archive. */
function placesIn(view: Buffer): Map<string, Place> {
  const places = new Map<string, Place>();
  const end = endOf(view);
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (view.readUInt32LE(at) !== ENTRY) throw new RangeError('not an entry');
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    places.set(name, {
      isLocked: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      size: view.readUInt32LE(at + 20),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return places;
}

/** The end of the archive is marked, and may have a comment behind it. */
function endOf(view: Buffer): number {
  const least = Math.max(0, view.length - 22 - 0xffff);
  for (let at = view.length - 22; at >= least; at -= 1) if (view.readUInt32LE(at) === END) return at;
  throw new RangeError('no end');
}

function unpacked(file: string, view: Buffer, { isLocked, method, size, at }: Place): Uint8Array {
  if (isLocked) throw new DocumentError({ code: 'encrypted', file });
  if (view.readUInt32LE(at) !== LOCAL) throw new RangeError('not a file');
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (start + size > view.length) throw new RangeError('cut off');
  const packed = view.subarray(start, start + size);
  if (method === 0) return packed;
  if (method !== 8) throw new RangeError('unknown method');
  return inflateRawSync(packed, { maxOutputLength: MOST_MIB * 1024 * 1024 });
}

function guarded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    const isBomb = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (isBomb) throw new DocumentError({ code: 'too-large-inside', file, most: MOST_MIB }, { cause });
    throw new DocumentError({ code: 'broken', file }, { cause });
  }
}

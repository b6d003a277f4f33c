/** Where the postings of each term are: open addressing in flat arrays, for a Map of millions would take ten times the memory. */
export type Dictionary = {
  /** The place of a term, counted from 0 in the order of their coming; -1: not there. */
  find: (code: number) => number;
  /** The same, adding what is not there. */
  add: (code: number) => number;
  readonly size: () => number;
};

/** At most this share of the room is taken. */
const FULL = 0.6;

/** @param room a power of two; it grows by itself */
export function createDictionary(room = 2 ** 12): Dictionary {
  let codes = new Int32Array(room);
  let places = new Int32Array(room);
  let shift = 32 - Math.log2(room);
  let mask = room - 1;
  let size = 0;

  const cellOf = (code: number): number => {
    let cell = Math.imul(code, 0x9e3779b1) >>> shift;
    for (;;) {
      const it = codes[cell];
      if (it === code || it === 0) return cell;
      cell = (cell + 1) & mask;
    }
  };

  const grow = (): void => {
    const [oldCodes, oldPlaces] = [codes, places];
    codes = new Int32Array(oldCodes.length * 2);
    places = new Int32Array(codes.length);
    shift -= 1;
    mask = codes.length - 1;
    for (const [at, code] of oldCodes.entries()) {
      if (code === 0) continue;
      const cell = cellOf(code);
      codes[cell] = code;
      places[cell] = oldPlaces[at] ?? 0;
    }
  };

  return {
    find(code) {
      const cell = cellOf(code);
      return codes[cell] === 0 ? -1 : (places[cell] ?? -1);
    },
    add(code) {
      const cell = cellOf(code);
      if (codes[cell] !== 0) return places[cell] ?? -1;
      codes[cell] = code;
      places[cell] = size;
      size += 1;
      if (size > codes.length * FULL) grow();
      return size - 1;
    },
    size: () => size,
  };
}

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
  // a code and its place lie side by side, so that looking up one of millions fetches memory once
  let cells = new Int32Array(2 * room);
  let shift = 32 - Math.log2(room);
  let size = 0;

  const cellOf = (code: number): number => {
    let cell = (Math.imul(code, 0x9e3779b1) >>> shift) * 2;
    for (;;) {
      const it = cells[cell];
      if (it === code || it === 0) return cell;
      cell = cell + 2 === cells.length ? 0 : cell + 2;
    }
  };

  const grow = (): void => {
    const old = cells;
    cells = new Int32Array(old.length * 2);
    shift -= 1;
    for (let at = 0; at < old.length; at += 2) {
      const code = old[at] ?? 0;
      if (code === 0) continue;
      const cell = cellOf(code);
      cells[cell] = code;
      cells[cell + 1] = old[at + 1] ?? 0;
    }
  };

  return {
    find(code) {
      const cell = cellOf(code);
      return cells[cell] === 0 ? -1 : (cells[cell + 1] ?? -1);
    },
    add(code) {
      const cell = cellOf(code);
      if (cells[cell] !== 0) return cells[cell + 1] ?? -1;
      cells[cell] = code;
      cells[cell + 1] = size;
      size += 1;
      if (size > (cells.length / 2) * FULL) grow();
      return size - 1;
    },
    size: () => size,
  };
}

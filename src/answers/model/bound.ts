import { type Figure, figuresIn } from './figures.ts';
import { contentOf } from './ground.ts';
import { clausesIn, itemsIn } from './plain.ts';
import { keepsYears } from './years.ts';

/** A figure and what stands beside it in its clause, up to the figures next to it. */
type Beside = { key: string; near: string[] };

/**
 * By a figure what stands beside it anywhere. `free`: what also stands where there is no figure. `isNumbered`: some
 * figure stands alone, as before the items of a list.
 */
type Bonds = {
  near: Map<string, Set<string>>;
  known: Set<string>;
  free: Set<string>;
  order: string[];
  isNumbered: boolean;
};

const isBinding = (it: Figure): boolean => !it.isYear;

function besideIn(clause: string): Beside[] {
  const figures = figuresIn(clause).filter(isBinding);
  return figures.map(({ key, at, end }, place) => ({
    key,
    near: [
      ...contentOf(clause.slice(figures[place - 1]?.end ?? 0, at)),
      ...contentOf(clause.slice(end, figures[place + 1]?.at ?? clause.length)),
    ],
  }));
}

function bondsOf(plain: string): Bonds {
  const bonds: Bonds = { near: new Map(), known: new Set(), free: new Set(), order: [], isNumbered: false };
  for (const clause of clausesIn(plain)) {
    // what heads an enumeration is said of each of its items
    const items = itemsIn(clause);
    const [head = []] = items.map(besideIn).map((it) => it[0]?.near);
    for (const item of items) {
      const beside = besideIn(item);
      if (beside.length === 0) for (const it of contentOf(item)) bonds.free.add(it);
      for (const it of beside) bind(bonds, it, head);
    }
  }
  return bonds;
}

function bind(bonds: Bonds, { key, near }: Beside, head: readonly string[]): void {
  if (near.length === 0) bonds.isNumbered = true;
  const held = bonds.near.get(key) ?? new Set();
  bonds.near.set(key, held);
  bonds.order.push(key);
  for (const it of head) held.add(it);
  for (const it of near) {
    held.add(it);
    bonds.known.add(it);
  }
}

/**
 * Whether each figure stands beside what it stands beside in the extract, so that no two have been exchanged, and those
 * of one item, or of a numbered list, come in the extract's order. Where the extract shares figures out by their order,
 * nothing may move.
 */
export function keepsBonds(plain: string, extract: string): boolean {
  if (plain === extract) return true;
  if (/分别|依次|respectively/.test(extract) || !keepsYears(plain, extract)) return false;
  const { near, known, free, order, isNumbered } = bondsOf(extract);
  let from = 0;
  for (const item of clausesIn(plain).flatMap(itemsIn)) {
    if (!isNumbered) from = 0;
    for (const it of besideIn(item)) {
      const at = order.indexOf(it.key, from);
      if (at < 0) return false;
      from = at + 1;
      const held = near.get(it.key);
      if (it.near.some((word) => known.has(word) && !free.has(word) && !held?.has(word))) return false;
    }
  }
  return true;
}

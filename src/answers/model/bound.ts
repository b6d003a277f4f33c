import { type Figure, figuresIn } from './figures.ts';
import { contentOf } from './ground.ts';
import { clausesIn } from './plain.ts';

/** A figure and what stands beside it in its clause, up to the figures next to it. */
type Beside = { key: string; near: string[] };

/** By a figure what stands beside it anywhere; `free`: what also stands where there is no figure. `isNumbered`: some figure stands alone, as before the items of a list. */
type Bonds = {
  near: Map<string, Set<string>>;
  known: Set<string>;
  free: Set<string>;
  order: string[];
  isNumbered: boolean;
};

/** A text of one year speaks of that year throughout, so that it may stand anywhere. */
const bindingIn = (plain: string): ((it: Figure) => boolean) => {
  const years = new Set(figuresIn(plain).flatMap((it) => (it.isYear ? [it.key] : [])));
  return (it) => !it.isYear || years.size > 1;
};

function besideIn(clause: string, binds: (it: Figure) => boolean): Beside[] {
  const figures = figuresIn(clause).filter(binds);
  return figures.map(({ key, at, end }, place) => ({
    key,
    near: [
      ...contentOf(clause.slice(figures[place - 1]?.end ?? 0, at)),
      ...contentOf(clause.slice(end, figures[place + 1]?.at ?? clause.length)),
    ],
  }));
}

function bondsOf(plain: string, binds: (it: Figure) => boolean): Bonds {
  const bonds: Bonds = { near: new Map(), known: new Set(), free: new Set(), order: [], isNumbered: false };
  for (const clause of clausesIn(plain)) {
    const beside = besideIn(clause, binds);
    if (beside.length === 0) for (const it of contentOf(clause)) bonds.free.add(it);
    for (const { key, near } of beside) {
      if (near.length === 0) bonds.isNumbered = true;
      const held = bonds.near.get(key) ?? new Set();
      bonds.near.set(key, held);
      bonds.order.push(key);
      for (const it of near) {
        held.add(it);
        bonds.known.add(it);
      }
    }
  }
  return bonds;
}

/**
 * Whether each figure stands beside what it stands beside in the extract, so that no two have been exchanged, and those
 * of one clause, or of a numbered list, come in the extract's order. Where the extract shares figures out by their order, nothing may move.
 */
export function keepsBonds(plain: string, extract: string): boolean {
  if (/分别|依次|respectively/.test(extract)) return false;
  const binds = bindingIn(extract);
  const { near, known, free, order, isNumbered } = bondsOf(extract, binds);
  let from = 0;
  for (const clause of clausesIn(plain)) {
    const beside = besideIn(clause, binds);
    if (!isNumbered) from = 0;
    for (const it of beside) {
      const at = order.indexOf(it.key, from);
      if (at < 0) return false;
      from = at + 1;
      const held = near.get(it.key);
      if (it.near.some((word) => known.has(word) && !free.has(word) && !held?.has(word))) return false;
    }
  }
  return true;
}

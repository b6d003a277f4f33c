import { figuresIn } from './figures.ts';
import { contentOf } from './ground.ts';
import { clausesIn } from './plain.ts';

/** A figure or a word, and the year last named before it; '' before any is. */
type Dated = { what: string; year: string };

function datedIn(plain: string): Dated[] {
  const dated: Dated[] = [];
  let year = '';
  const add = (whats: readonly string[]): void => {
    for (const what of whats) dated.push({ what, year });
  };
  for (const clause of clausesIn(plain)) {
    let from = 0;
    for (const it of figuresIn(clause)) {
      add(contentOf(clause.slice(from, it.at)));
      from = it.end;
      if (it.isYear) year = it.key;
      else add([`figure ${it.key}`]);
    }
    add(contentOf(clause.slice(from)));
  }
  return dated;
}

/** Whether all that is said is said of the year that the extract says it of. A text of one year is of it throughout. */
export function keepsYears(plain: string, extract: string): boolean {
  const years = new Set(figuresIn(extract).flatMap((it) => (it.isYear ? [it.key] : [])));
  if (years.size < 2) return true;
  const known = new Map<string, Set<string>>();
  for (const { what, year } of datedIn(extract)) known.set(what, (known.get(what) ?? new Set()).add(year));
  return datedIn(plain).every(({ what, year }) => known.get(what)?.has(year) ?? true);
}

import { keepsBonds } from './bound.ts';
import { hasSameFigures } from './figures.ts';
import { groundOf, restsOn } from './ground.ts';
import { isOrdinary, plainOf } from './plain.ts';
import { turnsAlike } from './turns.ts';

/** Why a model's wording is not shown. */
export type WordingFault = 'empty' | 'long' | 'markup' | 'figure' | 'denial' | 'ground' | 'bond' | 'left-out';

const LONGEST = 1.5;
/** Share of the extract's pairs that its wording must still have. */
const KEPT = 0.75;

/** What is wrong with a wording of an extract; undefined when every sentence of it rests on the extract. */
export function faultInWording(wording: string, extract: string): WordingFault | undefined {
  if (wording.trim() === '') return 'empty';
  if (wording.length > LONGEST * extract.length) return 'long';
  if (!isOrdinary(wording)) return 'markup';
  const plain = plainOf(wording);
  const source = plainOf(extract);
  if (!hasSameFigures(plain, source)) return 'figure';
  if (!turnsAlike(plain, source)) return 'denial';
  if (!restsOn(plain, groundOf(source))) return 'ground';
  if (!keepsBonds(plain, source)) return 'bond';
  return keepsMost(plain, source) ? undefined : 'left-out';
}

function keepsMost(plain: string, source: string): boolean {
  const own = groundOf(plain);
  const all = groundOf(source);
  const share = (kept: ReadonlySet<string>, of: ReadonlySet<string>): boolean =>
    [...of].filter((it) => kept.has(it)).length >= KEPT * of.size;
  return share(own.pairs, all.pairs) && share(own.words, all.words);
}

import { readingsOf } from '../language/homophones.ts';
import { codeOfPair, isHan } from './codes.ts';
import type { Asked } from './question.ts';

/** A pair of a question that no passage has, and the one that sounds the same and stands in some. */
export type Heard = { readonly typed: string; readonly meant: string };

/** More unknown pairs than this are a question about something else. */
const MOST_UNKNOWN = 16;

/** A reading of an unknown pair. `agreed`: the other pair of the character that was put in is known as well. */
type Reading = { readonly meant: string; readonly passages: number; readonly agreed: boolean };

/**
 * What the pairs of a question that stand in no passage were to be: one character of each put in by another that
 * sounds the same, so that the pair stands in a passage. A character that fits both pairs it belongs to goes before
 * one that fits one; then the pair that stands in the most passages.
 *
 * @param frequency in how many passages a term stands, by its code
 */
export function heardIn(asked: readonly Asked[], frequency: (code: number) => number): Heard[] {
  const pairs = pairsIn(asked);
  const unknown = new Set<number>();
  for (const [at, [first, second]] of pairs) if (frequency(codeOfPair(first, second)) === 0) unknown.add(at);
  if (unknown.size === 0 || unknown.size > MOST_UNKNOWN) return [];
  const readings = new Map<number, Reading>();
  const note = (at: number, pair: Pair, passages: number, agreed: boolean): void => {
    if (passages === 0 || !unknown.has(at)) return;
    const reading = { meant: String.fromCharCode(...pair), passages, agreed };
    const known = readings.get(at);
    if (!known || betterThan(reading, known)) readings.set(at, reading);
  };
  for (const at of new Set([...unknown].flatMap((it) => [it, it + 1]))) {
    const [left, right] = [pairs.get(at - 1), pairs.get(at)];
    const typed = right?.[0] ?? left?.[1] ?? 0;
    for (const it of soundingLike(typed)) {
      const [before, after]: (Pair | undefined)[] = [left && [left[0], it], right && [it, right[1]]];
      const passagesBefore = before ? frequency(codeOfPair(...before)) : 0;
      const passagesAfter = after ? frequency(codeOfPair(...after)) : 0;
      if (before) note(at - 1, before, passagesBefore, !after || passagesAfter > 0);
      if (after) note(at, after, passagesAfter, !before || passagesBefore > 0);
    }
  }
  const typed = (at: number): string => String.fromCharCode(...(pairs.get(at) ?? []));
  return [...readings].sort(([a], [b]) => a - b).map(([at, { meant }]) => ({ typed: typed(at), meant }));
}

type Pair = readonly [first: number, second: number];

/** The pairs of common Han characters, by where they stand. */
function pairsIn(asked: readonly Asked[]): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  for (const { text, kind, at } of asked) {
    const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
    if (kind === 'pair' && text.length === 2 && isHan(first) && isHan(second)) pairs.set(at, [first, second]);
  }
  return pairs;
}

const betterThan = (a: Reading, b: Reading): boolean =>
  a.agreed === b.agreed ? a.passages > b.passages : a.agreed;

const alike = new Map<number, readonly number[]>();

/** Every other common character that is read as this one is, by their codes. */
function soundingLike(character: number): readonly number[] {
  const known = alike.get(character);
  if (known) return known;
  const found = new Set<number>();
  for (const sound of readingsOf(String.fromCharCode(character))) {
    for (const it of bySound().get(sound) ?? []) if (it !== character) found.add(it);
  }
  const list = [...found];
  alike.set(character, list);
  return list;
}

let sounds: Map<string, number[]> | undefined;

/** The characters of each syllable. Made when a question first needs it. */
function bySound(): ReadonlyMap<string, readonly number[]> {
  if (sounds) return sounds;
  sounds = new Map();
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    for (const sound of readingsOf(String.fromCharCode(code))) {
      const known = sounds.get(sound);
      if (known) known.push(code);
      else sounds.set(sound, [code]);
    }
  }
  return sounds;
}

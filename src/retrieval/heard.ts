import { readingsOf } from '../language/homophones.ts';
import type { Asked } from './question.ts';

/** A piece of a question that nobody wrote, and the one that sounds like it and was written. */
export type Heard = { readonly typed: string; readonly meant: string };

/** In how many passages a term stands. */
export type Frequency = (term: string) => number;

/** Every character that may be typed for each. Made when it is first needed. */
let alike: Map<string, readonly string[]> | undefined;

function soundingLike(character: string): readonly string[] {
  alike ??= new Map();
  const known = alike.get(character);
  if (known) return known;
  const found = new Set<string>();
  for (const it of readingsOf(character)) for (const other of bySound().get(it) ?? []) found.add(other);
  found.delete(character);
  const list = [...found];
  alike.set(character, list);
  return list;
}

let sounds: Map<string, string[]> | undefined;

function bySound(): Map<string, string[]> {
  if (sounds) return sounds;
  sounds = new Map();
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const it = String.fromCharCode(code);
    for (const sound of readingsOf(it)) {
      const known = sounds.get(sound);
      if (known) known.push(it);
      else sounds.set(sound, [it]);
    }
  }
  return sounds;
}

/** A pair of the question that no passage has, as typed. */
type Strange = { readonly text: string; readonly at: number };

/**
 * What the pairs of a question that stand in no passage were to be: one character of each, or both, put in by another
 * that sounds the same, so that the pair stands in a passage. Each pair is given one reading at most.
 */
export function heardIn(asked: readonly Asked[], frequency: Frequency): Heard[] {
  const strange: Strange[] = [];
  for (const { text, kind, at } of asked) {
    if (kind === 'pair' && text.length === 2 && frequency(text) === 0) strange.push({ text, at });
  }
  if (strange.length === 0 || strange.length > MOST_STRANGE) return [];
  const readings = new Map<number, { meant: string; often: number; both: boolean }>();
  const note = (at: number, meant: string, often: number, both: boolean): void => {
    const known = readings.get(at);
    if (known && (known.both !== both ? known.both : known.often >= often)) return;
    readings.set(at, { meant, often, both });
  };
  const byPlace = new Map(strange.map((it) => [it.at, it]));
  for (const { text, at } of strange) {
    const [first = '', second = ''] = text;
    const next = byPlace.get(at + 1);
    for (const it of soundingLike(second)) {
      const here = frequency(first + it);
      if (here === 0) continue;
      const there = next ? frequency(it + next.text.charAt(1)) : 0;
      note(at, first + it, here, there > 0);
      if (next && there > 0) note(at + 1, it + next.text.charAt(1), there, true);
    }
    for (const it of soundingLike(first)) {
      const here = frequency(it + second);
      if (here > 0) note(at, it + second, here, false);
    }
  }
  const heard: Heard[] = [];
  for (const { text, at } of strange) {
    const it = readings.get(at);
    if (it) heard.push({ typed: text, meant: it.meant });
  }
  return heard;
}

/** More unknown pairs than this are a question about something else, or no Chinese. */
const MOST_STRANGE = 30;

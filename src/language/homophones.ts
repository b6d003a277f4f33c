import { SYLLABLES } from './syllables.ts';

const readings = new Map<string, string[]>();
for (const group of SYLLABLES.split(' ')) {
  const syllable = group.replace(/[^a-z]+$/, '');
  for (const it of group.slice(syllable.length)) {
    const known = readings.get(it);
    if (known) known.push(syllable);
    else readings.set(it, [syllable]);
  }
}

/** How a character is read, without tones; empty for one that is not in GB 2312. */
export const readingsOf = (character: string): readonly string[] => readings.get(character) ?? NONE;
const NONE: readonly string[] = [];

/** Whether two characters can be mistaken for one another on a pinyin keyboard. */
export function soundAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const others = readingsOf(b);
  for (const it of readingsOf(a)) if (others.includes(it)) return true;
  return false;
}

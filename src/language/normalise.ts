import { arabic } from './numerals.ts';
import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

const simpleOf = new Map([...TRADITIONAL].map((it, at) => [it, SIMPLIFIED[at] ?? it]));

/** Simplified characters for traditional ones, one for one; all else stays. */
export function simplified(text: string): string {
  let out = '';
  for (const it of text) out += simpleOf.get(it) ?? it;
  return out;
}

/**
 * One form for what reads the same: half width, lower case, simplified characters, Arabic numbers, no invisible
 * characters. For comparing only, never for showing.
 */
export function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Mn}]/gu, '');
  return arabic(simplified(plain)).replace(/[’‘]/g, "'");
}

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
  return arabic(byCode(text) ?? byRule(text));
}

function byRule(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Mn}]/gu, '');
  return simplified(plain).replace(/[’‘]/g, "'");
}

/**
 * What each common character becomes, whatever stands around it; 0: only the rules know. ASCII, the Han characters
 * of the first block, full-width forms, and the marks of Chinese text.
 */
const plainOf = new Uint16Array(0x10000);
const same = (from: number, to: number): void => {
  for (let code = from; code <= to; code += 1) plainOf[code] = code;
};
same(0x01, 0x7f);
for (let code = 0x41; code <= 0x5a; code += 1) plainOf[code] = code + 0x20;
same(0x4e00, 0x9fff);
for (const [from, to] of simpleOf) plainOf[from.charCodeAt(0)] = to.charCodeAt(0);
for (let code = 0xff01; code <= 0xff5e; code += 1) plainOf[code] = plainOf[code - 0xfee0] ?? 0;
for (const it of '、。《》〈〉「」『』【】“”—–·') same(it.charCodeAt(0), it.charCodeAt(0));
for (const it of '’‘') plainOf[it.charCodeAt(0)] = 0x27;
plainOf[0x3000] = 0x20;

/** Longest text that is put together in one piece. */
const ROOM = 4096;
const codes = new Uint16Array(ROOM);

/** The same as by the rules, for text of common characters only; undefined for any other. */
function byCode(text: string): string | undefined {
  if (text.length > ROOM) return undefined;
  let changed = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const plain = plainOf[code] ?? 0;
    if (plain === 0) return undefined;
    if (plain !== code) changed = true;
    codes[at] = plain;
  }
  return changed ? Reflect.apply(String.fromCharCode, undefined, codes.subarray(0, text.length)) : text;
}

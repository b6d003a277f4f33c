const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const ENGLISH: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/**
 * The same text with numbers in Arabic digits: 十八大 → 18大, 二〇一九年 → 2019年, 三百二十 → 320, four → 4, 1,234 → 1234.
 * 万 and 亿 stay as they are, for they are units to a reader.
 */
export function arabic(text: string): string {
  const grouped = GROUPED.test(text) ? text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1') : text;
  const counted = NUMERAL.test(grouped)
    ? grouped.replace(/[〇零一二两三四五六七八九十百千]+/g, numberOf)
    : grouped;
  return LETTER.test(counted) ? counted.replace(WORDS, (word) => String(ENGLISH[word])) : counted;
}

/** Looked for first: most texts hold none, and are then left as they are. */
const GROUPED = /\d,\d/;
const NUMERAL = /[〇零一二两三四五六七八九十百千]/;
const LETTER = /[a-z]/;
const WORDS = new RegExp(`\\b(?:${Object.keys(ENGLISH).join('|')})\\b`, 'g');

function numberOf(run: string): string {
  if (!/[十百千]/.test(run)) return [...run].map((it) => DIGITS[it]).join('');
  if (/^[百千]/.test(run)) return run;
  let sum = 0;
  let digit: number | undefined;
  for (const it of run) {
    const unit = UNITS[it];
    if (unit === undefined) {
      digit = DIGITS[it] ?? 0;
      continue;
    }
    sum += (digit ?? 1) * unit;
    digit = undefined;
  }
  return String(sum + (digit ?? 0));
}

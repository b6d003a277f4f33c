import { type Numbers, numberKey } from './numbers.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
/** Words that say a number without naming it. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:both|twice|double|doubles|dual|pair|twin|couple|bilateral|two-way)\b/, '2'],
  [/\b(?:triple|tripartite|trilateral|threefold)\b/, '3'],
  [/\b(?:quarter|quarterly)\b/, '4'],
  [/\bonce\b|\ban?\b|\bsingle\b/, '1'],
  [/\bdozens?\b/, '12'],
  [/\bhalf\b/, '50%'],
  [/\b(?:century|centenary|centennial)\b/, '100'],
];
/** Names that hold a number which is none. */
const NAMES = /\bcovid-19\b/gi;

const WORD = `(?:${[...ONES, ...TENS].join('|')})`;
const SCALE = Object.keys(SCALES).join('|');
const SHARE = '(?:\\s*(%|per ?cent\\b|percentage points?))?';
const FIGURE = new RegExp(
  `(\\d+(?:\\.\\d+)?)(?:[\\s-]?(${SCALE})\\b|\\s?[×x]\\s?(10000|100000000)\\b)?${SHARE}`,
  'gi',
);
const SPELT = new RegExp(
  `\\b(${WORD}(?:-${WORD})?|an?)(?:[\\s-](${SCALE}))${SHARE}|\\b(${WORD}(?:-${WORD})?)\\b${SHARE}`,
  'gi',
);

function wordValue(word: string): number {
  if (/^an?$/.test(word)) return 1;
  let value = 0;
  for (const it of word.split('-')) {
    const tens = TENS.indexOf(it);
    value += tens >= 0 ? (tens + 2) * 10 : ONES.indexOf(it);
  }
  return value;
}

/** The numbers of an English text; what it says in Chinese, in brackets, does not count. One is told only as a figure. */
export function numbersInEnglish(text: string): Numbers {
  const told = new Set<string>();
  const known = new Set<string>();
  const plain = text
    .normalize('NFKC')
    .replace(NAMES, ' ')
    .replace(/[\p{Script=Han}、，。；：？！“”（）《》]+/gu, ' ')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  const rest = plain.replace(FIGURE, (_, digits: string, scale?: string, times?: string, share?: string) => {
    const by = scale === undefined ? Number(times ?? 1) : (SCALES[scale.toLowerCase()] ?? 1);
    told.add(numberKey(Number(digits) * by, share !== undefined));
    return ' ';
  });
  const lower = rest.toLowerCase();
  for (const [, many, scale, part, alone, share] of lower.matchAll(SPELT)) {
    const value = wordValue(many ?? alone ?? '') * (SCALES[scale ?? ''] ?? 1);
    const key = numberKey(value, (part ?? share) !== undefined);
    known.add(key);
    if (value >= 2) told.add(key);
  }
  for (const it of lower.match(/\b[a-z]+\b/g) ?? []) {
    const at = ORDINALS.indexOf(it.replace(/s$/, ''));
    if (at > 0) known.add(String(at));
  }
  for (const [at, it] of MONTHS.entries())
    if (new RegExp(`\\b${it}\\b`).test(rest)) known.add(String(at + 1));
  for (const [words, key] of MEANT) if (words.test(lower)) known.add(key);
  return { told, known: new Set([...told, ...known]) };
}

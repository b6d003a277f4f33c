/**
 * The numbers of a text, as `369000` or `90%`. `told`: those that stand there for all to read, which a translation
 * must have as well; `known`: all that the text could be read to say, ordinals, months and words like "both" among them.
 */
export type Numbers = { told: ReadonlySet<string>; known: ReadonlySet<string> };

const DIGITS = new Map([...'〇零一二两三四五六七八九'].map((it) => [it, digitOf(it)]));
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Words that things are counted by: a numeral before one of them is a number and no figure of speech. */
const MEASURES =
  '(?:多|余)?(?:个|项|种|类|条|名|人|家|户|次|届|位|方面|级|支|批|场|件|点|组|样|句|部分|步|层|座|所|天|周年|年|月|日|小时|倍)';
const GROUPED = /(\d),(?=\d{3}(?!\d))/g;

function digitOf(it: string): number {
  if (it === '〇' || it === '零') return 0;
  return it === '两' ? 2 : '一二三四五六七八九'.indexOf(it) + 1;
}

/** One way to write a number; a share is kept apart from a count. */
export const numberKey = (value: number, isShare: boolean): string =>
  `${Number(value.toPrecision(12))}${isShare ? '%' : ''}`;

/** What a unit multiplies by: 万人次 → 10,000. */
export function scaleOf(unit: string): number {
  let scale = 1;
  for (const it of /^[多余几]?([百千万亿]+)/.exec(unit)?.[1] ?? '') scale *= LARGE[it] ?? SMALL[it] ?? 1;
  return scale;
}

/** 三百二十 → 320, 二〇一九 → 2019, 十万 → 100,000; of 十三五 both 13 and 5. */
export function readNumeral(run: string): number[] {
  const plan = /^十([一二三四五六])五$/.exec(run);
  if (plan) return [10 + digitOf(plan[1] ?? ''), 5];
  if (!/[十百千万亿]/.test(run)) {
    const all = [...run].map((it) => DIGITS.get(it) ?? 0);
    return all.length > 2 ? [Number(all.join(''))] : all;
  }
  let whole = 0;
  let part = 0;
  let digit: number | undefined;
  for (const it of run) {
    const small = SMALL[it];
    const large = LARGE[it];
    if (small !== undefined) part += (digit ?? 1) * small;
    else if (large !== undefined) whole = (whole + part + (digit ?? (whole + part === 0 ? 1 : 0))) * large;
    if (large !== undefined) part = 0;
    digit = small === undefined && large === undefined ? DIGITS.get(it) : undefined;
  }
  return [whole + part + (digit ?? 0)];
}

const ARABIC = /(\d+(?:\.\d+)?)\s*[多余几]?\s*(万亿|[百千万亿]+(?!分))?\s*[多余几]?\s*(%|个百分点)?/g;
const SHARE = /百分之([〇零一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g;
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿]+/g;
const COUNTED = new RegExp(`^${MEASURES}`);

/** The numbers of a Chinese text. A numeral is told when it counts two or more of something. */
export function numbersInChinese(text: string): Numbers {
  const told = new Set<string>();
  const known = new Set<string>();
  const plain = text.normalize('NFKC').replace(GROUPED, '$1');
  const rest = plain
    .replace(SHARE, (_, it: string) => {
      const value = /\d/.test(it) ? Number(it) : readNumeral(it)[0];
      told.add(numberKey(value ?? 0, true));
      return ' ';
    })
    .replace(ARABIC, (_, digits: string, scale: string | undefined, share: string | undefined) => {
      told.add(numberKey(Number(digits) * scaleOf(scale ?? ''), share !== undefined));
      return ' ';
    });
  for (const { 0: run, index } of rest.matchAll(NUMERALS)) {
    const values = readNumeral(run);
    const counts = COUNTED.test(rest.slice(index + run.length)) && !/[第几数]$/.test(rest.slice(0, index));
    for (const it of values) {
      known.add(numberKey(it, false));
      if (counts && values.length === 1 && it >= 2) told.add(numberKey(it, false));
    }
    for (const it of run) known.add(numberKey(DIGITS.get(it) ?? SMALL[it] ?? LARGE[it] ?? 0, false));
  }
  if (/双|俩/.test(rest)) known.add('2');
  if (/半/.test(rest)) known.add('50%').add('0.5');
  return { told, known: new Set([...told, ...known]) };
}

import { simplified } from '../../language/normalise.ts';

/** What follows a whole number and makes it another one. */
const LARGER = '(?!万|亿|千|百|%|million|billion|thousand|k\\b)';
const LATIN = /^[a-z][a-z '’&-]*$/i;
const QUOTES = /["'`*_#“”‘’「」『』《》〈〉【】[\]()]/g;
/** Stands for the blank between two numbers, so that they stay two. */
const APART = '\u0001';

/**
 * Whether an answer says this, whatever its case, width, quotes, blanks and characters. A number is said only as a
 * whole: 605 is not said by 1605 or 605万. Latin words may go on: craft is said by craftsmen.
 */
export function says(answer: string, wanted: string): boolean {
  if (LATIN.test(wanted)) return new RegExp(`\\b${escaped(spaced(wanted).trim())}`).test(spaced(answer));
  const key = joined(wanted);
  if (key === '') return false;
  const before = /^\d/.test(key) ? '(?<!\\d)(?<!\\d\\.)' : '';
  const after = /\d$/.test(key) ? '(?!\\d|\\.\\d)' : '';
  const whole = /^[\d.]+$/.test(key) && /\d$/.test(key) ? LARGER : '';
  const tenThousands = /\d万$/.test(key) ? '(?!亿)' : '';
  return new RegExp(`${before}${escaped(key)}${after}${whole}${tenThousands}`).test(joined(answer));
}

const folded = (text: string): string => simplified(text.normalize('NFKC').toLowerCase());
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

const spaced = (text: string): string =>
  folded(text)
    .replace(/[‘’]/g, "'")
    .replace(/[\p{Pd}_*`]+/gu, ' ')
    .replace(/\s+/g, ' ');

/** Chinese and figures run together; a dash counts only between figures. */
const joined = (text: string): string =>
  folded(text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''))
    .replace(QUOTES, '')
    .replace(/[\p{Pd}−~〜]+/gu, '-')
    .replace(/(?<=\d)\s+(?=\d)/g, APART)
    .replace(/\s+/g, '')
    .replace(/(?<!\d)-|-(?!\d)/g, '');

const UNKNOWN_ZH =
  /抱歉|对不起|不(?:太)?(?:清楚|知道|确定)|无法|没法|[查找]不到|(?:没有?|未)(?:有|能|曾)?(?:找到|查到|写|列|说明|说到|提到|提及|提供|涉及|展开|解释|给出|记载|包含|明确|详细|细说|具体|交代|公布|收录)|不能(?:回答|提供|告诉|透露|照做)/;
const UNKNOWN_EN =
  /\b(?:do|does|did|is|are|was|were|can|could|has|have)(?:n't| not).{0,40}(?:know|say|state|list|specif|mention|explain|give|define|include|cover|contain|answer|find|found|available|spell)|\b(?:cannot|can't|unable|no information|no answer|sorry)\b/;

/** Whether an answer says itself that the reports do not tell. */
export const saysUnknown = (answer: string): boolean =>
  UNKNOWN_ZH.test(folded(answer)) || UNKNOWN_EN.test(spaced(answer));

/** Text that a platform would act upon: mentions, scripts, links that run. */
export const isLive = (answer: string): boolean =>
  /<!(?:channel|here|everyone|subteam)|<@[UWB]?\w+>|<script|<img\b|\]\(\s*javascript:/i.test(answer);

const NUMBERING = /^(?:[一二三四五六七八九十]+|\d+)[)、.]/;
const bare = (heading: string): string =>
  joined(heading)
    .replace(NUMBERING, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a cited path of headings holds this heading, allowing for numbering, marks and small slips. */
export function holdsHeading(cited: string, heading: string): boolean {
  const wanted = bare(heading);
  if (wanted.length < 2) return false;
  return [cited, ...cited.split(/\s*[/|›»→·]\s*/)].some((it) => {
    const had = bare(it);
    if (had.length < 2) return false;
    if (wanted.length >= 4 && had.includes(wanted)) return true;
    if (had.length >= 4 && wanted.includes(had)) return true;
    return had === wanted || likeness(had, wanted) >= 0.5;
  });
}

/** Pairs of characters in common, 0…1. */
function likeness(one: string, other: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const left = pairs(one);
  const all = left.length + other.length - 1;
  let common = 0;
  for (const it of pairs(other)) {
    const at = left.indexOf(it);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / all;
}

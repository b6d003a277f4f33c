import type { Block } from './joining.ts';
import { endsSentence, isProse, widthOf } from './marks.ts';

const NUMBER = '[一二三四五六七八九十百零〇]';
/** Headings by their numbering, from the top down. */
const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第(?:${NUMBER}|\\d){1,4}(?:编|部分)|^part [\\dIVXLC]+\\b`, 'i'), 10],
  [new RegExp(`^第(?:${NUMBER}|\\d){1,4}章|^chapter [\\dIVXLC]+\\b`, 'i'), 20],
  [new RegExp(`^第(?:${NUMBER}|\\d){1,4}节|^section [\\dIVXLC]+\\b`, 'i'), 30],
  [new RegExp(`^${NUMBER}{1,3}[、.．]`), 40],
  [new RegExp(`^[（(]${NUMBER}{1,3}[)）]`), 50],
  [/^\d{1,2}[.．、]\s*(?=\D)|^\d{1,2}(?:\.\d{1,2})+\s|^\d{1,2}\s+(?=\p{L})/u, 70],
  [/^[（(]\d{1,2}[)）]/, 80],
  [new RegExp(`^第(?:${NUMBER}|\\d){1,4}条|^article [\\dIVXLC]+\\b`, 'i'), 90],
];
/** Ranks of headings that nothing but their looks and their place tells. */
export const RANK = { over: 8, bracketAbove: 58, parent: 62, leaf: 64, bracketBelow: 66, underBracket: 68 };

export const rankOf = (text: string): number | undefined => NUMBERED.find(([it]) => it.test(text))?.[1];
export const isBracketed = (text: string): boolean => /^【[^】]{1,30}】$/.test(text);

/** Short, and not a sentence. */
export const isHeadingLike = (text: string): boolean =>
  widthOf(text) <= 110 && /\p{L}/u.test(text) && !isProse(text) && !/[。；;，,、….—!！]$/.test(text);

/** Stands alone like a heading, and is none: who wrote it, when, the way to the page. */
const isByline = (text: string): boolean =>
  /^(?:——|--|□|■|◎|tags?\b|来源|作者|记者|编辑|责任编辑|发布|时间|日期|by )/i.test(text) ||
  /本报记者|通讯员/.test(text) ||
  /\s[>›»]\s|^\d[\d\s:年月日/-]*$/.test(text);

/** May be a heading, if something follows it. */
export const isLone = ({ lines: [line, more], level }: Block): boolean =>
  line !== undefined &&
  more === undefined &&
  level === undefined &&
  !line.isItem &&
  !isBracketed(line.text) &&
  rankOf(line.text) === undefined &&
  isHeadingLike(line.text) &&
  !/[：:]$/.test(line.text) &&
  (!endsSentence(line.text) || (/[？?]$/.test(line.text) && widthOf(line.text) <= 60)) &&
  !isByline(line.text);

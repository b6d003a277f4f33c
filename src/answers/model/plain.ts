import { normalise } from '../../language/normalise.ts';

/** Common words with a numeral in them that count nothing; read before numerals become digits. */
const IDIOMS = /一(?:下|些|般|起|样|直|定|点儿?|共|切)|哪一(?=[年个天项种条])|十分|其一(?!个)/g;

/** A five-year plan by its number: 十四五 is no fifteen. */
const PLAN = /十([一二三四五六七八九])五/g;

/** The form in which a model's text and a report's are compared: one spelling, numbers in Arabic digits. */
export const plainOf = (text: string): string =>
  normalise(text.replace(IDIOMS, ' ').replace(PLAN, '十$1第五')).replace(/百分之(\d+(?:\.\d+)?)/g, '$1%');

/** Ends of a sentence in plain text; a full stop between digits is a decimal point. */
const SENTENCE = /[。!?;\n]|\.(?!\d)/;
/** Ends of a clause; a comma between digits has been taken out before. */
const CLAUSE = /[。!?;\n,:()]|\.(?!\d)/;

export const sentencesIn = (plain: string): string[] =>
  plain.split(SENTENCE).filter((it) => it.trim() !== '');
export const clausesIn = (plain: string): string[] => plain.split(CLAUSE).filter((it) => it.trim() !== '');
/** The items of an enumeration in a clause. */
export const itemsIn = (clause: string): string[] => clause.split('、').filter((it) => it.trim() !== '');

/** Control, format and unassigned characters, marks set on others, symbols, and digits of other scripts. */
const STRANGE = /[\p{C}\p{M}]|[^\P{S}+×¥°]|[^\P{N}0-9〇]/u;
/** Letters of other scripts than the reports': look-alikes among them. */
const FOREIGN = /[^\P{L}\p{Script=Han}a-zA-Z]/u;
const MARKUP = /[<>[\]{}*_~`|#@\\^=]|\/\/|:\/|www\.|\bhttps?\b|\b[\w-]+\.(?:com|org|net|cn|io|dev)\b/i;

/** Whether it is one line of ordinary words: no markup, link, mention, look-alike or invisible character. */
export const isOrdinary = (text: string): boolean =>
  !STRANGE.test(text) && !FOREIGN.test(text.normalize('NFKC')) && !MARKUP.test(text.normalize('NFKC'));

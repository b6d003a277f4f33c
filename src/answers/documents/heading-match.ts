import { normalise } from '../../language/normalise.ts';

/** A heading for comparing. */
export type Heading = string;

/** A heading without its number, its marks and its blanks. */
export const headingOf = (text: string): Heading =>
  normalise(
    text.replace(
      /^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,3}[)）、.．]|第[一二三四五六七八九十百\d]+[编章节])\s*/,
      '',
    ),
  ).replace(/[^\p{L}\p{N}]/gu, '');

/** The same heading, or one that has the other in it. */
export const isSameHeading = (one: Heading, other: Heading): boolean =>
  one !== '' &&
  (one === other ||
    (Math.min(one.length, other.length) >= 6 && (one.includes(other) || other.includes(one))));

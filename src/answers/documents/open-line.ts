import { needsSpace } from './marks.ts';
import type { Piece } from './pieces.ts';

/** A line made whole. `spans`: where in it each line of the document begins. */
export type Whole = { text: string; isItem: boolean; spans: { from: number; at: number }[] };

/**
 * A line that may go on. `tail`: its end, which is all that the rules look at; `last`: what stood on its last line.
 * The text is put together once, for however many lines it has.
 */
export type OpenLine = {
  parts: string[];
  length: number;
  tail: string;
  last: string;
  isItem: boolean;
  spans: Whole['spans'];
};

/** Longest end of a line that is looked at, in characters. */
const TAIL = 300;

export const openLine = ({ text, isItem, at }: Piece): OpenLine => ({
  parts: [text],
  length: text.length,
  tail: text.slice(-TAIL),
  last: text,
  isItem,
  spans: [{ from: 0, at }],
});

/** Puts the next line behind it; a word that was broken with a hyphen loses it. */
export function append(line: OpenLine, { text, at }: Piece): void {
  const { parts, tail } = line;
  const isBroken = /[a-z]-$/.test(tail) && /^[a-z]/.test(text);
  if (isBroken) {
    parts.push((parts.pop() ?? '').slice(0, -1));
    line.length -= 1;
  }
  const space = !isBroken && needsSpace(tail, text) ? ' ' : '';
  line.spans.push({ from: line.length + space.length, at });
  parts.push(space, text);
  line.length += space.length + text.length;
  line.tail = `${isBroken ? tail.slice(0, -1) : tail}${space}${text}`.slice(-TAIL);
  line.last = text;
}

export const closed = ({ parts, isItem, spans }: OpenLine): Whole => ({
  text: parts.join(''),
  isItem,
  spans,
});

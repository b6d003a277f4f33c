import { endsPart, endsSentence, isProse, needsSpace, widthOf } from './marks.ts';
import type { Group, Piece } from './pieces.ts';

/** A line made whole. `spans`: where in it each line of the document begins. */
export type Whole = { text: string; isItem: boolean; spans: { from: number; at: number }[] };

/** Lines between which there is no blank line, made whole; `level`: it is a heading marked as one. */
export type Block = { lines: Whole[]; level?: number };

/** Puts together what was broken inside a sentence or a word, by the end of a line or by a blank line. */
export function joined(groups: readonly Group[]): Block[] {
  const wrap = wrapOf(groups);
  const blocks: Block[] = [];
  for (const group of groups) {
    const level = group[0]?.level;
    const last = blocks.at(-1);
    const before = last && last.level === undefined ? last.lines.at(-1) : undefined;
    const [first, ...rest] = group;
    if (!first) continue;
    const goesOn = before !== undefined && level === undefined && runsOver(before, first, rest.length > 0);
    const block: Block = goesOn && last ? last : { lines: [], ...(level === undefined ? {} : { level }) };
    if (!goesOn) blocks.push(block);
    for (const [nth, piece] of group.entries()) {
      const above = block.lines.at(-1);
      const joins = above !== undefined && (nth === 0 ? goesOn : runsOn(above, piece, wrap));
      if (joins && above) append(above, piece);
      else block.lines.push({ text: piece.text, isItem: piece.isItem, spans: [{ from: 0, at: piece.at }] });
    }
  }
  return blocks;
}

function append(line: Whole, { text, at }: Piece): void {
  const hyphen = /[a-z]-$/.test(line.text) && /^[a-z]/.test(text);
  if (hyphen) line.text = line.text.slice(0, -1);
  if (!hyphen && needsSpace(line.text, text)) line.text += ' ';
  line.spans.push({ from: line.text.length, at });
  line.text += text;
}

/** The width at which lines were broken by hand or by a program; none where their lengths are their own. */
function wrapOf(groups: readonly Group[]): number | undefined {
  const widths = groups.flatMap((group) => group.slice(0, -1).map((it) => widthOf(it.text)));
  if (widths.length < 3) return undefined;
  const most = widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.95)] ?? 0;
  const full = widths.filter((it) => it >= most - 6 && it <= most + 6);
  return most >= 20 && full.length >= widths.length * 0.6 ? most : undefined;
}

/** The next line belongs to the same paragraph. */
function runsOn(before: Whole, next: Piece, wrap: number | undefined): boolean {
  const { text } = before;
  if (next.isItem || (endsPart(text) && !endsSentence(text))) return false;
  const { from = 0 } = before.spans.at(-1) ?? {};
  // a line that is full goes on, even if a sentence happens to end with it
  if (wrap !== undefined && widthOf(text.slice(from)) >= wrap - 6)
    return !before.isItem || !endsSentence(text);
  return !endsSentence(text) && (isTorn(text, next.text) || isProse(text));
}

/** The next line belongs to the same sentence, although a blank line stands between. */
function runsOver(before: Whole, next: Piece, isMore: boolean): boolean {
  const { text } = before;
  if (next.isItem || endsPart(text) || /[—…]$/.test(text)) return false;
  if (isTorn(text, next.text)) return true;
  const goesOn = isMore || isProse(next.text) || endsSentence(next.text);
  return goesOn && (isProse(text) || widthOf(text) > LONGEST_HEADING) && !isNumbered(next.text);
}

/** Longest line that may be a heading, in columns. */
const LONGEST_HEADING = 120;
const isNumbered = (text: string): boolean =>
  /^(第[一二三四五六七八九十百零\d]+[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/.test(
    text,
  );

/** A sentence or a word goes on behind the break, whatever the lines look like. */
const isTorn = (before: string, after: string): boolean =>
  /[，、,（(《〈“‘「『[]$/.test(before) ||
  /^[，。、；：！？,;:!?）)》〉”’」』\]…的]/.test(after) ||
  (/(?:^|[^a-z])(?:[a-z]+,?|[a-z]+-)$/i.test(before) && /^[a-z]/.test(after)) ||
  isOpen(before) ||
  spansWord(before, after);

/** A quote or bracket was opened and not closed. */
function isOpen(text: string): boolean {
  for (const [open = '', close = ''] of ['“”', '《》', '（）', '()', '【】', '「」']) {
    if (
      text.split(open).length > text.split(close).length &&
      text.lastIndexOf(open) > text.lastIndexOf(close)
    )
      return true;
  }
  return false;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map((it) => it.segment);

/** A Chinese word lies across the break: `特` `色` is one, where `特` alone is none. */
function spansWord(before: string, after: string): boolean {
  if (!/\p{Script=Han}$/u.test(before) || !/^\p{Script=Han}/u.test(after)) return false;
  const tail = before.slice(-10);
  const head = after.slice(0, 10);
  const isFragment = wordsOf(tail).at(-1)?.length === 1 || wordsOf(head)[0]?.length === 1;
  if (!isFragment) return false;
  let start = 0;
  for (const word of wordsOf(tail + head)) {
    const end = start + word.length;
    if (end > tail.length) return start < tail.length;
    start = end;
  }
  return false;
}

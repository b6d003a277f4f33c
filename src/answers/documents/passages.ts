import type { Passage } from '../../retrieval/passage.ts';
import { rankOf } from './headings.ts';
import type { Whole } from './joining.ts';
import { endsSentence } from './marks.ts';
import type { Part } from './outline.ts';
import { pieces } from './pieces-of-text.ts';

/** Longest passage, in characters; a longer paragraph is split where a sentence ends. */
export const MOST_IN_PASSAGE = 1000;

/** The text of a document paragraph by paragraph, each under its headings. A list is one passage. */
export function passagesOf(parts: readonly Part[], source: string, title: string | undefined): Passage[] {
  const passages: Passage[] = [];
  const above: { rank: number; text: string; line: Whole; isUsed: boolean }[] = [];
  const add = (lines: readonly Whole[], path: readonly string[]): void => {
    const shown = path.length > 0 || title === undefined ? path : [title];
    for (const it of pieces(lines, MOST_IN_PASSAGE)) passages.push({ source, path: shown, ...it });
  };
  /** A heading under which nothing stands is a passage of its own, so that nothing is lost. */
  const leave = (rank: number): void => {
    for (let last = above.at(-1); last && last.rank >= rank; last = above.at(-1)) {
      above.pop();
      const path = above.map((it) => it.text);
      if (!last.isUsed) add([last.line], path);
    }
  };
  const enter = (rank: number, text: string, line: Whole): void => {
    leave(rank);
    for (const it of above) it.isUsed = true;
    above.push({ rank, text, line, isUsed: false });
  };
  for (const part of parts) {
    if (part.kind === 'heading') {
      enter(part.rank, part.line.text, part.line);
      continue;
    }
    for (const lines of paragraphsOf(part.lines)) {
      const runIn = runInOf(lines);
      if (runIn) enter(runIn.rank, runIn.text, runIn.line);
      for (const it of above) it.isUsed = true;
      add(
        lines,
        above.map((it) => it.text),
      );
    }
  }
  leave(Number.NEGATIVE_INFINITY);
  return passages;
}

/** Lines that are whole sentences are paragraphs, each by itself; items, and lines like items, stay together. */
function paragraphsOf(lines: readonly Whole[]): Whole[][] {
  const paragraphs: Whole[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isWhole = !line.isItem && line.text.length > 40 && endsSentence(line.text);
    const startsNew = !isOpen || isWhole || RUN_IN.test(line.text) || ARTICLE.test(line.text);
    if (startsNew) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
    isOpen = !isWhole;
  }
  return paragraphs;
}

/** `(一)加强组织建设。以开发区……`: the first sentence is a heading. */
const RUN_IN =
  /^((?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\s*[^。；！？]{2,40})。(?=.)/;
/** `第一条 【目的】为了……` */
const ARTICLE = /^第[一二三四五六七八九十百零〇\d]{1,5}条(?:\s*【[^】]{1,30}】)?(?=\s|[^、，,的至和])/;

function runInOf([line]: readonly Whole[]): { rank: number; text: string; line: Whole } | undefined {
  if (!line) return undefined;
  const text = RUN_IN.exec(line.text)?.[1] ?? ARTICLE.exec(line.text)?.[0];
  const rank = text === undefined ? undefined : rankOf(text);
  return text === undefined || rank === undefined ? undefined : { rank, text, line };
}

import type { Dialect } from './document.ts';
import { isMarkedItem } from './marks.ts';

/** A line, or a part of one. `at`: its line, counted from 1; `level`: it is marked as a heading. */
export type Piece = { text: string; at: number; isItem: boolean; level?: number };

/** Pieces between which there is no blank line. */
export type Group = Piece[];

/** What stands between blank lines. A heading that is marked as one stands alone, blank lines or not. */
export function groupsOf(lines: readonly string[], dialect: Dialect): Group[] {
  const groups: Group[] = [];
  let open: Group = [];
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  let isCode = false;
  for (const [nth, raw] of lines.entries()) {
    const text = raw.replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, '').trim();
    const at = nth + 1;
    const isFence = dialect === 'markdown' && /^(```|~~~)/.test(text);
    if (isFence) isCode = !isCode;
    if (text === '' || isFence || (dialect === 'markdown' && !isCode && isRule(text, open))) {
      const level = !isCode && dialect === 'markdown' ? levelUnder(text, open) : undefined;
      if (level !== undefined && open[0]) open = [{ ...open[0], level }];
      close();
      continue;
    }
    const heading = isCode ? undefined : /^(#{1,6})\s+(.+?)\s*#*$/.exec(text);
    if (heading) {
      close();
      const [, marks = '', words = ''] = heading;
      groups.push([{ text: unmarked(words, dialect), at, isItem: false, level: marks.length }]);
      continue;
    }
    // two full-width spaces begin a paragraph in Chinese
    if (/^[\u3000]{2}/.test(raw)) close();
    for (const [part, words] of cut(text).entries()) {
      if (part > 0) close();
      const shown = isCode ? words : unmarked(words, dialect);
      if (shown !== '') open.push({ text: shown, at, isItem: isItem(words) });
    }
  }
  close();
  return groups;
}

const isItem = (text: string): boolean =>
  (isMarkedItem(text) && !text.startsWith('**')) || /^\|.*\|$/.test(text);

/** A line drawn across, or under a heading. */
const isRule = (text: string, open: Group): boolean =>
  /^([-*_])(\s*\1){2,}$/.test(text) || (/^={3,}$/.test(text) && open.length === 1);

/** `Title` with `=====` or `-----` under it. */
function levelUnder(text: string, open: Group): number | undefined {
  if (open.length !== 1 || open[0]?.isItem) return undefined;
  if (/^={3,}$/.test(text)) return 1;
  return /^-{3,}$/.test(text) ? 2 : undefined;
}

/** Where a heading stands inside a line: `……凝聚力。” 一、扩大覆盖面 (一)加强建设。……`. */
const INSIDE =
  /(?:^|(?<=[。！？”；])\s+)([一二三四五六七八九十]{1,3}、[^。！？；\s]{2,40})\s+(?=[（(]一[)）])/;

function cut(text: string): string[] {
  const found = INSIDE.exec(text);
  if (!found) return [text];
  const [whole, heading = ''] = found;
  const before = text.slice(0, found.index).trim();
  return [...(before === '' ? [] : [before]), heading, ...cut(text.slice(found.index + whole.length))];
}

/** The words without the marks of Markdown around them. Of plain text only the bold ones are sure to be marks. */
function unmarked(text: string, dialect: Dialect): string {
  const whole = text.replace(/\*\*([^*]+)\*\*/g, '$1');
  if (/^\|?[\s:|-]+\|[\s:|-]*$/.test(whole)) return '';
  const bare = /^\|.*\|$/.test(whole) ? whole.slice(1, -1).trim() : whole;
  if (dialect === 'plain') return bare;
  return bare
    .replace(/^(>\s*)+/, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<!--.*?-->/g, '')
    .replace(/__([^_]+)__/g, '$1')
    .replace(/(?<![*\w])\*([^*\s][^*]*)\*(?![*\w])/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\s*\|\s*/g, ' | ')
    .replace(/\\([#*_|\-[\]`])/g, '$1')
    .trim();
}

import { isBracketed, isHeadingLike, isLone, RANK, rankOf } from './headings.ts';
import type { Block, Whole } from './joining.ts';

/** A part of a document, in its order. `rank`: the lower, the higher up the heading stands. */
export type Part = { kind: 'heading'; rank: number; line: Whole } | { kind: 'text'; lines: Whole[] };

/** What are the headings, by their marks, their numbering, or their standing alone; `title`: what heads it all. */
export function outlined(blocks: readonly Block[]): { title?: string; parts: Part[] } {
  const marked = blocks.filter((it) => it.level !== undefined);
  const title = titleOf(blocks, marked);
  const at = title ? blocks.indexOf(title) : -1;
  // what stands above the title heads nothing: the name of the site, the way to the page
  const above = blocks.slice(0, Math.max(at, 0)).map(({ lines }) => ({ kind: 'text' as const, lines }));
  const parts = partsOf(blocks.slice(at + 1));
  // marks that are there are trusted, and short lines are then what they are
  const all = marked.length >= 2 ? parts : withLone(parts);
  return {
    parts: [...above, ...all.map(withoutDoubt)],
    ...(title?.lines[0] ? { title: title.lines[0].text } : {}),
  };
}

/** The one heading of the top level, or the first line where nothing is marked. */
function titleOf(blocks: readonly Block[], marked: readonly Block[]): Block | undefined {
  const [first] = marked;
  const isOne = marked.filter((it) => it.level === 1).length === 1;
  if (isOne && first?.level === 1 && (marked.length > 1 || first === blocks[0])) return first;
  if (first) return blocks[0] && isLone(blocks[0]) ? blocks[0] : undefined;
  const body = blocks.findIndex((it) => !isLead(it));
  const leads = blocks.slice(0, body).filter(isLone);
  const opening = blocks[body]?.lines[0]?.text ?? '';
  // a page copied from the web has its name above the title, which then opens the text
  return (
    leads.find(({ lines: [line] }) => line && opening.startsWith(line.text)) ??
    (blocks[0] && leads[0] === blocks[0] ? blocks[0] : undefined)
  );
}

/** Stands above the text: one short line, a date or the way to the page as well. */
const isLead = ({ lines: [line, more], level }: Block): boolean =>
  level === undefined &&
  line !== undefined &&
  more === undefined &&
  rankOf(line.text) === undefined &&
  (isHeadingLike(line.text) || !/\p{L}/u.test(line.text));

type Doubtful = Part & { isLone?: true };

/** Headings that are marked or numbered, and text. Lines of one numbering in a row are a list, not headings. */
function partsOf(blocks: readonly Block[]): Doubtful[] {
  const parts: Doubtful[] = [];
  let isLoneSeen = false;
  for (const [nth, block] of blocks.entries()) {
    const [line] = block.lines;
    if (block.level !== undefined && line) {
      parts.push({ kind: 'heading', rank: block.level / 10, line });
      continue;
    }
    if (isLone(block)) isLoneSeen = true;
    let open: Whole[] | undefined;
    for (const [at, it] of block.lines.entries()) {
      const rank = rankIn(block, at, blocks[nth + 1]);
      if (rank !== undefined) {
        parts.push({ kind: 'heading', rank, line: it });
        open = undefined;
      } else if (open) open.push(it);
      else {
        open = [it];
        parts.push({ kind: 'text', lines: open, ...(isLone(block) ? { isLone: true as const } : {}) });
      }
    }
  }
  return parts.map((it) =>
    it.kind === 'heading' && it.rank === RANK.bracketBelow && !isLoneSeen
      ? { ...it, rank: RANK.bracketAbove }
      : it,
  );
}

function rankIn({ lines }: Block, at: number, next: Block | undefined): number | undefined {
  const line = lines[at];
  if (!line) return undefined;
  if (isBracketed(line.text)) return RANK.bracketBelow;
  const rank = rankOf(line.text);
  if (rank === undefined || !isHeadingLike(line.text) || (line.isItem && lines.length > 1)) return undefined;
  const isLike = (other: Whole | undefined): boolean =>
    other !== undefined && rankOf(other.text) === rank && isHeadingLike(other.text);
  return isLike(lines[at + 1] ?? next?.lines[0]) || isLike(lines[at - 1]) ? undefined : rank;
}

/** Short lines that stand alone above a text are its headings: the last one its own, the one before that of several. */
function withLone(parts: readonly Doubtful[]): Part[] {
  let run: number[] = [];
  const ranks = new Map<number, number>();
  for (const [at, part] of parts.entries()) {
    if (part.isLone) {
      run.push(at);
      continue;
    }
    const [last] = run.slice(-1);
    const [before] = run.length === 2 || (run.length === 3 && run[0] === 0) ? run.slice(-2) : [];
    if (last !== undefined) {
      const above = parts[(run[0] ?? 0) - 1];
      const isUnder = above?.kind === 'heading' && above.rank === RANK.bracketBelow;
      ranks.set(last, part.kind === 'heading' ? RANK.over : isUnder ? RANK.underBracket : RANK.leaf);
      if (before !== undefined && part.kind === 'text') ranks.set(before, RANK.parent);
    }
    run = [];
  }
  return parts.map((part, at) => {
    const rank = ranks.get(at);
    const line = part.kind === 'text' ? part.lines[0] : undefined;
    return rank !== undefined && line ? { kind: 'heading', rank, line } : part;
  });
}

/** The part alone. */
const withoutDoubt = (part: Doubtful): Part =>
  part.kind === 'heading'
    ? { kind: 'heading', rank: part.rank, line: part.line }
    : { kind: 'text', lines: part.lines };

import type { Whole } from './open-line.ts';

/** A part of a text and the lines of the document that it stands on. */
type Placed = { text: string; from: number; to: number };

/** Lines as one text, or as several where it has more characters than `most`: each ends with a line or a sentence. */
export function pieces(lines: readonly Whole[], most: number): Placed[] {
  const { text, lineAt } = together(lines);
  const placed: Placed[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + lengthOf(text.slice(start, start + most + 1), text.length - start, most);
    const part = text.slice(start, end);
    const bare = part.trim();
    const first = start + part.indexOf(bare);
    if (bare !== '') placed.push({ text: bare, from: lineAt(first), to: lineAt(first + bare.length - 1) });
    start = end;
  }
  return placed;
}

function together(lines: readonly Whole[]): { text: string; lineAt: (offset: number) => number } {
  const spans: { from: number; at: number }[] = [];
  let length = 0;
  for (const { spans: own, text } of lines) {
    for (const { from, at } of own) spans.push({ from: length + from, at });
    length += text.length + 1;
  }
  return { text: lines.map((it) => it.text).join('\n'), lineAt: (offset) => lineIn(spans, offset) };
}

/** The line that an offset stands on: that of the last span which begins at it or before. */
function lineIn(spans: readonly { from: number; at: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return spans[low]?.at ?? 1;
}

/** How much of a text makes the next piece: of its beginning, `left` in all. The pieces come out about equally long. */
function lengthOf(text: string, left: number, most: number): number {
  if (left <= most) return left;
  const wanted = Math.ceil(left / Math.ceil(left / most));
  for (const end of [/\n|[。！？!?][”’」』）)"']*|\.["')]*\s/g, /[；;，,、]|\s/g]) {
    const ends = [...text.matchAll(end)].map((it) => it.index + it[0].length).filter((it) => it <= most);
    const best = ends.find((it) => it >= wanted) ?? ends.at(-1);
    if (best !== undefined && best > most / 4) return best;
  }
  // inside a pair of surrogates nothing is cut
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

import type { Whole } from './joining.ts';

/** A part of a text and the lines of the document that it stands on. */
type Placed = { text: string; from: number; to: number };

/** Lines as one text, or as several where it has more characters than `most`: each ends with a line or a sentence. */
export function pieces(lines: readonly Whole[], most: number): Placed[] {
  const { text, lineAt } = together(lines);
  const placed: Placed[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + lengthOf(text.slice(start), most);
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
  let text = '';
  for (const [nth, line] of lines.entries()) {
    if (nth > 0) text += '\n';
    for (const { from, at } of line.spans) spans.push({ from: text.length + from, at });
    text += line.text;
  }
  const lineAt = (offset: number): number => spans.findLast((it) => it.from <= offset)?.at ?? 1;
  return { text, lineAt };
}

/** How much of a text makes the next piece. The pieces come out about equally long. */
function lengthOf(text: string, most: number): number {
  if (text.length <= most) return text.length;
  const wanted = Math.ceil(text.length / Math.ceil(text.length / most));
  for (const end of [/\n|[。！？!?][”’」』）)"']*|\.["')]*\s/g, /[；;，,、]|\s/g]) {
    const ends = [...text.matchAll(end)].map((it) => it.index + it[0].length).filter((it) => it <= most);
    const best = ends.find((it) => it >= wanted) ?? ends.at(-1);
    if (best !== undefined && best > most / 4) return best;
  }
  // inside a pair of surrogates nothing is cut
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

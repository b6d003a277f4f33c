const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Where a text may be parted, the best place first: paragraph, line, sentence, clause or word. */
const PLACES = [/\n\s*\n/g, /\n/g, /[。！？；…!?;]["”’』」）)]*\s*|\.\s+/g, /[，、：,:]\s*|\s+/g] as const;

/**
 * The parts of a text, each of 1 to `most` UTF-16 units (at least 4), parted where a reader would pause. Never parts what is
 * seen as one character. Loses only the blanks at which it parts.
 */
export function split(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const at = boundary(rest, most);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** The text if it is short enough, or its beginning and `…`, of at most `most` UTF-16 units. */
export function cut(text: string, most: number): string {
  const line = text.trim();
  return line.length <= most ? line : `${line.slice(0, edge(line, most - 1)).trimEnd()}…`;
}

function boundary(text: string, most: number): number {
  const window = text.slice(0, most);
  for (const place of PLACES) {
    const last = [...window.matchAll(place)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > most / 2) return end;
  }
  return edge(text, most);
}

/** The last end of a whole character up to `most`. */
function edge(text: string, most: number): number {
  let end = 0;
  for (const { index } of graphemes.segment(text.slice(0, most + 32))) {
    if (index > most) break;
    end = index;
  }
  if (end > 0) return end;
  // one heap of combining marks without end: part it, but not a pair of surrogates
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? Math.max(2, most) - 1 : most;
}

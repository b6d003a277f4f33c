import { withoutRadicals } from './radicals.ts';

/** A piece of a printed line, as pdf.js gives it. `transform`: the last two are its place, from the lower left. */
export type Run = { str: string; transform: number[]; width: number };

/** A printed line. `size`: of its letters, in points; `left`, `right`, `y`: where it stands on the page. */
export type Printed = { text: string; size: number; left: number; right: number; y: number };

/** The lines of a page in the order in which they were written. */
export function linesOfPage(runs: readonly Run[]): Printed[] {
  const lines: Printed[] = [];
  for (const { str, transform, width } of runs) {
    const [, , c = 0, d = 0, x = 0, y = 0] = transform;
    const size = Math.hypot(c, d);
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < Math.max(last.size, size) * 0.5 && x >= last.left - 1) {
      last.text += gap(last, x, size, str) + str;
      last.right = Math.max(last.right, x + width);
      if (str.trim() !== '') last.size = Math.max(last.size, size);
    } else if (str.trim() !== '') lines.push({ text: str, size, left: x, right: x + width, y });
  }
  return lines.map((it) => ({ ...it, text: withoutRadicals(it.text.replace(/\s+/g, ' ').trim()) }));
}

/** A blank where the print leaves room and no blank is written. */
function gap({ text, right }: Printed, x: number, size: number, str: string): string {
  if (/\s$/.test(text) || /^\s/.test(str) || str === '') return '';
  return x - right > size * (/[\x21-\x7e]$/.test(text) ? 0.2 : 0.9) ? ' ' : '';
}

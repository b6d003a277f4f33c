import type { Printed } from './pdf-lines.ts';

/**
 * The lines of all pages: a blank line before each paragraph, `#` before what is printed larger than the text, and
 * neither page numbers nor running titles.
 */
export function written(pages: readonly Printed[][]): string[] {
  const bare = withoutMargins(pages);
  const all = bare.flat();
  const body = usual(all.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]));
  const left = usual(all.map((it) => [Math.round(it.left), it.text.length]));
  const right = Math.max(...all.filter((it) => isBody(it, body)).map((it) => it.right));
  const sizes = [...new Set(all.filter((it) => isLarge(it, body)).map((it) => Math.round(it.size)))].sort(
    (a, b) => b - a,
  );
  const lines: string[] = [];
  for (const page of bare) {
    const step = usual(page.slice(1).map((it, nth) => [Math.round((page[nth]?.y ?? 0) - it.y), 1]));
    let above: Printed | undefined = lines.length > 0 ? { ...FAR, right } : undefined;
    for (const it of page) {
      const level = isLarge(it, body) ? sizes.indexOf(Math.round(it.size)) + 1 : 0;
      const isSame =
        above !== undefined && Math.abs(above.size - it.size) < 0.6 && above.y - it.y < it.size * 2.2;
      const last = lines.length - 1;
      if (level > 0 && isSame && lines[last]?.startsWith('#')) lines[last] += it.text;
      else {
        const isNew = level > 0 || (above !== undefined && startsNew(above, it, { body, left, right, step }));
        if (isNew && lines.length > 0) lines.push('');
        lines.push(level > 0 ? `${'#'.repeat(Math.min(level, 6))} ${it.text}` : it.text);
      }
      above = it;
    }
  }
  return lines;
}

/** Stands for the end of the page before: nothing can be said of where it was. */
const FAR: Printed = { text: '', size: 0, left: 0, right: 0, y: Number.NaN };

const isBody = (it: Printed, body: number): boolean => Math.abs(it.size - body) < body * 0.15;
const isLarge = (it: Printed, body: number): boolean => it.size >= body * 1.15 && it.text.length <= 60;

type Measures = { body: number; left: number; right: number; step: number };

/** A paragraph begins: it is set in, or further down, or the line above ends early; or a heading stood above. */
function startsNew(above: Printed, it: Printed, { body, left, right, step }: Measures): boolean {
  if (isLarge(above, body)) return true;
  const indent = it.left - left;
  if (indent > body * 1.4 && indent < body * 4) return true;
  if (above.y - it.y > step * 1.45) return true;
  return above.text !== '' && right - above.right > body * 2.5 && /[。！？.!?”"）)]$/.test(above.text);
}

/** The value that weighs most. */
function usual(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  const [best] = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? 0;
}

/** Without numbers of pages, and without the line at the very top or foot that most pages have alike. */
function withoutMargins(pages: readonly Printed[][]): Printed[][] {
  const numbered = pages.map((page) =>
    page.filter((it, nth) => !((nth < 2 || nth >= page.length - 2) && NUMBER.test(it.text))),
  );
  const key = (it: Printed): string => `${it.text.replace(/\d+/g, '0')} ${Math.round(it.y)}`;
  const seen = new Map<string, number>();
  for (const page of numbered) {
    for (const it of edgesOf(page)) seen.set(key(it), (seen.get(key(it)) ?? 0) + 1);
  }
  const isRunning = (it: Printed): boolean =>
    pages.length >= 3 && (seen.get(key(it)) ?? 0) > pages.length / 2;
  return numbered.map((page) => {
    const edges = edgesOf(page);
    return page.filter((it) => !(edges.includes(it) && isRunning(it)));
  });
}

const edgesOf = (page: readonly Printed[]): Printed[] => [
  ...new Set([...page.slice(0, 1), ...page.slice(-1)]),
];

const NUMBER =
  /^[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–·\s]*$|^page \d+(?: of \d+)?$/i;

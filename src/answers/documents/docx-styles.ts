import type { Parser } from 'htmlparser2';

/** The level of the paragraphs of a style that lists the headings of the document. */
export const TABLE_OF_CONTENTS = -1;

type Style = { name: string; outline: number | undefined; basedOn: string | undefined };

/** The level of a heading that each style of a Word file stands for, by the style's id. */
export function headingsIn(Xml: typeof Parser, styles: string): Map<string, number> {
  const all = new Map<string, Style>();
  let style: Style | undefined;
  const parser = new Xml(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style') {
          style = { name: '', outline: undefined, basedOn: undefined };
          all.set(attributes['w:styleId'] ?? '', style);
        } else if (!style) return;
        else if (name === 'w:name') style.name = value.toLowerCase();
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:outlineLvl' && Number(value) < 9) style.outline = Number(value) + 2;
      },
    },
    { xmlMode: true },
  );
  parser.end(styles);
  const levels = new Map<string, number>();
  for (const id of all.keys()) {
    const level = levelOf(all, id);
    if (level !== undefined) levels.set(id, level);
  }
  return levels;
}

/** By the style's own words, or those of the style that it rests on. */
function levelOf(all: ReadonlyMap<string, Style>, id: string): number | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = all.get(at)?.basedOn) {
    seen.add(at);
    const style = all.get(at);
    if (!style) return undefined;
    if (/^toc \d|^toc heading/.test(style.name)) return TABLE_OF_CONTENTS;
    const [, number] = /^(?:heading|标题) ?(\d)$/.exec(style.name) ?? [];
    // the title stands above the headings of the first level
    if (number !== undefined) return Number(number) + 1;
    if (style.name === 'title') return 1;
    if (style.outline !== undefined) return style.outline;
  }
  return undefined;
}

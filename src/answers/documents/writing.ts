/** Puts the text of a formatted document down line by line, with `#`, `-` and `|` where its formats said so. */
export type Writing = {
  /** Of several lines where `LINE_BREAK` stands in it. */
  paragraph(text: string): void;
  /** `level` 1 to 6. */
  heading(level: number, text: string): void;
  /** Items in a row have no blank line between them. `mark`: what stands before it, `-` or a number. */
  item(text: string, mark?: string): void;
  row(cells: readonly string[]): void;
  lines(): string[];
};

/** A break of the line that the author wanted. */
export const LINE_BREAK = '\u2028';

export function openWriting(): Writing {
  const lines: string[] = [];
  let last = '';
  const put = (kind: string, written: readonly string[]): void => {
    const isRun = kind === last && (kind === 'item' || kind === 'row');
    if (lines.length > 0 && !isRun) lines.push('');
    lines.push(...written);
    last = kind;
  };
  return {
    paragraph(text) {
      const written = text.split(LINE_BREAK).map(tidy).filter(Boolean);
      if (written.length > 0) put('paragraph', written);
    },
    heading(level, text) {
      const words = tidy(text);
      if (words !== '') put('heading', [`${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${words}`]);
    },
    item(text, mark = '-') {
      const words = tidy(text);
      if (words !== '') put('item', [`${mark} ${words}`]);
    },
    row(cells) {
      const words = cells.map(tidy);
      if (words.some((it) => it !== '')) put('row', [`| ${words.join(' | ')} |`]);
    },
    lines: () => lines,
  };
}

/** One line without the blanks that only lay it out. Between Chinese characters a line break is none at all. */
const tidy = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}，。、；：！？”》）])[ \t]*[\r\n]+[ \t]*(?=[\p{Script=Han}“《（])/gu, '')
    .replace(/[ \t\r\n\f\u00a0\u2028]+/g, ' ')
    .trim();

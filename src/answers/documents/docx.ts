import { decoded } from './decode.ts';
import type { Extracted } from './document.ts';
import { type Numbering, numberingIn } from './docx-numbering.ts';
import { headingsIn, TABLE_OF_CONTENTS } from './docx-styles.ts';
import { DocumentError } from './faults.ts';
import { LINE_BREAK, openWriting, type Writing } from './writing.ts';
import { openZip } from './zip.ts';

/** The text of a Word file, with the numbers that Word puts before its paragraphs. @throws DocumentError */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Extracted> {
  const { Parser } = await import('htmlparser2');
  const open = openZip(file, bytes);
  const xml = (name: string): string | undefined => {
    const part = open(name);
    return part && decoded(file, part);
  };
  const body = xml('word/document.xml');
  if (body === undefined) throw new DocumentError({ code: 'broken', file });
  const levels = headingsIn(Parser, xml('word/styles.xml') ?? '');
  const numbering = numberingIn(Parser, xml('word/numbering.xml') ?? '');
  const writing = openWriting();
  const reading = openBody(writing, levels, numbering);
  const parser = new Parser(
    { onopentag: reading.open, ontext: reading.say, onclosetag: reading.close },
    { xmlMode: true },
  );
  parser.end(body);
  return { lines: writing.lines(), dialect: 'plain' };
}

type Attributes = { [name: string]: string };

/** What is written and not shown: taken back, moved away, or there again for old programs. */
const HIDDEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:vanish', 'w:footnote']);

/** The paragraph that is being read; inside one another where a text box stands in one. */
type Paragraph = {
  text: string;
  style: string;
  outline: number | undefined;
  list: string | undefined;
  depth: number;
};

function openBody(writing: Writing, levels: ReadonlyMap<string, number>, numbering: Numbering) {
  const open: Paragraph[] = [];
  /** The rows of tables that are being read, each with its cells. */
  const rows: string[][] = [];
  let hidden = 0;
  let isText = false;

  function end(it: Paragraph): void {
    const level = it.outline ?? levels.get(it.style);
    if (level === TABLE_OF_CONTENTS) return;
    const number = numbering.next(it.style, it.list, it.depth);
    const text =
      number === undefined || number === '' || it.text.trim() === '' ? it.text : `${number}${it.text}`;
    const row = rows.at(-1);
    if (row) row.push(`${row.pop() ?? ''} ${text}`);
    else if (level !== undefined) writing.heading(level, text);
    else if (number === '') writing.item(text);
    else if (number !== undefined && !/第|^[一二三四五六七八九十]|^[（(][一二三四五六七八九十]/.test(number))
      writing.item(it.text, number.trim());
    else writing.paragraph(text);
  }

  return {
    open(name: string, attributes: Attributes): void {
      if (HIDDEN.has(name) || hidden > 0) hidden += 1;
      if (hidden > 0) return;
      const paragraph = open.at(-1);
      const value = attributes['w:val'] ?? '';
      if (name === 'w:p') open.push({ text: '', style: '', outline: undefined, list: undefined, depth: 0 });
      else if (name === 'w:tr') rows.push([]);
      else if (name === 'w:tc') rows.at(-1)?.push('');
      else if (name === 'w:t') isText = true;
      else if (!paragraph) return;
      else if (name === 'w:pStyle') paragraph.style = value;
      else if (name === 'w:outlineLvl') paragraph.outline = Number(value) < 9 ? Number(value) + 2 : undefined;
      else if (name === 'w:numId') paragraph.list = value;
      else if (name === 'w:ilvl') paragraph.depth = Number(value) || 0;
      else if (name === 'w:tab') paragraph.text += ' ';
      else if (name === 'w:noBreakHyphen') paragraph.text += '-';
      else if (name === 'w:br' || name === 'w:cr') paragraph.text += LINE_BREAK;
    },
    say(text: string): void {
      const paragraph = open.at(-1);
      if (isText && hidden === 0 && paragraph) paragraph.text += text;
    },
    close(name: string): void {
      if (hidden > 0) {
        hidden -= 1;
        return;
      }
      if (name === 'w:t') isText = false;
      if (name === 'w:p') {
        const it = open.pop();
        if (it) end(it);
      }
      if (name === 'w:tr') {
        const cells = rows.pop();
        const around = rows.at(-1);
        if (cells && around) around.push(`${around.pop() ?? ''} ${cells.join(' ')}`);
        else if (cells) writing.row(cells);
      }
    },
  };
}

import { decoded } from './decode.ts';
import type { Extracted } from './document.ts';
import { LINE_BREAK, openWriting, type Writing } from './writing.ts';

/** What is on a page and is not its text. */
const ASIDE = new Set(
  'script style noscript template svg nav footer aside form button select iframe canvas'.split(' '),
);
const BLOCK = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The text of a web page: its headings, paragraphs, lists and tables; not its menus. @throws DocumentError */
export async function readHtml(file: string, bytes: Uint8Array): Promise<Extracted> {
  const { Parser } = await import('htmlparser2');
  const page = openPage();
  const parser = new Parser({
    onopentag: (name, attributes) => page.open(name, attributes),
    ontext: (text) => page.say(text),
    onclosetag: (name) => page.close(name),
  });
  parser.end(decoded(file, bytes, charsetIn(bytes)));
  const { lines, title } = page.done();
  return { lines, dialect: 'plain', ...(title === '' ? {} : { title }) };
}

/** The encoding that the page says it has. */
const charsetIn = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1];

/** What is being read. `skip`: how many asides deep; `cells`: of the row of a table; `lists`: the next number in each. */
type Page = {
  text: string;
  skip: number;
  title: string;
  isTitle: boolean;
  cells: string[] | undefined;
  lists: number[];
  level: number;
  isItem: boolean;
};

function openPage() {
  const writing = openWriting();
  const page: Page = {
    text: '',
    skip: 0,
    title: '',
    isTitle: false,
    cells: undefined,
    lists: [],
    level: 0,
    isItem: false,
  };
  return {
    open(name: string, attributes: { [name: string]: string }): void {
      if (page.skip > 0 || isAside(name, attributes)) {
        if (!VOID.has(name)) page.skip += 1;
      } else if (name === 'title') page.isTitle = true;
      else opened(page, writing, name);
    },
    say(text: string): void {
      if (page.isTitle) page.title += text;
      else if (page.skip === 0) page.text += text;
    },
    close(name: string): void {
      if (VOID.has(name)) return;
      if (page.skip > 0) page.skip -= 1;
      else if (name === 'title') page.isTitle = false;
      else closed(page, writing, name);
    },
    done() {
      flush(page, writing);
      const lines = writing.lines();
      return {
        lines,
        title: lines.filter((it) => it.startsWith('# ')).length === 1 ? '' : titleIn(page.title),
      };
    },
  };
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const isAside = (
  name: string,
  { hidden, role, style = '', 'aria-hidden': isHidden }: { [name: string]: string },
): boolean =>
  ASIDE.has(name) ||
  hidden !== undefined ||
  isHidden === 'true' ||
  role === 'navigation' ||
  /display:\s*none/i.test(style);

const levelOf = (name: string): number => (/^h[1-6]$/.test(name) ? Number(name.slice(1)) : 0);

function opened(page: Page, writing: Writing, name: string): void {
  const level = levelOf(name);
  if (name === 'br') page.text += LINE_BREAK;
  else if (page.cells) {
    if (name === 'td' || name === 'th') page.text = '';
    else if (level > 0) page.text += `${LINE_BREAK}${'#'.repeat(level)} `;
    else if (BLOCK.has(name)) page.text += LINE_BREAK;
  } else if (level > 0 || BLOCK.has(name)) {
    flush(page, writing);
    page.level = level;
    if (name === 'ul' || name === 'ol') page.lists.push(name === 'ol' ? 1 : 0);
    if (name === 'li') page.isItem = true;
    if (name === 'tr') page.cells = [];
  }
}

function closed(page: Page, writing: Writing, name: string): void {
  if (page.cells) {
    if (name === 'td' || name === 'th') page.cells.push(page.text);
    else if (name === 'tr') endRow(page, writing, page.cells);
    else if (levelOf(name) > 0 || BLOCK.has(name)) page.text += LINE_BREAK;
  } else if (levelOf(name) > 0 || BLOCK.has(name)) {
    flush(page, writing);
    page.level = 0;
    if (name === 'ul' || name === 'ol') page.lists.pop();
    if (name === 'li') page.isItem = false;
  }
}

/** Longest text in the cell of a table; one with a longer cell only lays out the page. */
const MOST_IN_CELL = 200;

function endRow(page: Page, writing: Writing, cells: readonly string[]): void {
  page.cells = undefined;
  page.text = '';
  const isTable = cells.length > 1 && cells.every((it) => it.length <= MOST_IN_CELL);
  if (isTable) writing.row(cells);
  else for (const paragraph of cells.flatMap((it) => it.split(LINE_BREAK))) writing.paragraph(paragraph);
}

function flush(page: Page, writing: Writing): void {
  const { text, level, isItem, lists } = page;
  page.text = '';
  if (text.trim() === '') return;
  if (level > 0) writing.heading(level, text);
  else if (isItem) {
    const number = lists.at(-1) ?? 0;
    writing.item(text, number > 0 ? `${number}.` : '-');
    if (number > 0) lists[lists.length - 1] = number + 1;
    page.isItem = false;
  } else writing.paragraph(text);
}

/** The title of a page without the name of its site: `驿站通知_某市总工会`. */
const titleIn = (text: string): string => text.split(/\s*[_|｜]\s*|\s+[-–—]\s+/)[0]?.trim() ?? '';

import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { type Language, momentIn } from '../../calendar/moment.ts';
import type { Texts } from '../../texts/index.ts';
import type { Block, Card, Fact } from '../../view/card.ts';
import { actions, plain } from './elements.ts';
import { fitted } from './fit.ts';
import { LIMITS, type Surface } from './limits.ts';
import { inert } from './mrkdwn.ts';
import { cut, split } from './split.ts';
import { tally, tallyLines } from './tally.ts';

export type Drawing = {
  /** What is said besides the card's own words. */
  readonly words: Texts['slack'];
  readonly language: Language;
  /** IANA; of a moment where Slack cannot show it in the reader's own. */
  readonly zone: string;
};

export type Rendered = { readonly blocks: KnownBlock[]; readonly text: string };

/**
 * A card as Slack's blocks, and as the text that a notification and a screen reader say. What does not fit is
 * said to be left out. Nothing in it is read as markup.
 *
 * @throws RangeError when what a button carries is too long for Slack
 */
export function render(card: Card, surface: Surface, drawing: Drawing): Rendered {
  const blocks = [...titleBlocks(card.title), ...card.blocks.flatMap((it) => draw(it, drawing))];
  return { blocks: fitted(blocks, surface, drawing.words), text: fallback(card, drawing) };
}

function titleBlocks(title = ''): KnownBlock[] {
  if (title.trim() === '') return [];
  const header: KnownBlock = { type: 'header', text: plain(cut(title, LIMITS.header)) };
  return title.trim().length <= LIMITS.header ? [header] : [header, ...paragraphs(title)];
}

function draw(block: Block, drawing: Drawing): KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return block.quiet ? quiet(block.text) : paragraphs(block.text);
    case 'quote':
      return [
        ...rich(
          split(block.text, LIMITS.section).map((text): RichTextElement[] => [{ type: 'text', text }]),
          'quote',
        ),
        ...quiet(drawing.words.source({ line: block.source.line })),
      ];
    case 'tally':
      return tally(block, drawing.words);
    case 'facts':
      return rich(block.rows.map((row) => factElements(row, drawing)));
    case 'list':
      return rich(
        block.items.flatMap((item) => split(item, LIMITS.section)).map((text) => [{ type: 'text', text }]),
        'list',
      );
    case 'buttons':
      return actions(block.buttons, drawing.words);
  }
}

const paragraphs = (text: string): KnownBlock[] =>
  split(text, LIMITS.section).map((part) => ({ type: 'section', text: plain(part), expand: true }));

/** Small print. */
export const quiet = (text: string): KnownBlock[] =>
  split(text, LIMITS.context).map((part) => ({ type: 'context', elements: [plain(part)] }));

/** Lines of rich text, which takes every character as it is; a new block where one would grow too long. */
function rich(lines: RichTextElement[][], as: 'lines' | 'quote' | 'list' = 'lines'): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let held: RichTextElement[][] = [];
  let chars = 0;
  const close = (): void => {
    if (held.length > 0) blocks.push({ type: 'rich_text', elements: richParts(held, as) });
    held = [];
    chars = 0;
  };
  for (const line of lines) {
    const length = line.reduce((sum, it) => sum + (it.type === 'text' ? it.text.length : 0), 0);
    if (chars + length > LIMITS.section) close();
    held.push(line);
    chars += length;
  }
  close();
  return blocks;
}

function richParts(lines: RichTextElement[][], as: 'lines' | 'quote' | 'list') {
  const sections: RichTextSection[] = lines.map((elements) => ({ type: 'rich_text_section', elements }));
  if (as === 'list')
    return [{ type: 'rich_text_list' as const, style: 'bullet' as const, elements: sections }];
  if (as === 'quote') return lines.map((elements) => ({ type: 'rich_text_quote' as const, elements }));
  // sections run on without a break of their own
  return sections.map((section, nth) =>
    nth === sections.length - 1
      ? section
      : { ...section, elements: [...section.elements, { type: 'text' as const, text: '\n' }] },
  );
}

function factElements(fact: Fact, drawing: Drawing): RichTextElement[] {
  const label: RichTextElement = {
    type: 'text',
    text: drawing.words.label({ label: fact.label }),
    style: { bold: true },
  };
  if ('text' in fact) return [label, { type: 'text', text: cutFact(fact.text) }];
  const from = moment(fact.at, drawing);
  if (fact.until === undefined) return [label, from];
  return [label, from, { type: 'text', text: ` ${drawing.words.to} ` }, moment(fact.until, drawing)];
}

/** An empty text is refused by Slack, and an endless one is no fact. */
const cutFact = (text: string): string => cut(text, LIMITS.section - LIMITS.option.text) || '—';

/** A moment in the zone and language of whoever reads it. */
const moment = (at: number, { language, zone }: Drawing): RichTextElement => ({
  type: 'date',
  timestamp: Math.floor(at / 1000),
  format: '{date_long_pretty} {time}',
  fallback: momentIn(language, at, zone),
});

function fallback({ title, blocks }: Card, drawing: Drawing): string {
  const lines = [title ?? '', ...blocks.flatMap((block) => linesOf(block, drawing))];
  const text = lines.filter((line) => line.trim() !== '').join('\n');
  return inert(cut(text, LIMITS.fallback)) || '…';
}

/** What a block says, without its buttons. */
function linesOf(block: Block, { words, language, zone }: Drawing): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'quote':
      return [block.text, words.source({ line: block.source.line })];
    case 'tally':
      return tallyLines(block, words);
    case 'facts':
      return block.rows.map((fact) => {
        const said =
          'text' in fact ? [fact.text] : [fact.at, ...(fact.until === undefined ? [] : [fact.until])];
        const parts = said.map((it) => (typeof it === 'string' ? it : momentIn(language, it, zone)));
        return `${words.label({ label: fact.label })}${parts.join(` ${words.to} `)}`;
      });
    case 'list':
      return block.items.map((item) => `• ${item}`);
    case 'buttons':
      return [];
  }
}

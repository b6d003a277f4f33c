import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/platforms/slack/limits.ts';
import { type Drawing, render } from '../../../src/platforms/slack/render.ts';
import { textsIn } from '../../../src/texts/index.ts';
import type { Block, Card } from '../../../src/view/card.ts';
import { SAMPLE_CARDS, wordsOf } from '../../support/cards.ts';
import { faultsOfBlocks } from '../../support/slack/block-kit.ts';
import { linesOf } from '../../support/slack/shown.ts';
import type { Block as Shown } from '../../support/slack/workplace.ts';

const zh: Drawing = { words: textsIn('zh-CN').slack, language: 'zh-CN', zone: 'Asia/Shanghai' };
const en: Drawing = { words: textsIn('en').slack, language: 'en', zone: 'Asia/Shanghai' };

const draw = (card: Card, drawing = zh) => render(card, 'message', drawing);
const readable = (card: Card): string =>
  linesOf({ blocks: draw(card).blocks as unknown as Shown[] }).join('\n');
const text = (words: string, quiet?: true): Block => ({
  kind: 'text',
  text: words,
  ...(quiet ? { quiet } : {}),
});

describe.each(Object.entries(SAMPLE_CARDS))('a card with a %s', (kind, card) => {
  it('looks as it did before', async () => {
    await expect(`${JSON.stringify(draw(card), undefined, 2)}\n`).toMatchFileSnapshot(
      `../../golden/slack/${kind}.json`,
    );
  });

  it.each(['message', 'view'] as const)('is a %s that Slack takes, with all its words', (surface) => {
    const { blocks } = render(card, surface, en);
    const shown = linesOf({ blocks: blocks as unknown as Shown[] }).join('\n');

    expect(faultsOfBlocks(blocks, surface === 'view' ? 'home' : 'message')).toEqual([]);
    for (const word of wordsOf(card)) expect(shown).toContain(word);
  });

  it('says its words in a notification too', () => {
    const said = draw(card).text;

    for (const word of wordsOf({ ...card, blocks: card.blocks.filter((it) => it.kind !== 'buttons') }))
      expect(said).toContain(word);
  });
});

describe('what people typed', () => {
  const typed = '<!channel> <@U123> *x* _y_ ~z~ `c` http://evil.example :smile: > q & <http://a|b>';
  const press = { act: 'x', input: null };
  const everywhere: Card = {
    title: typed,
    blocks: [
      text(typed),
      text(typed, true),
      { kind: 'quote', text: typed, source: { line: typed, entry: 'a/b' } },
      { kind: 'tally', people: 1, caption: typed, rows: [{ label: typed, count: 1, press }] },
      { kind: 'facts', rows: [{ label: typed, text: typed }] },
      { kind: 'list', items: [typed] },
      {
        kind: 'buttons',
        buttons: [{ label: typed, press, confirm: { text: typed, yes: typed, no: typed } }],
      },
    ],
  };

  it('is nowhere in a text that Slack reads markup in', () => {
    const json = JSON.stringify(draw(everywhere).blocks);

    expect(json).not.toContain('"mrkdwn"');
    expect(json).not.toContain('"markdown"');
    expect(json).not.toContain('"emoji":true');
    expect(json).not.toMatch(/"type":"(link|user|usergroup|channel|broadcast|emoji)"/);
    expect(faultsOfBlocks(draw(everywhere).blocks, 'message')).toEqual([]);
  });

  it('stays as it was typed in the blocks', () => {
    expect(readable(everywhere).split(typed).length - 1).toBeGreaterThanOrEqual(7);
  });

  it('cannot mention, link, format or smile in a notification', () => {
    const said = draw(everywhere).text;

    expect(said).not.toMatch(/<(?!\u2060)/);
    expect(said).not.toContain('://');
    expect(said).not.toMatch(/:smile:/);
    expect(said).not.toMatch(/(^|\s)[*_~`]\w/m);
    expect(said).toContain('&lt;!channel&gt;');
  });

  it('cannot call a channel by a bare @channel in a notification', () => {
    expect(draw({ blocks: [text('@channel @here @everyone')] }).text).not.toMatch(/@(channel|here|everyone)/);
  });
});

describe('what is too long', () => {
  const sentence = '工会依法维护职工的合法权益，参与民主管理。';

  it('goes on in further sections, parted after a sentence, with nothing lost', () => {
    const words = sentence.repeat(300);

    const sections = draw({ blocks: [text(words)] }).blocks;

    expect(sections.length).toBeGreaterThan(1);
    expect(faultsOfBlocks(sections, 'message')).toEqual([]);
    const parts = linesOf({ blocks: sections as unknown as Shown[] });
    expect(parts.join('')).toBe(words);
    for (const part of parts) expect(part.endsWith('。')).toBe(true);
  });

  it('is said to be left out where a message has no more room, and its buttons stay', () => {
    const words = sentence.repeat(900);
    const card: Card = { title: '长文', blocks: [text(words), SAMPLE_CARDS.buttons.blocks[1] as Block] };

    const { blocks } = draw(card);

    expect(faultsOfBlocks(blocks, 'message')).toEqual([]);
    const shown = linesOf({ blocks: blocks as unknown as Shown[] });
    const leftOut = shown.map((it) => /还有约(\d+)字没有显示/.exec(it)?.[1]).find(Boolean);
    const kept = shown.filter((it) => it.startsWith('工会')).join('').length;
    expect(kept).toBeGreaterThan(8000);
    expect(Number(leftOut) + kept).toBe(words.length);
    expect(blocks.at(-1)?.type).toBe('actions');
  });

  it('is said to be left out where there are more blocks than a message holds', () => {
    const card: Card = { blocks: Array.from({ length: 80 }, (_, nth) => text(`第${nth}段。`)) };

    const message = render(card, 'message', zh).blocks;
    const view = render(card, 'view', zh).blocks;

    expect(message).toHaveLength(50);
    expect(JSON.stringify(message)).toContain('没有显示');
    expect(view).toHaveLength(80);
    expect(JSON.stringify(view)).not.toContain('没有显示');
  });

  it('is a title that goes on below the header', () => {
    const title = '关'.repeat(200);

    expect(faultsOfBlocks(draw({ title, blocks: [] }).blocks, 'message')).toEqual([]);
    expect(readable({ title, blocks: [] })).toContain(title);
  });

  it('is a label that is said in full above its button', () => {
    const label = '很长的选项'.repeat(30);
    const card: Card = {
      blocks: [{ kind: 'buttons', buttons: [{ label, press: { act: 'a', input: null } }] }],
    };

    expect(faultsOfBlocks(draw(card).blocks, 'message')).toEqual([]);
    expect(readable(card)).toContain(label);
  });

  it('takes all forty buttons, in two rows', () => {
    const buttons = Array.from({ length: 40 }, (_, nth) => ({
      label: `第${nth}个`,
      press: { act: 'a', input: nth },
    }));

    const { blocks } = draw({ blocks: [{ kind: 'buttons', buttons }] });

    expect(blocks.map((it) => it.type)).toEqual(['actions', 'actions']);
    expect(faultsOfBlocks(blocks, 'message')).toEqual([]);
    for (const { label } of buttons) expect(JSON.stringify(blocks)).toContain(label);
  });

  it('is a button that carries more than Slack takes: that is our fault, and said at once', () => {
    const press = { act: 'ask', input: '问'.repeat(LIMITS.button.value) };

    expect(() => draw({ blocks: [{ kind: 'buttons', buttons: [{ label: '问', press }] }] })).toThrow(
      RangeError,
    );
  });
});

describe('a tally', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, nth) => ({
      label: `选项${nth}`,
      count: nth,
      press: { act: 'v', input: nth },
    }));

  it('has a button for each of twenty options', () => {
    const { blocks } = draw({ blocks: [{ kind: 'tally', rows: rows(20), people: 190, caption: '190人' }] });

    expect(faultsOfBlocks(blocks, 'message')).toEqual([]);
    expect(blocks.filter((it) => it.type === 'section' && it.accessory?.type === 'button')).toHaveLength(20);
  });

  it('has no buttons once it is closed, and none votes for nobody', () => {
    const closed = [{ label: '甲', count: 0 }];

    const json = JSON.stringify(
      draw({ blocks: [{ kind: 'tally', rows: closed, people: 0, caption: '0人' }] }).blocks,
    );

    expect(json).not.toContain('button');
    expect(json).toContain('░░░░░░░░░░');
    expect(json).toContain('0票，占0%');
  });

  it.each([
    [1, 3, '███░░░░░░░', '33%'],
    [2, 3, '███████░░░', '67%'],
    [3, 3, '██████████', '100%'],
    [5, 3, '██████████', '167%'],
  ])('shows %d of %d as a bar', (count, people, bar, share) => {
    const drawn = JSON.stringify(
      draw({ blocks: [{ kind: 'tally', rows: [{ label: '甲', count }], people, caption: '' }] }).blocks,
    );

    expect(drawn).toContain(`${bar}  `);
    expect(drawn).toContain(share);
  });
});

describe('a moment', () => {
  const at = Date.UTC(2026, 10, 25, 6, 0);

  it('is shown in the zone of whoever reads it, and else in the workplace’s', () => {
    const { blocks, text: said } = draw({ blocks: [{ kind: 'facts', rows: [{ label: '时间', at }] }] });

    const json = JSON.stringify(blocks);
    expect(json).toContain(`"type":"date","timestamp":${at / 1000}`);
    expect(json).toContain('2026年11月25日（周三）14:00');
    expect(said).toContain('2026年11月25日（周三）14:00');
  });
});

describe('what is empty', () => {
  it('is not drawn, for Slack takes no empty text', () => {
    const card: Card = {
      title: ' ',
      blocks: [
        text(''),
        text(' \n ', true),
        { kind: 'list', items: ['', ' '] },
        { kind: 'facts', rows: [{ label: '地点', text: '' }] },
        { kind: 'buttons', buttons: [] },
        { kind: 'buttons', buttons: [{ label: ' ', press: { act: 'a', input: null } }] },
        { kind: 'tally', rows: [], people: 0, caption: '' },
      ],
    };

    expect(faultsOfBlocks(draw(card).blocks, 'message')).toEqual([]);
    expect(draw(card).text).toContain('地点');
    expect(draw({ blocks: [] }).text).not.toBe('');
  });
});

import type { Block, Card } from '../../src/view/card.ts';
import type { Field, Form } from '../../src/view/form.ts';

const START = Date.UTC(2026, 10, 25, 6, 0);

/** One card for each kind of block, with what is hard to draw in it. */
export const SAMPLE_BLOCKS: { readonly [Kind in Block['kind']]: Extract<Block, { kind: Kind }> } = {
  text: { kind: 'text', text: '集体协商一般谈工资、工时和劳动保护。\n谈成后签集体合同。' },
  quote: {
    kind: 'quote',
    text: '五年来，全市新建基层工会一万余家。',
    source: {
      line: '北京市工会第十四次代表大会报告（2019，市级）“组织建设”',
      entry: 'beijing-14/organising',
    },
  },
  tally: {
    kind: 'tally',
    people: 3,
    caption: '3人已投',
    rows: [
      { label: '爬山', count: 2, press: { act: 'poll.vote', input: { survey: 'survey-1', option: 0 } } },
      { label: '看电影', count: 1, press: { act: 'poll.vote', input: { survey: 'survey-1', option: 1 } } },
      { label: '打羽毛球', count: 0, press: { act: 'poll.vote', input: { survey: 'survey-1', option: 2 } } },
    ],
  },
  facts: {
    kind: 'facts',
    rows: [
      { label: '时间', at: START, until: START + 7_200_000 },
      { label: '地点', text: '职工之家三楼' },
    ],
  },
  list: { kind: 'list', items: ['问报告里的事', '投票', '报名培训'] },
  buttons: {
    kind: 'buttons',
    buttons: [
      {
        label: '去',
        press: { act: 'event.answer', input: { event: 'event-1', coming: true } },
        tone: 'primary',
      },
      { label: '不去', press: { act: 'event.answer', input: { event: 'event-1', coming: false } } },
      {
        label: '取消活动',
        press: { act: 'event.cancel', input: { event: 'event-1' } },
        tone: 'danger',
        confirm: { text: '取消后会通知所有人。', yes: '取消活动', no: '再想想' },
      },
    ],
  },
};

/** One card for each kind of block. */
export const SAMPLE_CARDS: { readonly [Kind in Block['kind']]: Card } = {
  text: { title: '答复', blocks: [SAMPLE_BLOCKS.text, { kind: 'text', text: '仅供参考。', quiet: true }] },
  quote: { blocks: [SAMPLE_BLOCKS.quote] },
  tally: { title: '周末去哪儿？', blocks: [SAMPLE_BLOCKS.tally] },
  facts: { title: '安全生产培训', blocks: [SAMPLE_BLOCKS.facts] },
  list: { title: '您好', blocks: [SAMPLE_BLOCKS.list] },
  buttons: { blocks: [SAMPLE_BLOCKS.text, SAMPLE_BLOCKS.buttons] },
};

/** All that a person reads in a card's words, buttons and their confirmations included. */
export function wordsOf({ title, blocks }: Card): string[] {
  return [...(title === undefined ? [] : [title]), ...blocks.flatMap(wordsOfBlock)];
}

function wordsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return block.text.split('\n');
    case 'quote':
      return [block.text, block.source.line];
    case 'tally':
      return [...block.rows.map(({ label }) => label), block.caption];
    case 'facts':
      return block.rows.flatMap((row) => ('text' in row ? [row.label, row.text] : [row.label]));
    case 'list':
      return [...block.items];
    case 'buttons':
      return block.buttons.map(({ label }) => label);
  }
}

const OPTIONS = [
  { value: '1440', label: '提前1天' },
  { value: '60', label: '提前1小时' },
];

/** One field for each kind. */
export const SAMPLE_FIELDS: { readonly [Kind in Field['kind']]: Extract<Field, { kind: Kind }> } = {
  text: { kind: 'text', name: 'title', label: '题目', hint: '一句话', most: 140, value: '安全生产培训' },
  lines: { kind: 'lines', name: 'options', label: '选项', hint: '每行一个', most: 1600, value: ['甲', '乙'] },
  pick: { kind: 'pick', name: 'kind', label: '类别', options: OPTIONS, value: '60' },
  picks: {
    kind: 'picks',
    name: 'leads',
    label: '何时提醒',
    options: OPTIONS,
    value: ['1440'],
    optional: true,
  },
  moment: { kind: 'moment', name: 'starts-at', label: '开始时间', value: START },
  channel: { kind: 'channel', name: 'channel', label: '发到哪个频道', optional: true },
  people: { kind: 'people', name: 'people', label: '通知谁', optional: true },
};

/** A form with a field of each kind. */
export const SAMPLE_FORM: Form = {
  title: '通知一场培训',
  intro: '填好后先看一遍，再发出去。',
  fields: Object.values(SAMPLE_FIELDS),
  send: '下一步',
  cancel: '取消',
  press: { act: 'event.plan', input: { from: '工友' } },
};

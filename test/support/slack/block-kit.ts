import { z } from 'zod';

/*
 * The rules of Block Kit for what the bot uses, written apart from the bot's own limits, as a second opinion.
 * https://docs.slack.dev/reference/block-kit (2026-11)
 */

const plain = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().regex(/\S/).max(most),
    emoji: z.boolean().optional(),
  });
const blockId = z.string().min(1).max(255).optional();
const actionId = z.string().min(1).max(255);

const Confirm = z.strictObject({
  title: plain(100),
  text: plain(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const Button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plain(75),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: Confirm.optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
});

const RichElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    style: z.strictObject({ bold: z.boolean().optional(), italic: z.boolean().optional() }).optional(),
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    fallback: z.string().min(1),
  }),
]);
const RichSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(RichElement).min(1),
});
const RichPart = z.discriminatedUnion('type', [
  RichSection,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(RichElement).min(1) }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(RichSection).min(1),
  }),
]);

const Option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(75),
  description: plain(75).optional(),
});
const few = z.array(Option).min(1).max(10);
const many = {
  placeholder: plain(150).optional(),
  options: z.array(Option).min(1).max(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plain(75), options: z.array(Option).min(1).max(100) }))
    .min(1)
    .max(100)
    .optional(),
};

const Element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    multiline: z.boolean().optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: actionId,
    options: few,
    initial_option: Option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: actionId,
    options: few,
    initial_options: z.array(Option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    ...many,
    initial_option: Option.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: actionId,
    ...many,
    initial_options: z.array(Option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    action_id: actionId,
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    action_id: actionId,
    initial_conversation: z.string().regex(/^[CG]/).optional(),
    filter: z
      .strictObject({ include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1) })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    action_id: actionId,
    initial_users: z.array(z.string().regex(/^[UW]/)).optional(),
  }),
]);

const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: plain(3000),
    expand: z.boolean().optional(),
    accessory: Button.optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(plain(3000)).min(1).max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(Button).min(1).max(25) }),
  z.strictObject({ type: z.literal('rich_text'), block_id: blockId, elements: z.array(RichPart).min(1) }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: Element,
  }),
]);

/** Most characters of one message. Slack's `msg_blocks_too_long`, as seen. */
const WHOLE = 13_200;

const View = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    callback_id: z.string().max(255).optional(),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    private_metadata: z.string().max(3000).optional(),
    blocks: z.array(z.unknown()).min(1).max(100),
  }),
  z.strictObject({
    type: z.literal('home'),
    private_metadata: z.string().max(3000).optional(),
    blocks: z.array(z.unknown()).max(100),
  }),
]);

/** What Slack would find wrong with blocks. */
export function faultsOfBlocks(blocks: unknown, surface: 'message' | 'modal' | 'home'): string[] {
  const most = surface === 'message' ? 50 : 100;
  const read = z.array(Block).max(most).safeParse(blocks);
  if (!read.success) return read.error.issues.map((it) => `/blocks/${it.path.join('/')}: ${it.message}`);
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const [nth, block] of read.data.entries()) {
    if (block.block_id && ids.has(block.block_id))
      faults.push(`/blocks/${nth}: block_id ${block.block_id} twice`);
    if (block.block_id) ids.add(block.block_id);
    if (block.type === 'input' && surface === 'message')
      faults.push(`/blocks/${nth}: no inputs in messages here`);
    if (block.type === 'actions') {
      const names = block.elements.map((it) => it.action_id);
      if (new Set(names).size < names.length) faults.push(`/blocks/${nth}: action_id twice`);
    }
    if (block.type === 'input')
      faults.push(...faultsOfElement(block.element).map((it) => `/blocks/${nth}: ${it}`));
  }
  if (surface === 'message' && charsIn(read.data) > WHOLE) faults.push('msg_blocks_too_long');
  return faults;
}

/** What Slack would find wrong with a view. */
export function faultsOfView(view: unknown): string[] {
  const read = View.safeParse(view);
  if (!read.success) return read.error.issues.map((it) => `/view/${it.path.join('/')}: ${it.message}`);
  const faults = faultsOfBlocks(read.data.blocks, read.data.type);
  const inputs = JSON.stringify(read.data.blocks).includes('"type":"input"');
  if (inputs && !(read.data.type === 'modal' && read.data.submit)) faults.push('/view: inputs need a submit');
  return faults;
}

function faultsOfElement(element: z.infer<typeof Element>): string[] {
  const faults: string[] = [];
  const options = 'options' in element ? (element.options ?? []) : [];
  const groups = 'option_groups' in element ? (element.option_groups ?? []) : [];
  const all = [...options, ...groups.flatMap((it) => it.options)].map((it) => JSON.stringify(it));
  if (new Set(all).size < all.length) faults.push('an option twice');
  const initial = [
    ...('initial_option' in element && element.initial_option ? [element.initial_option] : []),
    ...('initial_options' in element ? (element.initial_options ?? []) : []),
  ];
  if (initial.some((it) => !all.includes(JSON.stringify(it))))
    faults.push('the initial option is none of them');
  if (/select$/.test(element.type) && /static/.test(element.type) && all.length === 0)
    faults.push('no options');
  if (
    element.type === 'plain_text_input' &&
    (element.initial_value?.length ?? 0) > (element.max_length ?? 3000)
  )
    faults.push('initial_value longer than max_length');
  return faults;
}

function charsIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, it) => sum + charsIn(it), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [name, value]) =>
      sum + (name === 'text' && typeof value === 'string' ? value.length : charsIn(value)),
    0,
  );
}

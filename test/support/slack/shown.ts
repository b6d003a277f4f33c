import { z } from 'zod';
import type { Block, Shown } from './workplace.ts';

const ButtonShape = z.object({
  type: z.literal('button'),
  action_id: z.string(),
  value: z.string(),
  text: z.object({ text: z.string() }),
  accessibility_label: z.string().optional(),
});
export type ShownButton = z.infer<typeof ButtonShape> & { readonly block_id: string };

/** Every button on show. */
export function buttonsOf(blocks: readonly Block[]): ShownButton[] {
  return blocks.flatMap((block) => {
    const elements = block.type === 'actions' ? block.elements : [block.accessory];
    return z
      .array(z.unknown())
      .parse(elements)
      .flatMap((it) => ButtonShape.safeParse(it).data ?? [])
      .map((it) => ({ ...it, block_id: block.block_id }));
  });
}

/** The state of a form's fields, as Slack reports it. */
export function stateOf(blocks: readonly Block[], typed: { readonly [field: string]: unknown }): object {
  const values: Record<string, object> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const element = block.element as Record<string, unknown> & { type: string; action_id: string };
    const offered = Object.entries(element).find(([name]) => name.startsWith('initial_'))?.[1];
    const answer = block.block_id in typed ? typed[block.block_id] : offered;
    values[block.block_id] = {
      [element.action_id]: { type: element.type, ...stateOfElement(element, answer) },
    };
  }
  return values;
}

function stateOfElement(element: Record<string, unknown> & { type: string }, answer: unknown): object {
  const option = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? value
      : { text: { type: 'plain_text', text: String(value) }, value };
  switch (element.type) {
    case 'plain_text_input':
      return { value: answer ?? null };
    case 'radio_buttons':
    case 'static_select':
      return { selected_option: answer === undefined ? null : option(answer) };
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: Array.isArray(answer) ? answer.map(option) : [] };
    case 'datetimepicker':
      return { selected_date_time: answer ?? null };
    case 'conversations_select':
      return { selected_conversation: answer ?? null };
    case 'multi_users_select':
      return { selected_users: answer ?? [] };
    default:
      throw new Error(`${element.type} is not played`);
  }
}

/** All that is to be read in blocks, one line each. */
export function linesOf({ blocks }: Pick<Shown, 'blocks'>): string[] {
  const lines: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) walk(part);
    else if (typeof node === 'object' && node !== null)
      for (const [name, value] of Object.entries(node))
        if (typeof value !== 'string') walk(value);
        else if (name === 'text' || name === 'fallback') lines.push(value);
  };
  walk(blocks);
  return lines;
}

import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Json } from '../../json.ts';
import type { Texts } from '../../texts/index.ts';
import type { Press } from '../../view/card.ts';
import type { Field, Filled, Form } from '../../view/form.ts';
import type { Place } from '../port.ts';
import { plain } from './elements.ts';
import { entry } from './entry.ts';
import { LIMITS } from './limits.ts';
import { FORM } from './needs.ts';
import { cut, split } from './split.ts';

/** Where a view was opened from, which travels with it. */
export type Opened = { readonly at?: Place; readonly fromHome?: true };

const Carried = z.object({
  a: z.string().optional(),
  i: z.json().optional(),
  p: z.object({ c: z.string(), t: z.string().optional() }).optional(),
  h: z.literal(1).optional(),
});

/**
 * A form as a modal. The block's id is the field's name; the element's id is the field's kind, by which `filledIn`
 * reads it back.
 *
 * @throws RangeError when what the form carries is too long for Slack
 */
export function formView(form: Form, opened: Opened, words: Texts['slack']): ModalView {
  const intro: KnownBlock[] = split(form.intro ?? '', LIMITS.section).map((part) => ({
    type: 'section',
    text: plain(part),
    expand: true,
  }));
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(cut(form.title, LIMITS.view.title) || '…'),
    submit: plain(cut(form.send, LIMITS.view.button) || words.done),
    close: plain(cut(form.cancel, LIMITS.view.button) || words.close),
    private_metadata: metadata(opened, form.press),
    blocks: [...intro, ...form.fields.map((field) => input(field, words))],
  };
}

/** What a view carries along: where it was opened, and for a form also what sending it carries out. */
export function metadata({ at, fromHome }: Opened, press?: Press): string {
  const text = JSON.stringify({
    ...(press ? { a: press.act, i: press.input } : {}),
    ...(at ? { p: { c: at.channel, ...(at.thread ? { t: at.thread } : {}) } } : {}),
    ...(fromHome ? { h: 1 } : {}),
  });
  if (text.length > LIMITS.view.metadata)
    throw new RangeError(`a view carries ${text.length} characters: at most ${LIMITS.view.metadata}`);
  return text;
}

/** What a view carried; `undefined` where it is none of ours. */
export function readMetadata(text: string): (Opened & { readonly press?: Press }) | undefined {
  const read = parse(text);
  if (!read) return undefined;
  const { a, i, p, h } = read;
  return {
    ...(a === undefined ? {} : { press: { act: a, input: (i ?? null) as Json } }),
    ...(p ? { at: { channel: p.c, direct: isDirect(p.c), ...(p.t ? { thread: p.t } : {}) } } : {}),
    ...(h ? { fromHome: true as const } : {}),
  };
}

/** Whether a channel's id is that of a direct message. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

function parse(text: string): z.infer<typeof Carried> | undefined {
  try {
    return Carried.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function input(field: Field, words: Texts['slack']): InputBlock {
  const { element, leftOut } = entry(field, words);
  const hint = [field.hint, leftOut && words.leftOutOptions({ count: leftOut })].filter(Boolean).join(' ');
  return {
    type: 'input',
    block_id: field.name,
    label: plain(cut(field.label, LIMITS.input.label) || '…'),
    element,
    optional: field.optional ?? false,
    ...(hint ? { hint: plain(cut(hint, LIMITS.input.hint)) } : {}),
  };
}

const chosen = z.object({ value: z.string() });

/** The state of an element, by the kind of field it stands for. */
const STATE = {
  text: z.object({ value: z.string() }).transform(({ value }) => value.trim()),
  lines: z.object({ value: z.string() }).transform(({ value }) =>
    value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
  pick: z.object({ selected_option: chosen }).transform(({ selected_option }) => selected_option.value),
  picks: z
    .object({ selected_options: z.array(chosen) })
    .transform(({ selected_options }) => selected_options.map(({ value }) => value)),
  moment: z
    .object({ selected_date_time: z.number() })
    .transform(({ selected_date_time }) => selected_date_time * 1000),
  channel: z
    .object({ selected_conversation: z.string() })
    .transform(({ selected_conversation }) => selected_conversation),
  people: z.object({ selected_users: z.array(z.string()) }).transform(({ selected_users }) => selected_users),
} satisfies { [Kind in Field['kind']]: z.ZodType<Filled[string]> };

export const ViewState = z.record(z.string(), z.record(z.string(), z.unknown()));

/** What was filled in, out of a view's state. A field left empty is absent. */
export function filledIn(values: z.infer<typeof ViewState>): Filled {
  const filled: { [name: string]: Filled[string] } = {};
  for (const [name, elements] of Object.entries(values))
    for (const [kind, state] of Object.entries(elements)) {
      if (!isKind(kind)) continue;
      const answer = STATE[kind].safeParse(state).data;
      if (answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0))
        filled[name] = answer;
    }
  return filled;
}

const isKind = (kind: string): kind is Field['kind'] => Object.hasOwn(STATE, kind);

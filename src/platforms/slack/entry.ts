import type { InputBlock, Option as SlackOption } from '@slack/types';
import type { Texts } from '../../texts/index.ts';
import type { Field, Option } from '../../view/form.ts';
import { plain } from './elements.ts';
import { LIMITS } from './limits.ts';
import { cut } from './split.ts';

/** What a field is filled in with. `leftOut`: options that Slack has no room for. */
export type Entry = { readonly element: InputBlock['element']; readonly leftOut?: number };

/** @throws RangeError when an option's value is too long for Slack */
export function entry(field: Field, words: Texts['slack']): Entry {
  switch (field.kind) {
    case 'text':
      return { element: typedText(field.kind, field.long ?? false, field.most, field.value) };
    case 'lines':
      return { element: typedText(field.kind, true, field.most, field.value?.join('\n')) };
    case 'pick':
      return pick(field, words);
    case 'picks':
      return picks(field, words);
    case 'moment':
      return {
        element: {
          type: 'datetimepicker',
          action_id: field.kind,
          ...(field.value === undefined ? {} : { initial_date_time: Math.floor(field.value / 1000) }),
        },
      };
    case 'channel':
      return {
        element: {
          type: 'conversations_select',
          action_id: field.kind,
          filter: { include: ['public', 'private'] },
          ...(field.value === undefined ? {} : { initial_conversation: field.value }),
        },
      };
    case 'people':
      return {
        element: {
          type: 'multi_users_select',
          action_id: field.kind,
          ...(field.value?.length ? { initial_users: [...field.value] } : {}),
        },
      };
  }
}

function typedText(kind: string, multiline: boolean, most: number, value = ''): Entry['element'] {
  const length = Math.max(1, Math.min(most, LIMITS.typed));
  return {
    type: 'plain_text_input',
    action_id: kind,
    multiline,
    max_length: length,
    ...(value.trim() ? { initial_value: cut(value, length) } : {}),
  };
}

function pick(field: Extract<Field, { kind: 'pick' }>, words: Texts['slack']): Entry {
  const { options, leftOut } = listed(field.options);
  const first = options.find(({ value }) => value === field.value);
  const initial = first ? { initial_option: first } : {};
  // a radio button once chosen cannot be cleared
  if (options.length <= LIMITS.options.boxes && !field.optional)
    return { element: { type: 'radio_buttons', action_id: field.kind, options, ...initial } };
  return {
    leftOut,
    element: {
      type: 'static_select',
      action_id: field.kind,
      placeholder: plain(words.choose),
      ...choices(options),
      ...initial,
    },
  };
}

function picks(field: Extract<Field, { kind: 'picks' }>, words: Texts['slack']): Entry {
  const { options, leftOut } = listed(field.options);
  const wanted = options.filter(({ value }) => field.value?.includes(value ?? ''));
  const initial = wanted.length > 0 ? { initial_options: wanted } : {};
  if (options.length <= LIMITS.options.boxes)
    return { element: { type: 'checkboxes', action_id: field.kind, options, ...initial } };
  return {
    leftOut,
    element: {
      type: 'multi_static_select',
      action_id: field.kind,
      placeholder: plain(words.choose),
      ...choices(options),
      ...initial,
    },
  };
}

type Chosen = ReturnType<typeof option>;

function listed(all: readonly Option[]): { options: Chosen[]; leftOut: number } {
  const most = LIMITS.options.select * LIMITS.options.groups;
  return { options: all.slice(0, most).map(option), leftOut: Math.max(0, all.length - most) };
}

/** Up to a hundred as they are, more in groups that are named by number. */
function choices(options: Chosen[]) {
  const { select } = LIMITS.options;
  if (options.length <= select) return { options };
  const groups = [];
  for (let from = 0; from < options.length; from += select) {
    const group = options.slice(from, from + select);
    groups.push({ label: plain(`${from + 1}–${from + group.length}`), options: group });
  }
  return { option_groups: groups };
}

function option({ value, label }: Option): SlackOption & { text: ReturnType<typeof plain> } {
  if (value.length > LIMITS.option.value || value === '')
    throw new RangeError(`an option's value has ${value.length} characters: 1 to ${LIMITS.option.value}`);
  const text = cut(label, LIMITS.option.text) || '…';
  if (label.trim().length <= LIMITS.option.text) return { text: plain(text), value };
  // what a label has no room for goes on in the line below it
  const rest = label.trim().slice(text.length - 1);
  return { text: plain(text), value, description: plain(cut(rest, LIMITS.option.description)) };
}

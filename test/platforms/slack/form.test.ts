import { describe, expect, it } from 'vitest';
import { filledIn, formView, metadata, readMetadata } from '../../../src/platforms/slack/form.ts';
import { textsIn } from '../../../src/texts/index.ts';
import type { Field, Form } from '../../../src/view/form.ts';
import { SAMPLE_FIELDS, SAMPLE_FORM } from '../../support/cards.ts';
import { faultsOfView } from '../../support/slack/block-kit.ts';

const words = textsIn('zh-CN').slack;
const at = { channel: 'C0HALL', direct: false, thread: '1.1' };
const view = (...fields: Field[]) => formView({ ...SAMPLE_FORM, fields }, { at }, words);
const json = (...fields: Field[]): string => JSON.stringify(view(...fields).blocks);
const options = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ value: `v${nth}`, label: `选项${nth}` }));

describe('a form', () => {
  it('looks as it did before', async () => {
    const drawn = JSON.stringify(formView(SAMPLE_FORM, { at }, words), undefined, 2);

    await expect(`${drawn}\n`).toMatchFileSnapshot('../../golden/slack/form.json');
    expect(faultsOfView(JSON.parse(drawn))).toEqual([]);
  });

  it('carries what sending it carries out, and where it was opened', () => {
    expect(readMetadata(view(SAMPLE_FIELDS.text).private_metadata ?? '')).toEqual({
      press: SAMPLE_FORM.press,
      at,
    });
    expect(readMetadata(metadata({ fromHome: true }))).toEqual({ fromHome: true });
    expect(readMetadata(metadata({ at: { channel: 'D0ANN', direct: true } }))).toEqual({
      at: { channel: 'D0ANN', direct: true },
    });
  });

  it.each(['', 'old', '[]', '{"a":1}', 'null'])('is none of ours where it carries %j', (text) => {
    expect(readMetadata(text)?.press).toBeUndefined();
  });

  it('that carries more than Slack takes is our fault, and said at once', () => {
    const press = { act: 'a', input: 'x'.repeat(3000) };

    expect(() => formView({ ...SAMPLE_FORM, press }, {}, words)).toThrow(RangeError);
  });

  it('of words that are too long is cut to Slack’s limits', () => {
    const long = '很长的字'.repeat(800);
    const form: Form = {
      title: long,
      intro: long,
      send: long,
      cancel: long,
      press: { act: 'a', input: null },
      fields: [{ kind: 'text', name: 'a', label: long, hint: long, most: 9000, value: long, long: true }],
    };

    expect(faultsOfView(formView(form, {}, words))).toEqual([]);
  });

  it('of empty words is still one that Slack takes', () => {
    const form: Form = {
      title: '',
      send: '',
      cancel: '',
      press: { act: 'a', input: null },
      fields: [{ kind: 'text', name: 'a', label: '', hint: '', most: 0, value: '' }],
    };

    expect(faultsOfView(formView(form, {}, words))).toEqual([]);
  });
});

describe('people and a channel', () => {
  it('are filled in where they are known', () => {
    const people: Field = { ...SAMPLE_FIELDS.people, value: ['U0ANN', 'U0BOB'] };
    const channel: Field = { ...SAMPLE_FIELDS.channel, value: 'C0HALL' };

    expect(faultsOfView(view(people, channel))).toEqual([]);
    expect(json(people)).toContain('"initial_users":["U0ANN","U0BOB"]');
    expect(json(channel)).toContain('"initial_conversation":"C0HALL"');
  });
});

describe('a choice', () => {
  const pick = (count: number): Field => ({
    kind: 'pick',
    name: 'p',
    label: '选',
    options: options(count),
    value: 'v1',
  });
  const picks = (count: number): Field => ({
    kind: 'picks',
    name: 'p',
    label: '选',
    options: options(count),
    value: ['v0', 'v1'],
  });

  it.each([
    [pick(10), 'radio_buttons'],
    [pick(11), 'static_select'],
    [{ ...pick(3), optional: true } as Field, 'static_select'],
    [pick(250), 'static_select'],
    [picks(10), 'checkboxes'],
    [picks(11), 'multi_static_select'],
    [picks(250), 'multi_static_select'],
  ])('is taken by Slack, with every option and what is chosen already', (field, type) => {
    const drawn = json(field);

    expect(faultsOfView(view(field))).toEqual([]);
    expect(drawn).toContain(`"type":"${type}"`);
    expect(drawn).toMatch(/"initial_options?":(\[.*)?\{"text":\{"type":"plain_text","text":"选项1"/);
    for (const { label } of 'options' in field ? field.options : []) expect(drawn).toContain(`"${label}"`);
  });

  it('has nothing chosen where what was chosen is not offered', () => {
    expect(json({ ...pick(3), value: 'gone' } as Field)).not.toContain('initial');
    expect(json({ ...picks(3), value: ['gone'] } as Field)).not.toContain('initial');
  });

  it('goes on below where a label is longer than Slack shows', () => {
    const label = `${'很长的选项'.repeat(16)}完`;
    const field: Field = { kind: 'pick', name: 'p', label: '选', options: [{ value: 'a', label }] };

    expect(faultsOfView(view(field))).toEqual([]);
    expect(json(field)).toContain('"description"');
    expect(json(field)).toContain('完');
  });

  it('of a value that is too long is our fault, and said at once', () => {
    expect(() =>
      view({ kind: 'pick', name: 'p', label: '选', options: [{ value: 'x'.repeat(76), label: '甲' }] }),
    ).toThrow(RangeError);
  });

  it('says how many options had no room', () => {
    expect(json(pick(10_007))).toContain('还有7项');
  });
});

describe('what was filled in', () => {
  it('has no field that was left empty, or has blanks alone', () => {
    const filled = filledIn({
      a: { text: { type: 'plain_text_input', value: null } },
      b: { text: { type: 'plain_text_input', value: ' \n ' } },
      c: { lines: { type: 'plain_text_input', value: '\n \n' } },
      d: { pick: { type: 'static_select', selected_option: null } },
      e: { picks: { type: 'checkboxes', selected_options: [] } },
      f: { moment: { type: 'datetimepicker', selected_date_time: null } },
      g: { channel: { type: 'conversations_select', selected_conversation: null } },
      h: { people: { type: 'multi_users_select', selected_users: [] } },
    });

    expect(filled).toEqual({});
  });

  it('is nothing that is not of the form', () => {
    expect(filledIn({ a: { other: { value: 'x' }, constructor: { value: 'x' } } })).toEqual({});
  });

  it('has a line for each line, whatever ends it', () => {
    expect(filledIn({ a: { lines: { value: ' 甲 \r\n乙\n\n丙' } } })).toEqual({ a: ['甲', '乙', '丙'] });
  });
});

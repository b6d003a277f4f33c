import type { Field } from '../../../view/form.ts';
import type { Typed } from '../wire.ts';
import { localIn, type Words } from './words.ts';

/** What stands in the fields: one string, or one for each choice. */
export type Filling = { readonly [field: string]: string | readonly string[] };

export function firstFilling(fields: readonly Field[], zone: string): Filling {
  return Object.fromEntries(fields.map((field) => [field.name, first(field, zone)]));
}

function first(field: Field, zone: string): string | readonly string[] {
  switch (field.kind) {
    case 'text':
    case 'pick':
    case 'channel':
      return field.value ?? '';
    case 'lines':
      return (field.value ?? []).join('\n');
    case 'moment':
      return field.value === undefined ? '' : localIn(field.value, zone);
    case 'picks':
    case 'people':
      return field.value ?? [];
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What can be told without asking the server: what is missing or too long. */
export function wrongIn(
  fields: readonly Field[],
  filling: Filling,
  words: Words,
): { [field: string]: string } {
  const wrong: { [field: string]: string } = {};
  for (const field of fields) {
    const value = filling[field.name] ?? '';
    const isEmpty = typeof value === 'string' ? value.trim() === '' : value.length === 0;
    if (isEmpty && !field.optional) wrong[field.name] = words.form.missing;
    if (field.kind === 'text' && value.length > field.most)
      wrong[field.name] = words.form.tooLong(field.most);
    if (field.kind === 'lines' && linesOf(String(value)).length > field.most)
      wrong[field.name] = words.form.tooMany(field.most);
  }
  return wrong;
}

export function typedFrom(fields: readonly Field[], filling: Filling): Typed {
  const typed: { [field: string]: Typed[string] } = {};
  for (const field of fields) {
    const value = filling[field.name];
    if (value === undefined || value.length === 0) continue;
    if (field.kind === 'moment') typed[field.name] = { local: String(value) };
    else if (field.kind === 'lines') typed[field.name] = linesOf(String(value));
    else typed[field.name] = typeof value === 'string' ? value.trim() : value;
  }
  return typed;
}

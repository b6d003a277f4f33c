import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../../calendar/moment.ts';
import { textsIn } from '../../texts/index.ts';
import { type Field, type Known, readField } from './import-fields.ts';

/**
 * Asks for fields one by one, each again until it is answered; those of `later` may be left empty.
 *
 * @returns whether all was answered; not, when the person went away
 */
export async function askFor(
  known: Known,
  fields: readonly Field[],
  later: readonly Field[],
  { input, output, language }: { input: Readable; output: Writable; language: Language },
): Promise<boolean> {
  const words = textsIn(language).documents.import;
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  for (const field of [...fields, ...later]) {
    const { name, write } = words.fields[field];
    const mayBeEmpty = later.includes(field);
    for (let isSet = false; !isSet; ) {
      output.write(mayBeEmpty ? words.askLater({ name, write }) : words.ask({ name, write }));
      const { value, done } = await lines.next();
      if (done) return false;
      const read = mayBeEmpty && value.trim() === '' ? {} : readField(field, value);
      isSet = read !== undefined;
      Object.assign(known, read);
      if (!isSet) output.write(`${words.wrong({ name, what: value.trim(), write })}\n`);
    }
  }
  return true;
}

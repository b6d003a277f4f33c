import { createHash } from 'node:crypto';
import { z } from 'zod';
import { collection } from '../store/collection.ts';
import type { Store, Write } from '../store/port.ts';
import { type Entry, pathIn, type Spoken } from './content.ts';
import { sourceOf } from './wording.ts';

const InBoth = z.object({ 'zh-CN': z.string(), en: z.string() });

/** What was answered, word for word, so that it can be looked up whatever becomes of the entry. */
export const Receipt = z.object({
  /** Eight letters and digits. */
  id: z.string(),
  entry: z.string(),
  version: z.string(),
  title: InBoth,
  report: InBoth,
  /** The headings down to the section. */
  section: InBoth,
  level: z.enum(['全国', '市', '区', '基层']),
  year: z.number().exactOptional(),
  /** The line of the source, as it stood under the answer. */
  line: InBoth,
  answer: InBoth,
  /** The passage, where the report's own words were shown. */
  extract: z.string().exactOptional(),
});
export type Receipt = z.infer<typeof Receipt>;

const kept = collection('receipt', Receipt);

/** No I, L, O and U, so that nothing is mistaken for 1 and 0. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** The receipt of an entry as it is now, or of a passage of it shown as it stands. The same everywhere. */
export function receiptOf(entry: Entry, extract?: string): Receipt {
  const { report, section } = entry;
  const inBoth = (say: (language: keyof Spoken) => string): Spoken => ({
    'zh-CN': say('zh-CN'),
    en: say('en'),
  });
  return {
    id: idOf([entry.id, entry.version, ...(extract === undefined ? [] : [extract])]),
    entry: entry.id,
    version: entry.version,
    title: { 'zh-CN': entry.title, en: entry.titleEn },
    report: inBoth((language) => report.title[language]),
    section: inBoth((language) => pathIn(language, section)),
    level: report.level,
    ...(report.year === undefined ? {} : { year: report.year }),
    line: inBoth((language) => sourceOf(entry, language).line),
    answer: { 'zh-CN': entry.answer, en: entry.answerEn },
    ...(extract === undefined ? {} : { extract }),
  };
}

function idOf(parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  let id = '';
  for (const byte of digest.subarray(0, LENGTH)) id += LETTERS.charAt(byte % LETTERS.length);
  return id;
}

/** The id that somebody typed, however they wrote it; undefined where it cannot be one. */
export function readReceiptId(typed: string): string | undefined {
  const plain = typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{P}#]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((it) => LETTERS.includes(it)) ? plain : undefined;
}

export type ReceiptParts = {
  readonly store: Store;
  /** Ids that are in the store for sure. Shared by all acts of a process. */
  readonly known: Set<string>;
  /** Adds writes to the commit that ends the act; they are left out where they conflict. */
  alongside(writes: Write[]): void;
};

export function createReceipts({ store, known, alongside }: ReceiptParts) {
  return {
    /** Keeps the receipt of an answer together with it, once. */
    async note(entry: Entry, extract?: string): Promise<void> {
      const receipt = receiptOf(entry, extract);
      if (known.has(receipt.id)) return;
      // known only when it was read: a commit that is yet to come may fail
      if (await kept.get(store, receipt.id)) known.add(receipt.id);
      else alongside([kept.put(receipt.id, receipt)]);
    },

    /** What was answered under an id, however it was typed. */
    async get(typed: string): Promise<Receipt | undefined> {
      const id = readReceiptId(typed);
      return id === undefined ? undefined : (await kept.get(store, id))?.value;
    },
  };
}

export type Receipts = ReturnType<typeof createReceipts>;

import { parseArgs } from 'node:util';
import type { Level, Report } from '../content.ts';

/** What nobody but the operator knows of a report. A name ends in `-en` where it is in English. */
export type Known = {
  id?: string;
  title?: string;
  'title-en'?: string;
  issuer?: string;
  'issuer-en'?: string;
  level?: Level;
  region?: string;
  'region-en'?: string;
  year?: number | 'unknown';
  authority?: Report['authority'];
};
export type Field = keyof Known;

/** What was typed after `gongyou content import`; `wrong`: what was typed for a field and cannot be. */
export type Typed = {
  file: string;
  known: Known;
  wrong: { field: Field; what: string }[];
  isDraft: boolean;
  isReplacing: boolean;
};

const FIELDS: readonly Field[] = [
  'id',
  'title',
  'title-en',
  'issuer',
  'issuer-en',
  'level',
  'region',
  'region-en',
  'year',
  'authority',
];

const LEVELS: { readonly [typed: string]: Level } = {
  全国: '全国',
  national: '全国',
  市: '市',
  市级: '市',
  city: '市',
  区: '区',
  区级: '区',
  district: '区',
  基层: '基层',
  grassroots: '基层',
};
const AUTHORITIES: { readonly [typed: string]: Report['authority'] } = {
  official: 'official',
  正式: 'official',
  press: 'press',
  媒体: 'press',
  unofficial: 'unofficial',
  非正式: 'unofficial',
};
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A field with what was typed for it; undefined when it cannot be that. */
export function readField(field: Field, typed: string): Known | undefined {
  const words = typed.trim();
  const value = valueFor(field, words);
  return value === undefined ? undefined : { [field]: value };
}

function valueFor(field: Field, words: string): string | number | undefined {
  if (field === 'level') return LEVELS[words.toLowerCase()];
  if (field === 'authority') return AUTHORITIES[words.toLowerCase()];
  if (field === 'year') return yearOf(words);
  if (field === 'id') return ID.test(words) ? words : undefined;
  return words === '' ? undefined : words;
}

function yearOf(words: string): number | 'unknown' | undefined {
  if (/^(unknown|未知|不知道|不详)$/i.test(words)) return 'unknown';
  const year = /^(\d{4})年?$/.exec(words)?.[1];
  return year !== undefined && Number(year) >= 1900 && Number(year) <= 2200 ? Number(year) : undefined;
}

/** The command line, field by field; undefined when it is none. */
export function readTyped(words: readonly string[]): Typed | undefined {
  const text = { type: 'string' } as const;
  const options = Object.fromEntries(FIELDS.map((it) => [it, text]));
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...options, draft: { type: 'boolean' }, replace: { type: 'boolean' } },
    });
    const [file, extra] = positionals;
    if (file === undefined || extra !== undefined) return undefined;
    const typed: Typed = {
      file,
      known: {},
      wrong: [],
      isDraft: values.draft === true,
      isReplacing: values.replace === true,
    };
    for (const field of FIELDS) {
      const what = (values as { [name: string]: unknown })[field];
      if (typeof what !== 'string') continue;
      const read = readField(field, what);
      if (read) Object.assign(typed.known, read);
      else typed.wrong.push({ field, what });
    }
    return typed;
  } catch {
    return undefined;
  }
}

/** The fields without which nothing is brought in, in the language that the document is in. */
export const neededIn = (isChinese: boolean): readonly Field[] =>
  isChinese
    ? ['id', 'title', 'issuer', 'level', 'region', 'year', 'authority']
    : ['id', 'title-en', 'issuer-en', 'level', 'region-en', 'year', 'authority'];

/** The names in the other language, which a curator may add later. */
export const laterIn = (isChinese: boolean): readonly Field[] =>
  isChinese ? ['title-en', 'issuer-en', 'region-en'] : ['title', 'issuer', 'region'];

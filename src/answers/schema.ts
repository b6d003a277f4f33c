import { z } from 'zod';

/** How a curator writes it: see content/README.md. Ids are kebab-case ASCII, so that they can stand in a link. */
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Words = z.string().trim().min(1);
/** A year or a period in words; YAML reads a bare 2019 as a number. */
const When = z.union([Words, z.number().int().transform(String)]);

export const SectionFile = z.strictObject({
  id: Id,
  title: Words,
  'title-en': Words,
  parent: Id.optional(),
});

const CuratedFile = z.strictObject({
  id: Id,
  /** Answered from entries that a curator wrote. */
  serve: z.literal('entries').optional(),
  title: Words,
  'title-en': Words,
  issuer: Words,
  'issuer-en': Words,
  level: z.enum(['全国', '市', '区', '基层']),
  region: Words,
  'region-en': Words,
  year: z.number().int().min(1900).max(2200).optional(),
  'year-note': Words,
  'year-note-en': Words,
  period: When,
  'period-en': When,
  authority: z.enum(['official', 'press', 'unofficial']),
  'authority-note': Words,
  'authority-note-en': Words,
  read: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  sections: z.array(SectionFile).min(1),
});

/** What is written in one language stands for the other. */
const EITHER = ['title', 'issuer', 'region', 'year-note', 'period', 'authority-note'] as const;

/** Brought in by `gongyou content import`: `extracts` are shown as they stand, `nothing` waits for a curator. */
const ImportedFile = z
  .strictObject({
    ...CuratedFile.partial().shape,
    id: Id,
    serve: z.enum(['extracts', 'nothing']),
    level: CuratedFile.shape.level,
    authority: CuratedFile.shape.authority,
    read: CuratedFile.shape.read,
    sections: z.array(
      z.strictObject({ ...SectionFile.shape, title: Words.optional(), 'title-en': Words.optional() }),
    ),
  })
  .superRefine((file, { addIssue }) => {
    const lacks = (path: PropertyKey[]): void =>
      addIssue({ code: 'invalid_type', expected: 'string', input: undefined, path });
    for (const it of EITHER) if (file[it] === undefined && file[`${it}-en`] === undefined) lacks([it]);
    for (const [at, it] of file.sections.entries()) {
      if (it.title === undefined && it['title-en'] === undefined) lacks(['sections', at, 'title']);
    }
  })
  .transform((file) => ({
    ...file,
    ...inBoth(file, EITHER),
    sections: file.sections.map((it) => ({ ...it, ...inBoth(it, ['title']) })),
  }));

export const ReportFile = z.discriminatedUnion('serve', [CuratedFile, ImportedFile]);

type Both<Name extends string> = { [Key in Name | `${Name}-en`]: string };

function inBoth<Name extends string>(
  file: { [Key in Name | `${Name}-en`]?: string | undefined },
  names: readonly Name[],
): Both<Name> {
  return Object.fromEntries(
    names.flatMap((it) => {
      const said = file[it] ?? file[`${it}-en`] ?? '';
      return [
        [it, said],
        [`${it}-en`, file[`${it}-en`] ?? said],
      ];
    }),
  ) as Both<Name>;
}

const FigureFile = z.strictObject({
  what: Words,
  'what-en': Words,
  value: z.union([z.number(), Words]),
  unit: z.string(),
  'unit-en': z.string(),
  year: When,
  region: Words,
});

/** Longest answer in Chinese characters, so that it can be read at a glance in chat. */
export const MOST_IN_ANSWER = 220;

const EntryFile = z.strictObject({
  id: Id,
  section: Id,
  title: Words,
  'title-en': Words,
  about: When,
  ask: z.array(When).min(4),
  'ask-en': z.array(Words).min(2),
  answer: Words.max(MOST_IN_ANSWER),
  'answer-en': Words,
  figures: z.array(FigureFile).optional(),
  stated: z.boolean().optional(),
  related: z.array(Words).optional(),
});

export const EntriesFile = z.strictObject({ entries: z.array(EntryFile) });

const TermFile = z.strictObject({
  term: Words,
  also: z.array(When).optional(),
  en: z.array(Words).optional(),
});

export const GlossaryFile = z.strictObject({ terms: z.array(TermFile) });

export type ReportFile = z.infer<typeof ReportFile>;
export type EntryFile = z.infer<typeof EntryFile>;
export type GlossaryFile = z.infer<typeof GlossaryFile>;
export type EntriesFile = z.infer<typeof EntriesFile>;

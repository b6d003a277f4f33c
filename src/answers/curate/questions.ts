import { z } from 'zod';
import type { Language } from '../../calendar/moment.ts';
import { curateIn } from './finding.ts';

const Part = z.enum(['tune', 'report']);
const Cited = z.object({ report: z.string(), path: z.array(z.string()).min(1) });

/** A labelled question, one a line. `must`: of each group one is in a right answer. `part`: to tune on or to report. */
const Labelled = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    q: z.string(),
    history: z.array(z.string()).optional(),
    lang: z.string().default('zh-CN'),
    style: z.string().optional(),
    answerable: z.boolean(),
    kind: z.string().optional(),
    report: z.string().nullish(),
    reports: z.array(z.string()).default([]),
    section: z.string().nullish(),
    sections: z.array(Cited).optional(),
    must: z.array(z.array(z.string()).min(1)).default([]),
    forbid: z.array(z.string()).default([]),
    part: Part.optional(),
  })
  .refine((it) => !it.answerable || it.reports.length > 0, { path: ['reports'] })
  .refine((it) => !it.answerable || it.must.length > 0, { path: ['must'] });

export type Labelled = z.infer<typeof Labelled>;
export type Part = z.infer<typeof Part>;
export type QuestionFault = { line: number; code: 'not-json' | 'wrong' | 'twice'; what: string };

export const isPart = (it: string): it is Part => Part.safeParse(it).success;

/** Small talk is neither answerable nor a question that should have been left unanswered. */
export const isTalk = (it: Labelled): boolean => !it.answerable && kindOf(it) === 'meta';

/** Why a question is not to be answered; `near-miss` where nothing is said. */
export const kindOf = ({ kind, style }: Labelled): string =>
  kind ?? (style === 'meta' ? 'meta' : 'near-miss');

/** The sections where the answer stands, as paths of headings; empty when the set does not say. */
export function sectionsOf({ sections, section, report }: Labelled): z.infer<typeof Cited>[] {
  if (sections) return sections;
  return section && report ? [{ report, path: [section] }] : [];
}

/** The questions of a set, and the lines that are none. Lines count from 1. */
export function readQuestions(text: string): { questions: Labelled[]; faults: QuestionFault[] } {
  const questions: Labelled[] = [];
  const faults: QuestionFault[] = [];
  const taken = new Set<string>();
  for (const [at, it] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (it.trim() === '') continue;
    const line = at + 1;
    const said = parsed(it);
    const read = Labelled.safeParse(said);
    if (said === undefined) faults.push({ line, code: 'not-json', what: '' });
    else if (!read.success) faults.push({ line, code: 'wrong', what: fieldOf(read.error) });
    else if (taken.has(read.data.id)) faults.push({ line, code: 'twice', what: read.data.id });
    else {
      taken.add(read.data.id);
      questions.push(read.data);
    }
  }
  return { questions, faults };
}

export const questionFaultIn = (language: Language, path: string, fault: QuestionFault): string =>
  curateIn(language).file[fault.code]({ path, line: fault.line, what: fault.what });

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const fieldOf = (error: z.ZodError): string => error.issues[0]?.path.map(String).join('.') || '{…}';

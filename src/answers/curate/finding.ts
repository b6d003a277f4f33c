import type { Language } from '../../calendar/moment.ts';
import { type Texts, textsIn } from '../../texts/index.ts';
import { type Fault, faultIn } from '../faults.ts';

/** The sentences of the curator's tools. */
export const curateIn = (language: Language): Texts['curate'] => textsIn(language).curate;

export type ErrorCode = keyof Texts['curate']['error'];
export type WarningCode = keyof Texts['curate']['warning'];

/** What a rule says of one place of a file. `what`: the field's text or the id; `other`: what it collides with. */
export type Facts = { what: string; other?: string };
export type Tell = (code: ErrorCode | WarningCode, way: readonly PropertyKey[], facts: Facts) => void;

/**
 * Something in a content file that a curator should mend. `line` counts from 1. `loader`: it cannot be read at all;
 * `error`: it can, and is wrong; `warning`: it may be meant so.
 */
export type Finding =
  | ({ severity: 'loader' } & Fault)
  | { severity: 'error'; path: string; line: number; code: ErrorCode; facts: Facts }
  | { severity: 'warning'; path: string; line: number; code: WarningCode; facts: Facts };

/** What is wrong and what to do. */
export function wordsOf(language: Language, finding: Finding): string {
  const { error, warning, warned } = curateIn(language);
  if (finding.severity === 'loader') return faultIn(language, finding).replace(/^.*?:\d+: /, '');
  const { what, other = '' } = finding.facts;
  if (finding.severity === 'error') return error[finding.code]({ what, other });
  return warned({ words: warning[finding.code]({ what, other }) });
}

/** `reports/beijing-14/02-leadership.yml:12: 题目……` */
export const findingLine = (language: Language, finding: Finding): string =>
  `${finding.path}:${finding.line}: ${wordsOf(language, finding)}`;

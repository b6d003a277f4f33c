import type { Language } from '../calendar/moment.ts';
import type { Texts } from '../texts/index.ts';
import { type DocumentFault, documentFaultIn } from './documents/faults.ts';
import { wordsIn } from './words.ts';

export type FaultCode = keyof Texts['answers']['fault'];

/**
 * Something wrong in a content file. `line` counts from 1; `what` is the field, id or place it is about. `document`:
 * why a full text cannot be read.
 */
export type Fault = {
  path: string;
  line: number;
  code: FaultCode;
  what: string;
  document?: DocumentFault;
};

/** `reports/beijing-14/report.yml:12: 缺少 title-en。请补上。` */
export const faultIn = (language: Language, { path, line, code, what, document }: Fault): string =>
  `${path}:${line}: ${document ? documentFaultIn(language, document) : wordsIn(language).fault[code]({ what })}`;

/** All that is wrong with the content folder, at once. Its message is in Chinese; `faultIn` words it in English. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map((it) => faultIn('zh-CN', it)).join('\n'));
    this.faults = faults;
  }
}

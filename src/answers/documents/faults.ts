import type { Language } from '../../calendar/moment.ts';
import { type Texts, textsIn } from '../../texts/index.ts';

type Said = Texts['documents']['fault'];
/** Why a file cannot be read as a document, and what its words need. */
export type DocumentFault = { [Code in keyof Said]: { code: Code } & Parameters<Said[Code]>[0] }[keyof Said];

/** What is wrong with the file and what to do. */
export function documentFaultIn(language: Language, fault: DocumentFault): string {
  const { fault: said } = textsIn(language).documents;
  const word = said[fault.code] as (facts: DocumentFault) => string;
  return word(fault);
}

/** A file that cannot be read as a document. Its message is in Chinese; `documentFaultIn` words it in English. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly fault: DocumentFault;
  constructor(fault: DocumentFault, options?: ErrorOptions) {
    super(documentFaultIn('zh-CN', fault), options);
    this.fault = fault;
  }
}

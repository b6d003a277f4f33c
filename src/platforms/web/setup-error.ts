import type { Language } from '../../calendar/moment.ts';
import { textsIn } from '../../texts/index.ts';

export type WebSetupCode =
  | 'port-taken'
  | 'host-unknown'
  | 'port-forbidden'
  | 'password-needed'
  | 'listen-failed';

/** The workspace cannot open: something an operator puts right. `words` says what and how. */
export class WebSetupError extends Error {
  override readonly name = 'WebSetupError';
  readonly code: WebSetupCode;
  private readonly facts: { host: string; port: number };
  constructor(code: WebSetupCode, facts: { host: string; port: number }, options?: ErrorOptions) {
    super(`the workspace cannot open at ${facts.host}:${facts.port}: ${code}`, options);
    this.code = code;
    this.facts = facts;
  }
  words(language: Language): string {
    return textsIn(language).workspace.setup[this.code](this.facts);
  }
}

const CODES: { readonly [code: string]: WebSetupCode } = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'host-unknown',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
};

/** The setup error behind an error of `listen`. */
export function setupError(
  error: NodeJS.ErrnoException,
  facts: { host: string; port: number },
): WebSetupError {
  return new WebSetupError(CODES[error.code ?? ''] ?? 'listen-failed', facts, { cause: error });
}

import type { Language } from '../../calendar/moment.ts';
import { type Texts, textsIn } from '../../texts/index.ts';

export type SlackSetupCode = keyof Texts['slack']['setup'];

/** `where`: the address it was about. `why`: the code Slack gave. */
type Facts = { readonly where: string; readonly why: string };

/** The bot cannot join Slack: something an operator puts right. `words` says what and how. */
export class SlackSetupError extends Error {
  override readonly name = 'SlackSetupError';
  readonly code: SlackSetupCode;
  private readonly facts: Facts;
  constructor(code: SlackSetupCode, facts: Partial<Facts>, options?: ErrorOptions) {
    super(`the bot cannot join Slack: ${[code, facts.where, facts.why].filter(Boolean).join(' ')}`, options);
    this.code = code;
    this.facts = { where: facts.where ?? '', why: facts.why ?? '' };
  }
  words(language: Language): string {
    return textsIn(language).slack.setup[this.code](this.facts);
  }
}

/** Codes by which Slack says that a token is not, or no longer, good. https://docs.slack.dev/reference/methods/auth.test (2026-11) */
export const TOKEN_CODES: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** The setup error behind a call that failed while starting. */
export function refusedSetup(why: string, token: 'token' | 'socket-token', where: string): SlackSetupError {
  if (TOKEN_CODES.has(why)) return new SlackSetupError(token, { why });
  const away = /^(unreachable|cut-off|timeout|http-5\d\d|not-json)$/.test(why);
  return new SlackSetupError(away ? 'unreachable' : 'refused', { where, why });
}

const LISTEN_CODES: { readonly [code: string]: SlackSetupCode } = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'host-unknown',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
};

/** The setup error behind an error of `listen`. */
export const listenSetup = (error: NodeJS.ErrnoException, where: string): SlackSetupError =>
  new SlackSetupError(LISTEN_CODES[error.code ?? ''] ?? 'listen-failed', { where }, { cause: error });

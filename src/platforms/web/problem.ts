import type { workspace } from '../../texts/zh-cn/workspace.ts';

/** `offline` is the page's own: it could not ask at all. */
export type ProblemCode = Exclude<keyof (typeof workspace)['problems'], 'offline'>;

const STATUS: { readonly [Code in ProblemCode]: number } = {
  'bad-json': 400,
  'bad-input': 400,
  'not-json': 415,
  'too-large': 413,
  'not-found': 404,
  'message-gone': 404,
  'no-such-person': 404,
  'no-such-channel': 404,
  'not-in-channel': 403,
  'foreign-host': 403,
  'foreign-origin': 403,
  'login-needed': 401,
  'wrong-password': 401,
  'too-many-tries': 429,
  'too-many-pages': 503,
  stopping: 503,
  away: 503,
  fault: 500,
};

/** A request that is not carried out. `detail`: the part of the request it is about; never what a person wrote. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  constructor(code: ProblemCode, detail = '') {
    super(code);
    this.code = code;
    this.status = STATUS[code];
    this.detail = detail;
  }
}

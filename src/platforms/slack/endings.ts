import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { seconds } from '../../world.ts';
import type { Ended } from '../port.ts';
import { TOKEN_CODES } from './setup-error.ts';

/** How a call ends that did not end well. */
export type Failed = Exclude<Ended<never>, { kind: 'done' }>;

/**
 * What Slack's error codes mean for a call. What is not listed stays as it is however often it is asked for, so it
 * is `never`. https://docs.slack.dev/reference/methods and the lists of errors there (2026-11)
 */
const CODES: { readonly [code: string]: { kind: 'later'; retryAfterMs: number } | { kind: 'unclear' } } = {
  ratelimited: { kind: 'later', retryAfterMs: seconds(30) },
  rate_limited: { kind: 'later', retryAfterMs: seconds(30) },
  message_limit_exceeded: { kind: 'later', retryAfterMs: seconds(60) },
  service_unavailable: { kind: 'later', retryAfterMs: seconds(10) },
  request_timeout: { kind: 'later', retryAfterMs: seconds(2) },
  team_added_to_org: { kind: 'later', retryAfterMs: seconds(60) },
  // "some aspect of the operation may have succeeded"
  internal_error: { kind: 'unclear' },
  fatal_error: { kind: 'unclear' },
};

/** Slack takes our token no more: an operator puts that right, and then what was promised is still to be kept. */
const TOKEN_RETRY_MS = seconds(60);
/** No connection came about. */
const UNREACHABLE_RETRY_MS = seconds(5);

/** Reasons why a connection did not come about, so that nothing can have arrived. */
const NEVER_CONNECTED = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error of the SDK means for the call. `why` is a code. */
export function failed(error: unknown): Failed {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', retryAfterMs: seconds(error.retryAfter), why: 'ratelimited' };
  if (error instanceof WebAPIPlatformError) return byCode(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    const why = `http-${error.statusCode}`;
    return error.statusCode >= 500 ? { kind: 'unclear', why } : { kind: 'never', why };
  }
  if (error instanceof WebAPIRequestError) return byCause(error);
  // the answer broke off in the middle
  return { kind: 'unclear', why: 'cut-off' };
}

function byCode(why: string): Failed {
  // an answer that is no JSON, as of a proxy in between, comes from the SDK as if it were a code
  if (!/^\w{1,80}$/.test(why)) return { kind: 'unclear', why: 'not-json' };
  if (TOKEN_CODES.has(why)) return { kind: 'later', retryAfterMs: TOKEN_RETRY_MS, why };
  const known = CODES[why];
  return known ? { ...known, why } : { kind: 'never', why };
}

function byCause(error: WebAPIRequestError): Failed {
  const causes = causesOf(error.original);
  if (causes.some((it) => it.name === 'TimeoutError')) return { kind: 'unclear', why: 'timeout' };
  if (causes.some((it) => NEVER_CONNECTED.has(it.code ?? '')))
    return { kind: 'later', retryAfterMs: UNREACHABLE_RETRY_MS, why: 'unreachable' };
  return { kind: 'unclear', why: 'cut-off' };
}

function causesOf(error: unknown): NodeJS.ErrnoException[] {
  if (!(error instanceof Error)) return [];
  const several = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...several, ...causesOf(error.cause)];
}

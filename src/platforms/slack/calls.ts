import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import { seconds } from '../../world.ts';
import type { Ended } from '../port.ts';
import { type Failed, failed } from './endings.ts';
import type { Method } from './needs.ts';
import { sdkLog } from './sdk-log.ts';
import { TOKEN_CODES } from './setup-error.ts';

/** How long a call may take. */
export const CALL_MS = seconds(10);

/**
 * How a client behaves: every call ends in time, and none is repeated unasked, for a post that got no answer may
 * have arrived.
 */
export const clientOptions = (apiUrl: string, log: Log): WebClientOptions => ({
  slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
  timeout: CALL_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: sdkLog(log),
});

/** Calls a method of Slack's Web API and reads what is needed of its answer. */
export type Call = <T>(
  method: Method,
  args: Record<string, unknown>,
  answer: z.ZodType<T>,
) => Promise<Ended<T>>;

/** An answer of which nothing is needed. */
export const anything = z.unknown();

export function createCall(botToken: string, apiUrl: string, log: Log): Call {
  const client = new WebClient(botToken, clientOptions(apiUrl, log));
  return async (method, args, answer) => {
    let given: unknown;
    try {
      given = await client.apiCall(method, args);
    } catch (error) {
      return told(method, failed(error), error, log);
    }
    const read = answer.safeParse(given);
    if (read.success) return { kind: 'done', is: read.data };
    log.error(
      { method, at: read.error.issues[0]?.path.join('.') },
      'slack answered in a shape we do not know',
    );
    return { kind: 'unclear', why: 'bad-answer' };
  };
}

function told(method: Method, failure: Failed, error: unknown, log: Log): Failed {
  const fields = { method, ended: failure.kind, why: failure.why };
  if (TOKEN_CODES.has(failure.why)) log.error(fields, 'slack no longer takes our token');
  else if (failure.why === 'missing_scope')
    log.error({ ...fields, needed: neededBy(error) }, 'slack wants another scope');
  else if (failure.why.startsWith('invalid_'))
    log.error({ ...fields, pointers: pointersOf(error) }, 'slack call failed');
  else log.warn(fields, 'slack call failed');
  return failure;
}

const Needed = z.object({ needed: z.string() });
const neededBy = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? Needed.safeParse(error.data).data?.needed : undefined;

/** Where in the blocks something is wrong; the words around it may be a member's, so they are left out. */
function pointersOf(error: unknown): string[] {
  if (!(error instanceof WebAPIPlatformError)) return [];
  const messages = error.data.response_metadata?.messages ?? [];
  return messages.flatMap((it) => /\[json-pointer:([^\]]*)\]/.exec(it)?.[1] ?? []);
}

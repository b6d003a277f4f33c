import type { Log } from '../../log.ts';
import { CALL_MS } from './calls.ts';
import type { Rendered } from './render.ts';

/**
 * Answers an act through the address that came with it. False: Slack did not take it.
 *
 * @param how in place of the message whose button was pressed, or for the asker's eyes, in this thread
 */
export async function respond(
  url: string,
  { blocks, text }: Rendered,
  how: { readonly replace: true } | { readonly thread: string | undefined },
  log: Log,
): Promise<boolean> {
  const where =
    'replace' in how
      ? { replace_original: true }
      : {
          response_type: 'ephemeral',
          replace_original: false,
          ...(how.thread ? { thread_ts: how.thread } : {}),
        };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...where, text, blocks }),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) log.warn({ status: answer.status }, 'slack did not take a response');
    return answer.ok;
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a response did not reach slack');
    return false;
  }
}

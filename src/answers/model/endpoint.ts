import { z } from 'zod';
import type { Message } from './prompts.ts';

/** Where a model is asked, as the settings give it. */
export type Endpoint = { readonly url: string; readonly model: string; readonly key: string | undefined };

/** Why nothing came of it. */
export type Failure = 'timeout' | 'unreachable' | 'status' | 'too-long' | 'not-json' | 'cut-off';
export type Replied = { readonly text: string } | { readonly failed: Failure; readonly status?: number };

/** Most that is read of a reply; a paragraph takes a hundredth of it. */
const MOST_BYTES = 64 * 1024;
const MOST_TOKENS = 400;

/** https://platform.openai.com/docs/api-reference/chat/object (2026-11) */
const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});

/** What the model says to these messages. Never throws, and never takes longer than the signal lets it. */
export async function askModel(
  { url, model, key }: Endpoint,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<Replied> {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0, max_tokens: MOST_TOKENS, stream: false }),
      // one that is followed would take the question to another place than the settings name
      redirect: 'manual',
      signal,
    });
    if (response.ok) return replyIn(await read(response));
    await response.body?.cancel();
    return { failed: 'status', status: response.status };
  } catch {
    return { failed: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

/** The whole body; undefined when it is longer than is read. */
async function read({ body }: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.byteLength;
    if (length > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function replyIn(body: string | undefined): Replied {
  if (body === undefined) return { failed: 'too-long' };
  const read = Completion.safeParse(parsed(body));
  const [choice] = read.data?.choices ?? [];
  if (!choice) return { failed: 'not-json' };
  if (choice.finish_reason === 'length') return { failed: 'cut-off' };
  // some models think aloud first
  return { text: choice.message.content.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim() };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

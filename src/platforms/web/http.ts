import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { HttpProblem } from './problem.ts';

/** Most bytes of a request's body. */
const BODY_BYTES = 256 * 1024;

/** Sent with every response: nothing from elsewhere runs here, and nothing tells elsewhere about here. */
export const SAFE_HEADERS: { readonly [name: string]: string } = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  // under `no-referrer` a browser sends the login form with the origin `null`
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** @throws HttpProblem `too-large` */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > BODY_BYTES) throw new HttpProblem('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * The body as what a schema says. Only `application/json` is read, which no page from elsewhere can send unasked.
 *
 * @throws HttpProblem `not-json` · `too-large` · `bad-json` · `bad-input`
 */
export async function jsonOf<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new HttpProblem('not-json');
  const body = await bodyOf(request);
  return checked(parsed(body), schema);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpProblem('bad-json');
  }
}

/** @throws HttpProblem `bad-input` with the names of the parts that are wrong */
export function checked<T>(value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const parts = result.error.issues.map(({ path }) => path.join('.'));
  throw new HttpProblem('bad-input', [...new Set(parts)].filter(Boolean).slice(0, 5).join(', '));
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

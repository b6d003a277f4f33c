import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem.ts';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a host to listen on is reached from this computer alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Without a password the page answers only to names of this computer: a page from elsewhere whose name was made to
 * point here (DNS rebinding) still says its own name.
 *
 * @throws HttpProblem `foreign-host`
 */
export function checkHost(request: IncomingMessage, port: number, listensOn: string): void {
  const said = (request.headers.host ?? '').toLowerCase();
  const name = said.replace(/:\d+$/, '');
  const saidPort = said.slice(name.length + 1) || '80';
  const ours = LOOPBACK_NAMES.has(name) || (isLoopback(listensOn) && name === listensOn);
  if (!ours || saidPort !== String(port)) throw new HttpProblem('foreign-host');
}

/**
 * What changes something is asked for by our own page alone. Browsers always say the origin of such a request;
 * one without is no browser's.
 *
 * @throws HttpProblem `foreign-origin`
 */
export function checkOrigin(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem('foreign-origin');
  if (origin === undefined) return;
  if (hostOf(origin) !== host?.toLowerCase()) throw new HttpProblem('foreign-origin');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

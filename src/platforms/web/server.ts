import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Language } from '../../calendar/moment.ts';
import type { Log } from '../../log.ts';
import { StoreAway } from '../../store/port.ts';
import { languageOf, textsIn } from '../../texts/index.ts';
import { isApi, type Routes } from './api.ts';
import type { Files } from './files.ts';
import { checkHost, checkOrigin } from './guard.ts';
import { checked, SAFE_HEADERS, sendJson, sendText } from './http.ts';
import type { Journal } from './journal.ts';
import type { Live } from './live.ts';
import { type Login, showLogin } from './login.ts';
import { personaOf } from './personas.ts';
import { HttpProblem } from './problem.ts';
import { LiveQuery } from './requests.ts';
import { setupError } from './setup-error.ts';

/** How long `stop` waits for what is in flight before it cuts it off. */
const PATIENCE_MS = 10_000;

type Parts = {
  readonly routes: Routes;
  readonly live: Live;
  readonly journal: Journal;
  readonly files: Files;
  readonly login: Login | undefined;
  readonly host: string;
  readonly language: Language;
  readonly log: Log;
};

/** Files that the login page needs; anybody may have them. */
const OPEN_FILES = new Set(['/login.css', '/icon.svg']);

/** The HTTP side: who may come in, and which part answers. */
export function createWebServer(parts: Parts) {
  const { routes, live, journal, files, login, host, language, log } = parts;
  const inFlight = new Set<Promise<void>>();
  let port = 0;
  let stopping = false;

  const server: Server = createServer((request, response) => {
    const work = answer(request, response).finally(() => inFlight.delete(work));
    inFlight.add(work);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    try {
      await route(request, response);
    } catch (error) {
      refuse(error, request, response);
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!login) checkHost(request, port, host);
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://workspace');
    if (method !== 'GET') checkOrigin(request);
    if (login && method === 'POST' && pathname === '/login')
      return login.enter(request, response, spoken(request));
    if (login && !login.isIn(request) && !OPEN_FILES.has(pathname)) {
      if (isApi(pathname)) throw new HttpProblem('login-needed');
      return showLogin(response, spoken(request));
    }
    if (stopping && isApi(pathname)) throw new HttpProblem('stopping');
    if (method === 'GET' && pathname === '/api/live') return listen(request, response, searchParams);
    const run = routes[`${method} ${pathname}`];
    if (run) return sendJson(response, 200, await run(request, searchParams));
    if (method !== 'GET' || isApi(pathname)) throw new HttpProblem('not-found');
    return sendFile(pathname, request, response);
  }

  function sendFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    const zip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (files.send(path, zip, response)) return;
    if (path === '/' && !files.built) {
      const { notBuilt } = textsIn(spoken(request)).workspace;
      sendText(response, 503, 'text/plain; charset=utf-8', notBuilt);
      return;
    }
    throw new HttpProblem('not-found');
  }

  async function listen(request: IncomingMessage, response: ServerResponse, query: URLSearchParams) {
    const { by, after } = checked(Object.fromEntries(query), LiveQuery);
    if (!personaOf(by)) throw new HttpProblem('no-such-person');
    const last = Number(request.headers['last-event-id'] ?? after ?? (await journal.newest()));
    if (!Number.isSafeInteger(last) || last < 0) throw new HttpProblem('bad-input', 'last-event-id');
    if (!(await live.listen(by, last, response))) throw new HttpProblem('too-many-pages');
    if (stopping) response.end();
  }

  const spoken = (request: IncomingMessage): Language =>
    languageOf(request.headers['accept-language']?.split(',')[0], language);

  function refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const problem = problemOf(error);
    if (problem.code === 'fault') log.error({ error: String(error) }, 'a request to the workspace failed');
    if (response.headersSent) return void response.end();
    if (problem.code === 'too-large') response.setHeader('connection', 'close');
    const words = textsIn(spoken(request)).workspace.problems[problem.code](problem.detail);
    sendJson(response, problem.status, { error: problem.code, words });
  }

  async function start(at: { host: string; port: number }): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(setupError(error, at)));
      server.listen(at.port, at.host, resolve);
    });
    server.on('error', (error) => log.error({ error: String(error) }, 'the workspace server failed'));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : at.port;
    return port;
  }

  async function stop(): Promise<void> {
    stopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    live.stop();
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    while (inFlight.size > 0) await Promise.all(inFlight);
    server.closeIdleConnections();
    if (server.listening || port !== 0) await closed;
    clearTimeout(cut);
  }

  return { start, stop };
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreAway) return new HttpProblem('away');
  return new HttpProblem('fault');
}

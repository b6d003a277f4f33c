import { createHmac, scryptSync, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../../calendar/moment.ts';
import { textsIn } from '../../texts/index.ts';
import { days, type Instant, seconds } from '../../world.ts';
import { bodyOf, sendText } from './http.ts';
import { HttpProblem, type ProblemCode } from './problem.ts';

const COOKIE = 'gongyou-workspace';
const LASTS_MS = days(7);
/** The pause after a wrong password; each further one doubles it. */
const PAUSE_MS = 500;
const MOST_PAUSE_MS = seconds(60);
/** Most addresses whose wrong tries are remembered. */
const MOST_ADDRESSES = 1000;

export type Login = ReturnType<typeof createLogin>;

/**
 * A password for the whole workspace. The cookie says until when it holds, signed by a key made from the password:
 * it outlives a restart, holds at every instance, and ends with the password.
 *
 * @param now the real time, whatever the demo clock shows
 */
export function createLogin(password: string, now: () => Instant) {
  const key = scryptSync(password, 'gongyou-workspace', 32);
  const tries = new Map<string, { wrong: number; freeAt: Instant }>();

  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  // the same length whatever was typed, so that comparing tells nothing of the password's
  const isRight = (typed: string): boolean => timingSafeEqual(sign(`try:${typed}`), sign(`try:${password}`));

  function isIn(request: IncomingMessage): boolean {
    const [until = '', signature = ''] = (cookieOf(request) ?? '').split('.');
    const said = Buffer.from(signature, 'base64url');
    const right = sign(`until:${until}`);
    return said.length === right.length && timingSafeEqual(said, right) && Number(until) > now();
  }

  /** @throws HttpProblem `wrong-password` · `too-many-tries` */
  function check(address: string, typed: string): void {
    const { wrong, freeAt } = tries.get(address) ?? { wrong: 0, freeAt: 0 };
    if (now() < freeAt) throw new HttpProblem('too-many-tries');
    tries.delete(address);
    if (isRight(typed)) return;
    const pause = Math.min(PAUSE_MS * 2 ** wrong, MOST_PAUSE_MS);
    tries.set(address, { wrong: wrong + 1, freeAt: now() + pause });
    for (const oldest of tries.keys()) {
      if (tries.size <= MOST_ADDRESSES) break;
      tries.delete(oldest);
    }
    throw new HttpProblem('wrong-password');
  }

  function cookie(request: IncomingMessage): string {
    const until = String(now() + LASTS_MS);
    const value = `${until}.${sign(`until:${until}`).toString('base64url')}`;
    const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
    return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LASTS_MS / 1000}${secure}`;
  }

  /** Takes what the login page sends; a right password leads to the workspace. */
  async function enter(
    request: IncomingMessage,
    response: ServerResponse,
    language: Language,
  ): Promise<void> {
    const typed = new URLSearchParams(await bodyOf(request)).get('password') ?? '';
    try {
      check(request.socket.remoteAddress ?? '', typed);
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      return showLogin(response, language, error.code);
    }
    response.writeHead(303, { location: '/', 'set-cookie': cookie(request), 'content-length': 0 });
    response.end();
  }

  return { isIn, enter };
}

function cookieOf(request: IncomingMessage): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split('='));
  return cookies.find(([name]) => name === COOKIE)?.[1];
}

/** The page that asks for the password: plain HTML, in one language. */
export function showLogin(response: ServerResponse, language: Language, wrong?: ProblemCode): void {
  const { workspace } = textsIn(language);
  const { login } = workspace;
  const fault = wrong ? `<p class="wrong" role="alert">${workspace.problems[wrong]('')}</p>` : '';
  const status = wrong === undefined ? 200 : wrong === 'too-many-tries' ? 429 : 401;
  sendText(
    response,
    status,
    'text/html; charset=utf-8',
    `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${login.title}</title><link rel="stylesheet" href="/login.css"><link rel="icon" href="/icon.svg"></head>
<body><main><img src="/icon.svg" alt="" width="56" height="56"><h1>${login.title}</h1><p>${login.about}</p>
<form method="post" action="/login"><label for="password">${login.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
${fault}<button type="submit">${login.enter}</button></form></main></body>
</html>
`,
  );
}

import type { Language } from '../../../calendar/moment.ts';
import type { Acted, Clock, Page, PressBody, Problem, State, Typed } from '../wire.ts';
import { wordsIn } from './words.ts';

/** The server's "no", in words for the person. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  readonly code: string;
  constructor({ error, words }: Problem) {
    super(words);
    this.code = error;
  }
}

/** How often a request is sent again when no answer came; the id of an act makes that safe. */
const TRIES = 3;

export type Where = { readonly channel?: string; readonly thread?: string; readonly message?: string };
export type Move =
  | { to: 'now' }
  | { to: 'ahead'; minutes: number }
  | { to: 'tomorrow'; hour: number }
  | { to: 'local'; local: string };

/** What the page asks of the server as one persona, in one language. */
export function serverFor(by: string, language: Language) {
  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const init: RequestInit = { method, headers: { 'accept-language': language } };
    if (body) {
      init.headers = { ...init.headers, 'content-type': 'application/json' };
      init.body = JSON.stringify(body);
    }
    const response = await answerTo(path, init);
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer) return answer as T;
    const words = wordsIn(language).problems.fault('');
    throw new ServerProblem((answer as Problem | undefined) ?? { error: 'fault', words });
  }

  async function answerTo(path: string, init: RequestInit): Promise<Response> {
    for (let tries = 1; ; tries++) {
      try {
        return await fetch(path, init);
      } catch {
        if (tries >= TRIES) break;
        await new Promise((resolve) => setTimeout(resolve, 400 * tries));
      }
    }
    throw new ServerProblem({ error: 'offline', words: wordsIn(language).problems.offline('') });
  }

  const query = (values: Record<string, string>): string => new URLSearchParams({ by, ...values }).toString();

  return {
    state: () => ask<State>('GET', `/api/state?${query({})}`),
    messages: (channel: string, before?: string) =>
      ask<Page>('GET', `/api/messages?${query(before ? { channel, before } : { channel })}`),
    thread: (thread: string) => ask<Page>('GET', `/api/thread?${query({ thread })}`),
    say: (id: string, where: Where, text: string) =>
      ask<Acted>('POST', '/api/say', { id, by, ...where, text }),
    press: (id: string, where: Where, press: PressBody) =>
      ask<Acted>('POST', '/api/press', { id, by, ...where, ...press }),
    send: (id: string, where: Where, press: PressBody, typed: Typed) =>
      ask<Acted>('POST', '/api/send', { id, by, ...where, ...press, typed }),
    home: (id: string) => ask<Acted>('POST', '/api/home', { id, by }),
    clock: (move: Move) => ask<Clock>('POST', '/api/clock', move),
    language: () => ask<object>('PUT', '/api/language', { id: freshId(), by, language }),
    live: (after: number) => new EventSource(`/api/live?${query({ after: String(after) })}`),
  };
}

export type Server = ReturnType<typeof serverFor>;

/** An id for an act. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

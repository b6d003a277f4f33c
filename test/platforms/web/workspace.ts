import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silentLog } from '../../../src/log.ts';
import type { Dispatch, Incoming } from '../../../src/platforms/port.ts';
import { type WebOptions, webPlatform } from '../../../src/platforms/web/index.ts';
import { memoryEngine } from '../../../src/store/engines/memory.ts';
import type { Store } from '../../../src/store/port.ts';
import type { Reply } from '../../../src/view/reply.ts';

/** A store in memory, which several workspaces can share. */
export const plainStore = (): Store => memoryEngine().store('web');

/** A folder with a page in it, for tests that need none of the real one. */
export function plainPage(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gongyou-page-'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(dir, 'login.css'), 'body{}');
  return dir;
}

type Answers = (incoming: Incoming) => Reply | Promise<Reply>;

/** A workspace on a free port that ends with the test, with what the bot was told. */
export async function openWorkspace(
  answers: Answers = () => ({ to: 'nobody' }),
  options: Partial<WebOptions> = {},
) {
  const told: Incoming[] = [];
  const world = { ahead: 0 };
  const platform = webPlatform({
    store: plainStore(),
    world: { now: () => Date.now() + world.ahead },
    clock: {
      jump: async (to) => {
        world.ahead = to - Date.now();
      },
      reset: () => {
        world.ahead = 0;
      },
    },
    host: '127.0.0.1',
    port: 0,
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    clientDir: plainPage(),
    log: silentLog,
    ...options,
  });
  const dispatch: Dispatch = async (incoming) => {
    told.push(incoming);
    return answers(incoming);
  };
  await platform.start(dispatch);
  onTestFinished(() => platform.stop());
  const { url } = platform;
  return { platform, told, url, ...asking(url) };
}

export type Answer = { status: number; headers: Headers; is: Record<string, unknown> };

/** Asks a workspace as its page would. */
export function asking(url: string) {
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init: RequestInit = { method, headers: { ...headers }, redirect: 'manual' };
    if (body !== undefined) {
      init.headers = { 'content-type': 'application/json', ...headers };
      init.body = typeof body === 'string' ? body : JSON.stringify(body);
    }
    const response = await fetch(new URL(path, url), init);
    const text = await response.text();
    const is = text.startsWith('{') ? JSON.parse(text) : { text };
    return { status: response.status, headers: response.headers, is } as Answer;
  }
  return {
    ask,
    get: (path: string, headers?: Record<string, string>) => ask('GET', path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) => ask('POST', path, body, headers),
  };
}

/** The events of a live stream, as they come. */
export async function* liveEvents(url: string, path: string, headers: Record<string, string> = {}) {
  const cut = new AbortController();
  onTestFinished(() => cut.abort());
  const response = await fetch(new URL(path, url), { headers, signal: cut.signal });
  if (!response.body) throw new Error('no stream');
  let rest = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    rest += part;
    const events = rest.split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const fields = Object.fromEntries(
        event
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (fields.event) yield { event: fields.event, id: fields.id, is: JSON.parse(fields.data ?? '{}') };
    }
  }
}

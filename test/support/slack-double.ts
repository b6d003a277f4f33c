import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type Args, createApi, type Trigger } from './slack/api.ts';
import { faultsOfBlocks } from './slack/block-kit.ts';
import { acceptSocket, type Connection } from './slack/web-socket.ts';
import { createWorkplace } from './slack/workplace.ts';

export { BOT } from './slack/workplace.ts';

export const BOT_TOKEN = 'xoxb-double';
export const APP_TOKEN = 'xapp-double';

/** What goes wrong with the next call of a method, once or so many times. */
export type Fault = { readonly method: string; readonly channel?: string; readonly times?: number } & (
  | { readonly is: 'rate-limit'; readonly seconds: number }
  | { readonly is: 'status'; readonly status: number }
  | { readonly is: 'error'; readonly error: string }
  /** The answer is slow; the work is done at once. */
  | { readonly is: 'slow'; readonly ms: number }
  /** Cut off before it is carried out. */
  | { readonly is: 'cut' }
  /** Carried out, and the answer cut off. */
  | { readonly is: 'answer-cut' }
  | { readonly is: 'garbage' }
  /** Answered with this instead. */
  | { readonly is: 'answer'; readonly answer: Answer }
);

export type Call = {
  readonly method: string;
  readonly args: Args;
  readonly at: number;
  readonly answer: Answer | undefined;
};

type Envelope = { readonly id: string; readonly acked: (payload: unknown) => void };

export type SlackDouble = Awaited<ReturnType<typeof openSlackDouble>>;

/**
 * Plays Slack for a bot, in this process or another (`SLACK_API_URL`): its Web API, with every call checked; the
 * addresses that responses go to; and Socket Mode. What happened stands in `workplace` and `calls`; what was wrong
 * with the bot's calls, in `problems`.
 */
export async function openSlackDouble(scopes?: readonly string[]) {
  const workplace = createWorkplace();
  const triggers = new Map<string, Trigger>();
  const problems: string[] = [];
  const calls: Call[] = [];
  const faults: (Fault & { left: number })[] = [];
  const responses = new Map<string, { user: string; channel: string; message?: string; left: number }>();
  const connections = new Set<Connection>();
  const waiting = new Map<string, Envelope>();
  let tickets = 0;
  const server = createServer((request, response) => void serve(request, response));
  server.on('upgrade', (request, socket) => {
    const connection = acceptSocket(request, socket, heard, () => connections.delete(connection));
    connections.add(connection);
    connection.send({
      type: 'hello',
      num_connections: 1,
      debug_info: { host: 'double' },
      connection_info: { app_id: 'A0GONGYOU' },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `127.0.0.1:${port}`;
  const api = createApi({
    workplace,
    triggers,
    problems,
    socketUrl: () => `ws://${origin}/link?ticket=${++tickets}`,
  });

  function heard(message: unknown): void {
    const { envelope_id, payload } = message as { envelope_id?: string; payload?: unknown };
    waiting.get(envelope_id ?? '')?.acked(payload);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = new URL(request.url ?? '/', `http://${origin}`).pathname;
    if (path.startsWith('/respond/')) return answerResponse(path.slice(9), body, response);
    const method = path.replace('/api/', '');
    const args = Object.fromEntries(new URLSearchParams(body));
    const fault = faults.find(
      (it) => it.left > 0 && it.method === method && (it.channel ?? args.channel) === args.channel,
    );
    if (fault) fault.left--;
    const carried = fault === undefined || fault.is === 'slow' || fault.is === 'answer-cut';
    const given = fault?.is === 'answer' ? fault.answer : undefined;
    const answer = carried ? authorised(request, method, args) : given;
    calls.push({ method, args, at: Date.now(), answer });
    if (fault?.is === 'cut' || fault?.is === 'answer-cut') return void request.socket.destroy();
    if (fault?.is === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
    if (scopes) response.setHeader('x-oauth-scopes', scopes.join(','));
    if (fault?.is === 'rate-limit') response.setHeader('retry-after', String(fault.seconds));
    response.statusCode = fault?.is === 'rate-limit' ? 429 : fault?.is === 'status' ? fault.status : 200;
    response.setHeader('content-type', 'application/json');
    response.end(
      fault?.is === 'garbage'
        ? '<html>'
        : JSON.stringify(answer ?? { ok: false, error: fault?.is === 'error' ? fault.error : 'ratelimited' }),
    );
  }

  function authorised(request: IncomingMessage, method: string, { token: _, ...args }: Args): Answer {
    const token = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
    if (request.headers.authorization !== `Bearer ${token}`) return { ok: false, error: 'invalid_auth' };
    return api.call(method, args);
  }

  function answerResponse(id: string, body: string, response: ServerResponse): void {
    const known = responses.get(id);
    const { text = '', blocks = [], replace_original, response_type, thread_ts, ...rest } = JSON.parse(body);
    const wrong = [
      ...faultsOfBlocks(blocks, 'message'),
      ...Object.keys(rest).map((it) => `respond: no ${it}`),
    ];
    problems.push(...wrong);
    calls.push({
      method: 'respond',
      args: { text, blocks: JSON.stringify(blocks) },
      at: Date.now(),
      answer: undefined,
    });
    if (!known || known.left === 0 || wrong.length > 0) return void response.writeHead(404).end();
    known.left--;
    const shown = { text, blocks: workplace.numbered(blocks) };
    if (replace_original && known.message) workplace.edit(known.channel, known.message, shown);
    else if (response_type === 'ephemeral' || replace_original)
      workplace.whispers.push({
        channel: known.channel,
        user: known.user,
        ...shown,
        ...(thread_ts ? { thread: thread_ts } : {}),
      });
    response.writeHead(200).end('ok');
  }

  return {
    apiUrl: `http://${origin}/api/`,
    workplace,
    calls,
    problems,
    /** Calls of one method. */
    callsOf: (method: string): Call[] => calls.filter((it) => it.method === method),
    fault(fault: Fault): void {
      faults.push({ ...fault, left: fault.times ?? 1 });
    },
    /** An act of somebody's, for which one view may be opened. */
    trigger(user: string): string {
      const id = `${workplace.next('1')}.${Date.now()}.abc`;
      triggers.set(id, { user, at: Date.now(), used: false });
      return id;
    },
    /** Where an act may be answered, five times. */
    responseUrl(user: string, channel: string, message?: string): string {
      const id = workplace.next('r');
      responses.set(id, { user, channel, left: 5, ...(message ? { message } : {}) });
      return `http://${origin}/respond/${id}`;
    },
    socket: {
      get open(): number {
        return [...connections].filter((it) => it.open).length;
      },
      /** Hands an envelope to one connection and gives what it is acknowledged with. */
      deliver(
        type: string,
        payload: unknown,
        retry: { num: number; reason: string } | undefined,
        waitMs: number,
      ): Promise<unknown> {
        const id = workplace.next('e');
        const [connection] = [...connections].filter((it) => it.open);
        if (!connection) throw new Error('no socket is open');
        const acked = new Promise<unknown>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error(`${type} was not acknowledged`)), waitMs);
          waiting.set(id, {
            id,
            acked(answer) {
              clearTimeout(timer);
              resolve(answer);
            },
          });
        });
        connection.send({
          envelope_id: id,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
          ...(retry
            ? { retry_attempt: retry.num, retry_reason: retry.reason }
            : { retry_attempt: 0, retry_reason: '' }),
        });
        return acked;
      },
      /** Slack's farewell before it moves a connection elsewhere. */
      farewell(reason = 'refresh_requested'): void {
        for (const connection of connections)
          connection.send({ type: 'disconnect', reason, debug_info: { host: 'double' } });
      },
      /** Cuts all connections off. */
      drop(): void {
        for (const connection of connections) connection.drop();
      },
    },
    async close(): Promise<void> {
      for (const connection of connections) connection.drop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

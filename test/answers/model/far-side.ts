import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export type Came = { path: string; headers: IncomingMessage['headers']; body: string };
export type Answering = (response: ServerResponse, came: Came) => void;

/** A model's endpoint on this machine that answers as it is told to. */
export async function farSide() {
  const came: Came[] = [];
  let answering: Answering = (response) => response.writeHead(500).end();
  const server = createServer((request, response) => {
    let body = '';
    response.on('error', () => {});
    request.on('data', (piece: Buffer) => {
      body += piece.toString();
    });
    request.on('end', () => {
      const it = { path: request.url ?? '', headers: request.headers, body };
      came.push(it);
      answering(response, it);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return {
    url,
    came,
    /** What it does from now on. */
    does(it: Answering) {
      came.length = 0;
      answering = it;
    },
    /** Replies in turn with these texts, the last one for good. */
    says(...texts: string[]) {
      let turn = 0;
      this.does((response) => {
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(completion(texts[Math.min(turn++, texts.length - 1)] ?? ''));
      });
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export const completion = (content: string, finish = 'stop'): string =>
  JSON.stringify({ choices: [{ message: { role: 'assistant', content }, finish_reason: finish }] });

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type LossyProxy = {
  readonly port: number;
  /** Lets the next question through, and breaks the connection when its answer comes. */
  loseNextAnswer(): void;
  /** Breaks the connection at the next question, which reaches the server only after so many ms. */
  delayNextQuestion(ms: number): void;
  /** Resolves when what was delayed has reached the server. */
  arrived(): Promise<void>;
  close(): void;
};

/** Stands before a server and passes on what is said, but for the accidents that a test asks for. */
export async function startProxy(to: number): Promise<LossyProxy> {
  const sockets = new Set<Socket>();
  let accident: ((bytes: Buffer, client: Socket, server: Socket) => void) | undefined;
  let late = Promise.resolve();

  const listener = createServer((client) => {
    const server = connect(to, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.on('data', (bytes) => {
      const happens = accident;
      accident = undefined;
      if (happens) happens(bytes, client, server);
      else server.write(bytes);
    });
    server.on('data', (bytes) => client.write(bytes));
    server.on('close', () => client.destroy());
    client.on('close', () => client.readableEnded && server.destroy());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');

  async function sendLater(bytes: Buffer, server: Socket, ms: number): Promise<void> {
    await pause(ms);
    server.removeAllListeners('data');
    server.write(bytes);
    await once(server, 'data');
    server.destroy();
  }

  return {
    port: (listener.address() as AddressInfo).port,
    loseNextAnswer() {
      accident = (bytes, client, server) => {
        server.removeAllListeners('data');
        server.once('data', () => client.destroy());
        server.write(bytes);
      };
    },
    delayNextQuestion(ms) {
      accident = (bytes, client, server) => {
        late = sendLater(bytes, server, ms);
        client.destroy();
      };
    },
    arrived: () => late,
    close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
    },
  };
}

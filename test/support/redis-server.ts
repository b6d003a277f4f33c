import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type RedisServer = {
  readonly port: number;
  readonly url: string;
  readonly socket: string;
  /** A command over a connection of its own; gives the answer as it comes over the wire. */
  tell(...words: string[]): Promise<string>;
  /** Lets it finish, and resolves when it is gone. What it holds is kept. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again with what it holds, and resolves when it answers. */
  start(): Promise<void>;
  /** It stays connected and says nothing, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends it and removes what it holds. */
  remove(): Promise<void>;
};

/** Whether this machine has `redis-server`. */
export const hasRedis = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI)
      throw new Error('redis-server is needed in CI, for the store is tested on a real one');
    return false;
  }
})();

/** A real Redis of our own, on a free port and a socket, with an append-only file in a folder of its own. */
export async function startRedis(...args: string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gongyou-redis-'));
  const port = await freePort();
  const socket = join(folder, 'redis.sock');
  const keeping = ['--dir', folder, '--save', '', '--appendonly', 'yes'];
  const where = ['--bind', '127.0.0.1', '--port', String(port), '--unixsocket', socket];
  let child: ChildProcess | undefined;
  const endWithUs = (): void => void child?.kill('SIGKILL');
  process.once('exit', endWithUs);

  async function start(): Promise<void> {
    child = spawn('redis-server', [...where, ...keeping, ...args], { stdio: 'ignore' });
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (tries > 500 || child.exitCode !== null)
        throw new Error(`redis-server ${args.join(' ')} did not start`);
      await pause(10);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  await start();
  return {
    port,
    socket,
    url: `redis://127.0.0.1:${port}`,
    tell: (...words) => tell(port, words),
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async remove() {
      await end('SIGKILL');
      process.off('exit', endWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  tell(port, ['PING']).then(
    (it) => /^(\+PONG|-NOAUTH)/.test(it),
    () => false,
  );

/** One command and the first packet of its answer, by hand, so that tests need no client of Redis. */
export async function tell(port: number, words: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    const said = once(socket, 'data');
    const bulks = words.map((it) => `$${Buffer.byteLength(it)}\r\n${it}\r\n`);
    socket.write(`*${words.length}\r\n${bulks.join('')}`);
    const [bytes] = (await said) as [Buffer];
    return bytes.toString();
  } finally {
    socket.destroy();
  }
}

/** A port that nobody listens on. Below 32768, where connections that go out do not take it in the meantime. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Cluster, Redis } from 'ioredis';
import { StoreAway } from '../port.ts';
import type { Script } from './redis-script.ts';
import type { Options, RedisPlace } from './redis-url.ts';

/** What the engine tells the operator: codes, never a value. */
export type RedisLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};

export type Client = Redis | Cluster;

/** A connection that says what became of a question when it breaks. */
export type Link = {
  /**
   * The answer; `send` is called again (`again`: an earlier one was cut off) until Redis answers or has been away
   * for 3 s.
   *
   * @throws StoreAway, uncertain when `asks` is a commit and one was cut off
   */
  ask<Answer>(
    asks: 'read' | 'commit',
    send: (client: Client, again: boolean) => Promise<Answer>,
  ): Promise<Answer>;
  /** Resolves when what was asked is answered; what is asked after that is `StoreAway`. */
  close(): Promise<void>;
};

/** How long Redis may be away before a question is given up. */
const PATIENCE_MS = 3000;
/** How long a connected Redis may say nothing before the connection counts as broken. */
const SILENCE_MS = 2000;
const PAUSE_MS = 50;

// ioredis keeps nothing back and sends nothing twice: what is to be asked again is decided here
const OPTIONS: Options = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  connectTimeout: SILENCE_MS,
  socketTimeout: SILENCE_MS,
  sentinelCommandTimeout: SILENCE_MS,
  retryStrategy: (times) => waitBefore(times),
  sentinelRetryStrategy: (times) => waitBefore(times),
  // a master that became a replica: look for the new one; 1 is to connect anew without sending again
  reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 1 : false),
};

const waitBefore = (times: number): number => Math.min(25 * 2 ** times, 1000) + Math.random() * 50;

function connect(place: RedisPlace): Client {
  if (place.kind === 'server') return new Redis({ ...OPTIONS, ...place.options });
  return new Cluster(place.nodes, {
    enableOfflineQueue: false,
    retryDelayOnFailover: 0,
    slotsRefreshTimeout: SILENCE_MS,
    slotsRefreshInterval: 10_000,
    clusterRetryStrategy: (times) => waitBefore(times),
    redisOptions: { ...OPTIONS, ...place.options },
  });
}

export function openLink(place: RedisPlace, log: RedisLog): Link {
  const client = connect(place);
  const readiness = watch(client, log);
  let asking = 0;
  let closed = false;
  let idle = (): void => {};

  async function ask<Answer>(
    asks: 'read' | 'commit',
    send: (client: Client, again: boolean) => Promise<Answer>,
  ): Promise<Answer> {
    if (closed) throw new StoreAway(false);
    asking += 1;
    try {
      return await untilAnswered(asks, send);
    } finally {
      asking -= 1;
      if (asking === 0) idle();
    }
  }

  async function untilAnswered<Answer>(
    asks: 'read' | 'commit',
    send: (client: Client, again: boolean) => Promise<Answer>,
  ): Promise<Answer> {
    let until = Date.now() + PATIENCE_MS;
    let cut = false;
    let cause: unknown;
    while (readiness.isReady() || (await readiness.wait(until))) {
      try {
        return await send(client, cut);
      } catch (error) {
        cause = error;
        const fate = fateOf(error);
        if (fate === 'fault') throw error;
        if (fate === 'refused') break;
        if (fate === 'cut' && asks === 'commit' && !cut) {
          cut = true;
          until = Date.now() + PATIENCE_MS;
        }
        if (Date.now() > until) break;
        await pause(PAUSE_MS);
      }
    }
    throw new StoreAway(cut, { cause });
  }

  return {
    ask,
    async close() {
      closed = true;
      if (asking > 0)
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
      readiness.stop();
      client.disconnect();
    },
  };
}

type Readiness = {
  isReady(): boolean;
  /** Whether Redis takes commands by then. */
  wait(until: number): Promise<boolean>;
  stop(): void;
};

/** Tells the operator once when Redis goes away, and once when it is back. */
function watch(client: Client, log: RedisLog): Readiness {
  const waiting = new Set<() => void>();
  let away = false;
  let stopped = false;
  const lost = (error?: unknown): void => {
    if (away || stopped) return;
    away = true;
    log.warn({ code: codeOf(error) }, 'redis away');
  };
  client.on('error', lost);
  client.on('close', () => lost());
  client.on('ready', () => {
    if (away) log.info({}, 'redis back');
    away = false;
    for (const go of waiting) go();
  });
  return {
    isReady: () => client.status === 'ready',
    wait: (until) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(client.status === 'ready');
        };
        const timer = setTimeout(end, Math.max(0, until - Date.now()));
        waiting.add(end);
      }),
    stop() {
      stopped = true;
    },
  };
}

/** Runs a script by its digest; a Redis that does not know it yet is handed the whole. */
export async function run(client: Client, script: Script, keys: string[], args: string[]): Promise<unknown> {
  try {
    return await client.evalsha(script.sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
    return client.eval(script.lua, keys.length, ...keys, ...args);
  }
}

/** Answers of a Redis that takes no writes, or no commands at all, for as long as that lasts. */
const REFUSALS =
  /\b(OOM|READONLY|LOADING|CLUSTERDOWN|MASTERDOWN|NOREPLICAS|MISCONF|BUSY|TRYAGAIN|MOVED|ASK|NOAUTH|NOPERM|WRONGPASS)\b/;

/**
 * What became of a command that failed: `unsent` was never written to a connection, `refused` was answered without
 * having run, `cut` may have run, and `fault` is an answer that only a fault of ours can bring about.
 */
function fateOf(error: unknown): 'unsent' | 'refused' | 'cut' | 'fault' {
  if (!(error instanceof Error)) return 'fault';
  if (/enableOfflineQueue options is false/.test(error.message)) return 'unsent';
  if (error.name === 'ReplyError' || /^Too many Cluster redirections/.test(error.message))
    return REFUSALS.test(error.message) ? 'refused' : 'fault';
  return 'cut';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'closed';
  if (error.name === 'ReplyError') return error.message.split(' ')[0] ?? error.name;
  return 'code' in error ? String(error.code) : error.name;
}

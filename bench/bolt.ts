import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, HTTPReceiver } from '@slack/bolt';
import { loadContent, openAnswers } from '../src/answers/index.ts';
import { silentLog } from '../src/log.ts';
import { slackPlatform } from '../src/platforms/slack/index.ts';
import { sqliteEngine } from '../src/store/engines/sqlite.ts';
import { openWorkplace } from '../src/workplace.ts';
import { realWorld } from '../src/world.ts';
import { createPeople, SIGNING_SECRET } from '../test/support/slack/people.ts';
import { HALL, openBranch, PEOPLE } from '../test/support/slack-bot.ts';
import { BOT, BOT_TOKEN } from '../test/support/slack-double.ts';
import type { Figure } from './figure.ts';

const REQUESTS = 1500;
const AT_ONCE = 32;

type Bot = { url: string; stop(): Promise<unknown> };
type Ours = Bot & { voters(): Promise<number> };

/** Signed button presses a second: a vote through the whole bot onto the disk, beside Bolt with an empty listener. */
export async function benchBolt(): Promise<Figure[]> {
  const double = await openBranch();
  const { workplace } = double;
  const bare = await openBare();
  const ours = await openOurs(double.apiUrl);
  try {
    const people = createPeople(double, () => ({ url: ours.url }));
    await people.command(PEOPLE.cadre, HALL, 'poll "去哪里" "香山" "颐和园"');
    const poll = await until(() => workplace.read(HALL)[0]);
    const bodies = Array.from({ length: REQUESTS }, (_, n) => {
      const body = people.pressBody(`U2B${String(n).padStart(4, '0')}`, poll, labelOf(poll.blocks, n % 2));
      return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
    });
    const halves = [bodies.slice(0, REQUESTS / 2), bodies.slice(REQUESTS / 2)];
    await rate(bare.url, halves[0] ?? []);
    let voted = 0;
    const withUs: number[] = [];
    const without: number[] = [];
    for (const half of halves) {
      without.push(await rate(bare.url, half));
      voted += half.length;
      // Slack is answered before the vote is on the disk, so the clock runs until it is
      const counted = async () => ((await ours.voters()) === voted ? true : undefined);
      withUs.push(await rate(ours.url, half, () => until(counted)));
    }
    const [value, yardstick] = [mean(withUs), mean(without)];
    return [
      {
        name: 'votes through Bolt, durable on SQLite',
        value,
        unit: '/s',
        yardstick: { name: 'Bolt with an empty listener', value: yardstick },
        ratio: value / yardstick,
      },
    ];
  } finally {
    await Promise.all([bare.stop(), ours.stop()]);
    await double.close();
  }
}

async function openBare(): Promise<Bot> {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
  const authorize = async () => ({ botToken: BOT_TOKEN, botId: BOT.bot, botUserId: BOT.user });
  const app = new App({ receiver, authorize, convoStore: false });
  app.action(/./, async ({ ack }) => ack());
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/slack/events`, stop: () => app.stop() };
}

async function openOurs(apiUrl: string): Promise<Ours> {
  const data = mkdtempSync(join(tmpdir(), 'gongyou-bench-'));
  const engine = sqliteEngine(join(data, 'gongyou.db'));
  const platform = slackPlatform({
    botToken: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    apiUrl,
    host: '127.0.0.1',
    port: 0,
    language: 'zh-CN',
    log: silentLog,
    now: realWorld.now,
  });
  const workplace = openWorkplace({
    store: engine.store('bench'),
    platform,
    world: realWorld,
    answers: openAnswers(await loadContent('content')),
    roleOf: () => 'cadre',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    quiet: { from: '21:30', to: '08:00' },
    desk: undefined,
    log: silentLog,
  });
  await platform.start(workplace.dispatch);
  return {
    url: platform.where,
    async voters() {
      const counts = await engine.store('bench').list('turnout', { limit: 1 });
      return Number(counts[0]?.value ?? 0);
    },
    async stop() {
      await platform.stop();
      await workplace.stop();
      await engine.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Answered requests a second, so many at once. */
async function rate(url: string, bodies: readonly string[], settled = async () => true): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const queue = bodies.values();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const body of queue) await post(url, body, agent);
    }),
  );
  await settled();
  const taken = performance.now() - begun;
  agent.destroy();
  return (bodies.length / taken) * 1000;
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex');
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${signature}`,
      },
    });
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function labelOf(blocks: readonly { readonly [name: string]: unknown }[], option: number): string {
  const found = [...JSON.stringify(blocks).matchAll(/"accessibility_label":"([^"]+)"/g)].map(
    ([, label]) => label,
  );
  const label = found[option];
  if (label === undefined) throw new Error('the poll has no such option');
  return label;
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 500; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nothing came');
}

const mean = (values: readonly number[]): number => values.reduce((sum, it) => sum + it, 0) / values.length;

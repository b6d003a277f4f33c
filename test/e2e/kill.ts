import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { seeded } from '../support/seeded.ts';
import { createPeople } from '../support/slack/people.ts';
import { linesOf } from '../support/slack/shown.ts';
import { envOf, freePort, HALL, openBranch, PEOPLE } from '../support/slack-bot.ts';
import { BOT } from '../support/slack-double.ts';

const KILLS = 20;
const CROWD = Array.from({ length: 200 }, (_, n) => `U1P${String(n).padStart(3, '0')}`);

type Instance = { process: ChildProcess; port: number };

/**
 * A bot whose processes are killed at random moments and started again, in a branch of 200. One Slack all the while,
 * which is slow to answer, so that a kill finds posts that have arrived and posts that have not.
 */
export async function openKilled(engine: 'sqlite' | 'redis', count: 1 | 2) {
  const chance = seeded();
  const double = await openBranch(CROWD);
  const data = mkdtempSync(join(tmpdir(), 'gongyou-kill-'));
  const redis: RedisServer | undefined =
    engine === 'redis' ? await startRedis('--appendfsync', 'always') : undefined;
  const instances: Instance[] = [];

  async function start(port: number): Promise<Instance> {
    const env = {
      ...envOf(double, 'http', port, { GONGYOU_DATA: data, GONGYOU_CONTENT: 'test/fixtures/content' }),
      ...(redis ? { REDIS_URL: redis.url } : {}),
    };
    const process_ = spawn(process.execPath, ['test/support/instance.mjs'], {
      env: { PATH: process.env.PATH, GONGYOU_TEST_LOG: process.env.GONGYOU_TEST_LOG, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(process_.stdout as NodeJS.ReadableStream, 'data');
    return { process: process_, port };
  }
  for (let n = 0; n < count; n++) instances.push(await start(await freePort()));

  const people = createPeople(double, () => ({
    url: `http://127.0.0.1:${chance.pick(instances).port}/slack/events`,
  }));
  double.fault({ method: 'chat.postMessage', is: 'slow', ms: 500, times: 100_000 });

  return {
    double,
    people,
    seed: chance.seed,
    /** Kills one of the instances at a random moment and starts it again; so many times. */
    async storm(): Promise<void> {
      for (let kill = 0; kill < KILLS; kill++) {
        await sleep(50 + chance.random() * 450);
        const [at, victim] = chance.pick([...instances.entries()]);
        const gone = once(victim.process, 'exit');
        victim.process.kill('SIGKILL');
        await gone;
        instances[at] = await start(victim.port);
      }
    },
    async close(): Promise<void> {
      for (const { process: it } of instances) it.kill('SIGKILL');
      await double.close();
      await redis?.remove();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A training is announced to 200 and reminded of under fire: each gets the reminder once. */
export async function remindUnderFire(engine: 'sqlite' | 'redis', count: 1 | 2): Promise<void> {
  const { double, people, seed, storm, close } = await openKilled(engine, count);
  const { organiser } = PEOPLE;
  const soon = { timeout: 10_000, interval: 20 };
  const remindersTo = (person: string) =>
    double.workplace
      .read(double.workplace.direct(person).id)
      .filter((it) => it.user === BOT.user && /安全生产培训/.test(it.text + linesOf(it).join()));
  try {
    const startsAt = Math.floor(Date.now() / 1000) + 3600 + 4;
    await people.command(organiser, HALL, '提醒 安全生产培训');
    await vi.waitFor(() => expect(double.workplace.modal(organiser)).toBeDefined(), soon);
    await people.submit(organiser, { startsAt, place: '三楼', leads: ['60'] });
    const dryRun = double.workplace.modal(organiser);
    if (!dryRun) throw new Error('no dry run');
    await people.press(organiser, dryRun, '确认发出');
    await vi.waitFor(() => expect(double.workplace.read(HALL)).toHaveLength(1), soon);
    await sleep(Math.max(0, (startsAt - 3600) * 1000 - Date.now()));

    await storm();
    await vi.waitFor(() => expect(CROWD.filter((it) => remindersTo(it).length === 0)).toEqual([]), {
      timeout: 60_000,
      interval: 200,
    });
    await sleep(2500); // what was in flight has had its lease and its second look

    const counts = new Set(CROWD.map((it) => remindersTo(it).length));
    expect([...counts], `seed ${seed}`).toEqual([1]);
    expect(double.workplace.read(HALL)).toHaveLength(1);
    expect(double.problems).toEqual([]);
  } finally {
    await close();
  }
}

/** Questions come in under fire, and Slack repeats what is not acknowledged: each is answered once. */
export async function askUnderFire(engine: 'sqlite' | 'redis', count: 1 | 2): Promise<void> {
  const { double, people, seed, storm, close } = await openKilled(engine, count);
  const asked = CROWD.slice(0, 60);
  try {
    const asking = asked.map(async (person, n) => {
      await sleep(n * 120);
      const { body } = people.directBody(person, '职工沟通会开了几次');
      for (let tries = 0; tries < 40; tries++) {
        const retry = tries > 0 ? { num: tries, reason: 'http_timeout' } : undefined;
        const delivered = await people.deliver('events_api', body, retry).catch(() => undefined);
        if (delivered?.status === 200) return;
        await sleep(300);
      }
      throw new Error(`${person} could not ask`);
    });
    await Promise.all([storm(), ...asking]);
    const answersTo = (person: string) =>
      double.workplace.read(double.workplace.direct(person).id).filter(({ user }) => user === BOT.user);
    await vi.waitFor(() => expect(asked.filter((it) => answersTo(it).length === 0)).toEqual([]), {
      timeout: 60_000,
      interval: 200,
    });
    await sleep(2500);

    expect([...new Set(asked.map((it) => answersTo(it).length))], `seed ${seed}`).toEqual([1]);
  } finally {
    await close();
  }
}

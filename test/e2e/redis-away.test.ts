import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RedisServer, startRedis } from '../support/redis-server.ts';
import { linesOf } from '../support/slack/shown.ts';
import { HALL, openBot, PEOPLE } from '../support/slack-bot.ts';
import { BOT } from '../support/slack-double.ts';

const { member, other, cadre } = PEOPLE;
const soon = { timeout: 15_000, interval: 50 };

describe('while Redis is away', () => {
  let redis: RedisServer;
  let bot: Awaited<ReturnType<typeof openBot>>;
  beforeAll(async () => {
    redis = await startRedis('--appendfsync', 'always');
    bot = await openBot('http', { REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await bot.close();
    await redis.remove();
  });
  const posts = (channel: string) =>
    bot.double.workplace.read(channel).filter(({ user }) => user === BOT.user);
  const whispersTo = (person: string): string[] =>
    bot.double.workplace.whispers.filter(({ user }) => user === person).map((it) => linesOf(it).join('\n'));

  it('people are told that nothing was changed, and nothing is; when it is back the bot goes on by itself', async () => {
    const { people } = bot;
    await people.command(cadre, HALL, 'poll "去哪里" "香山" "颐和园"');
    await vi.waitFor(() => expect(posts(HALL)).toHaveLength(1), soon);

    await redis.stop();
    await people.command(cadre, HALL, 'poll "吃什么" "米饭" "面条"');
    void people.mention(member, HALL, '集体协商谈什么').catch(() => {});
    await vi.waitFor(() => expect(whispersTo(cadre).join()).toContain('什么都没有改动'), soon);
    await vi.waitFor(() => expect(whispersTo(member).join()).toContain('什么都没有改动'), soon);
    expect(posts(HALL)).toHaveLength(1);

    await redis.start();
    await vi.waitFor(async () => {
      await people.mention(other, HALL, '集体协商谈什么');
      await vi.waitFor(() => expect(posts(HALL).length).toBeGreaterThan(1), { timeout: 2000, interval: 50 });
    }, soon);
    expect(posts(HALL).some((it) => linesOf(it).join().includes('吃什么'))).toBe(false);
  }, 60_000);
});

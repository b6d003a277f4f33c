import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { createPeople, SIGNING_SECRET } from './slack/people.ts';
import { APP_TOKEN, BOT, BOT_TOKEN, openSlackDouble, type SlackDouble } from './slack-double.ts';

export const HALL = 'C0HALL';
export const DESK = 'C0DESK';
/** In a branch where everybody speaks Chinese but Eve. */
export const PEOPLE = {
  member: 'U0ANN',
  other: 'U0BOB',
  third: 'U0CEM',
  cadre: 'U0CADRE',
  organiser: 'U0ORG',
  english: 'U0EVE',
};

/** A double of Slack with a branch in it: a hall of everybody, and a desk. */
export async function openBranch(more: readonly string[] = []): Promise<SlackDouble> {
  const double = await openSlackDouble();
  const { workplace } = double;
  for (const id of [...Object.values(PEOPLE), ...more])
    workplace.addPeople({
      id,
      name: id.slice(2),
      locale: id === PEOPLE.english ? 'en-GB' : 'zh-CN',
      tz: 'Asia/Shanghai',
    });
  workplace.addChannel(HALL, [...Object.values(PEOPLE), ...more, BOT.user]);
  workplace.addChannel(DESK, [PEOPLE.cadre, BOT.user]);
  return double;
}

export type Mode = 'http' | 'socket';

/** The environment of a bot that joins this double. */
export const envOf = (
  double: SlackDouble,
  mode: Mode,
  port: number,
  more: { [name: string]: string } = {},
) => ({
  SLACK_API_URL: double.apiUrl,
  SLACK_BOT_TOKEN: BOT_TOKEN,
  ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN }),
  SLACK_PORT: String(port),
  GONGYOU_WORKSPACE: 'off',
  GONGYOU_ROLES: `cadre:${PEOPLE.cadre};organiser:${PEOPLE.organiser}`,
  GONGYOU_DESK: DESK,
  GONGYOU_QUIET_HOURS: '00:00-00:00',
  ...more,
});

/** A whole bot in this process, joined to a double of Slack by Bolt's real receiver. */
export async function openBot(mode: Mode, more: { [name: string]: string } = {}) {
  const double = await openBranch();
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'gongyou-slack-'));
  const read = readSettings(envOf(double, mode, port, { GONGYOU_DATA: data, ...more }));
  if ('wrong' in read) throw new Error(JSON.stringify(read.wrong));
  const start = () => startApp(read.settings, silentLog);
  let app = await start();
  const people = createPeople(double, () =>
    mode === 'http' ? { url: `http://127.0.0.1:${port}/slack/events` } : 'socket',
  );
  return {
    double,
    people,
    url: `http://127.0.0.1:${port}`,
    async restart() {
      await app.stop();
      app = await start();
    },
    async close() {
      await app.stop();
      await double.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

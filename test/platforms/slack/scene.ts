import { onTestFinished, vi } from 'vitest';
import type { Log } from '../../../src/log.ts';
import type { Dispatch, Incoming } from '../../../src/platforms/port.ts';
import { type SlackOptions, slackPlatform } from '../../../src/platforms/slack/index.ts';
import type { Reply } from '../../../src/view/reply.ts';
import { createPeople, SIGNING_SECRET } from '../../support/slack/people.ts';
import { APP_TOKEN, BOT, BOT_TOKEN, openSlackDouble } from '../../support/slack-double.ts';

export const HALL = 'C0HALL';
export const ANN = 'U0ANN';
export const BOB = 'U0BOB';

export type Mode = 'http' | 'socket';
export type Line = { readonly level: string; readonly message: string; readonly fields: object };

/** Slack's double, people in it, and a bot that is not started. */
export async function openUnion(mode: Mode, given: Partial<SlackOptions> = {}) {
  const double = await openSlackDouble();
  double.workplace.addPeople(
    { id: ANN, name: '安文', display: '小安', locale: 'zh-CN' },
    { id: BOB, name: 'Bob Li', locale: 'en-US', tz: 'Europe/Berlin' },
    { id: 'U0OTHERBOT', name: 'other', bot: true },
  );
  double.workplace.addChannel(HALL, [ANN, BOB, BOT.user, 'U0OTHERBOT', 'USLACKBOT']);
  const lines: Line[] = [];
  const level = (name: string) => (fields: object, message: string) =>
    void lines.push({ level: name, fields, message });
  const log: Log = { info: level('info'), warn: level('warn'), error: level('error') };
  const platform = slackPlatform({
    botToken: BOT_TOKEN,
    ...(mode === 'http' ? { signingSecret: SIGNING_SECRET } : { appToken: APP_TOKEN }),
    apiUrl: double.apiUrl,
    host: '127.0.0.1',
    port: 0,
    log,
    language: 'zh-CN',
    now: Date.now,
    ...given,
  });
  const people = createPeople(double, () => (mode === 'http' ? { url: platform.where } : 'socket'));
  return { double, platform, people, lines, workplace: double.workplace };
}

/** A bot at work in the union, with what it was told; ends with the test. */
export async function startUnion(
  mode: Mode,
  answers: (incoming: Incoming) => Reply | Promise<Reply> = () => ({ to: 'nobody' }),
  given: Partial<SlackOptions> = {},
) {
  const union = await openUnion(mode, given);
  const heard: Incoming[] = [];
  const dispatch: Dispatch = async (incoming) => {
    heard.push(incoming);
    return answers(incoming);
  };
  onTestFinished(async () => {
    await union.platform.stop();
    await union.double.close();
  });
  await union.platform.start(dispatch);
  return { ...union, heard };
}

/** Waits until something holds. */
export const eventually = (holds: () => void): Promise<void> =>
  vi.waitFor(holds, { timeout: 5000, interval: 10 });

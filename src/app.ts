import { fileURLToPath } from 'node:url';
import { openModel } from './answers/model/index.ts';
import type { Settings } from './config.ts';
import type { Pace } from './delivery/index.ts';
import { createDemoClock } from './demo-clock.ts';
import { createHeart, createPulse } from './heartbeat.ts';
import { openLiveAnswers } from './live-content.ts';
import type { Log } from './log.ts';
import type { Platform } from './platforms/port.ts';
import { slackPlatform } from './platforms/slack/index.ts';
import { DESK_CHANNEL, personaOf, webPlatform } from './platforms/web/index.ts';
import { openEngine } from './setup.ts';
import type { Engine } from './store/port.ts';
import { noteWorkplace } from './store/workplaces.ts';
import { openWorkplace, type Workplace, type WorkplaceParts } from './workplace.ts';
import { realWorld } from './world.ts';

/** The built page: beside the built server, also when the source is run as it is. */
const CLIENT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/client' : '../client', import.meta.url),
);

export type App = {
  /** Where the browser workspace is; absent when it is off. */
  readonly url: string | undefined;
  /** How Slack reaches the bot; absent when it does not. */
  readonly slack: string | undefined;
  /** Takes nothing new, and resolves when what was begun has ended. */
  stop(): Promise<void>;
};

/**
 * Opens the store, the content and every workplace that the settings name. `pace` is other than usual in tests.
 *
 * @throws SetupError
 */
export async function startApp(settings: Settings, log: Log, pace: Partial<Pace> = {}): Promise<App> {
  const live = await openLiveAnswers(settings.GONGYOU_CONTENT, log, openModel(settings, log));
  const engine = await openEngine(settings, log);
  const shared = {
    answers: live.answers,
    language: settings.GONGYOU_LANGUAGE,
    zone: settings.GONGYOU_TIME_ZONE,
    quiet: settings.GONGYOU_QUIET_HOURS,
    pace,
  };
  const watching = createPulse({ name: 'content', pulse: live.look, log });
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all([watching.stop(), live.stop()]);
    await Promise.all(running.map((it) => it.stop()));
    await engine.close();
  };
  try {
    const web =
      settings.GONGYOU_WORKSPACE === 'off' ? undefined : await openWeb(settings, engine, shared, log);
    if (web) running.push(web);
    const slack = settings.SLACK_BOT_TOKEN ? await openSlack(settings, engine, shared, log) : undefined;
    if (slack) running.push(slack);
    watching.start();
    return { url: web?.where, slack: slack?.where, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Shared = Pick<WorkplaceParts, 'answers' | 'language' | 'zone' | 'quiet' | 'pace'>;
type Running = { readonly where: string; stop(): Promise<void> };

async function openWeb(settings: Settings, engine: Engine, shared: Shared, log: Log): Promise<Running> {
  const store = engine.store('web');
  const clock = createDemoClock(store);
  await clock.refresh();
  const settle = async (): Promise<void> => {
    await workplace.beat();
    await workplace.pulse();
  };
  const platform = webPlatform({
    store,
    world: clock.world,
    clock: {
      // from one thing due to the next, as if the time had really passed
      async jump(to) {
        for (let left = 200; left > 0; left--) {
          const next = await workplace.nextDue();
          if (next === undefined || next > to) break;
          if (next > clock.world.now()) await clock.jump(next);
          await settle();
        }
        await clock.jump(to);
        await settle();
      },
      reset: clock.reset,
    },
    host: settings.HOST,
    port: settings.PORT,
    ...(settings.GONGYOU_WORKSPACE_PASSWORD ? { password: settings.GONGYOU_WORKSPACE_PASSWORD } : {}),
    language: shared.language,
    zone: shared.zone,
    clientDir: CLIENT,
    log,
  });
  const workplace = openWorkplace({
    ...shared,
    store,
    platform,
    world: clock.world,
    roleOf: (person) => personaOf(person)?.role ?? 'member',
    desk: { channel: DESK_CHANNEL, direct: false },
    log,
    pace: { editEveryMs: 200, ...shared.pace },
  });
  const alive = await begin('web', workplace, platform, engine, log, clock.refresh);
  return { ...alive, where: platform.url };
}

async function openSlack(settings: Settings, engine: Engine, shared: Shared, log: Log): Promise<Running> {
  const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, GONGYOU_DESK } = settings;
  const platform = slackPlatform({
    botToken: SLACK_BOT_TOKEN,
    ...(SLACK_SIGNING_SECRET ? { signingSecret: SLACK_SIGNING_SECRET } : {}),
    ...(SLACK_APP_TOKEN ? { appToken: SLACK_APP_TOKEN } : {}),
    apiUrl: settings.SLACK_API_URL,
    host: settings.SLACK_HOST,
    port: settings.SLACK_PORT,
    language: shared.language,
    zone: shared.zone,
    log,
    now: realWorld.now,
  });
  const team = await platform.connect();
  const workplace = openWorkplace({
    ...shared,
    store: engine.store(team),
    platform,
    world: realWorld,
    roleOf: (person) => settings.GONGYOU_ROLES.get(person) ?? 'member',
    desk: addressOf(GONGYOU_DESK),
    log,
  });
  const alive = await begin(team, workplace, platform, engine, log);
  return { ...alive, where: platform.where };
}

const addressOf = (id: string | undefined) => {
  if (!id) return undefined;
  return /^[UW]/.test(id) ? { person: id } : { channel: id, direct: false };
};

/** Lets a workplace live: what comes in is dispatched, and its heart beats. */
async function begin(
  name: string,
  workplace: Workplace,
  platform: Platform,
  engine: Engine,
  log: Log,
  before: () => Promise<void> = async () => {},
): Promise<{ stop(): Promise<void> }> {
  await noteWorkplace(engine, name);
  await platform.start(workplace.dispatch);
  const heart = createHeart({
    name,
    store: engine.store(name),
    log,
    beat: workplace.beat,
    async pulse() {
      await before();
      await workplace.pulse();
    },
  });
  heart.start();
  return {
    async stop() {
      await platform.stop();
      await heart.stop();
      await workplace.stop();
    },
  };
}

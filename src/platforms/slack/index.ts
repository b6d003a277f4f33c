import { setTimeout as sleep } from 'node:timers/promises';
import { App, type ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../calendar/moment.ts';
import type { Log } from '../../log.ts';
import { languageOf, textsIn } from '../../texts/index.ts';
import { type Instant, seconds } from '../../world.ts';
import type { Address, Dispatch, Platform } from '../port.ts';
import { createCall } from './calls.ts';
import { createCarryOut } from './carry-out.ts';
import { listen } from './listen.ts';
import { SCOPES } from './needs.ts';
import type { Me } from './received.ts';
import { type Intake, openIntake } from './receiver.ts';
import { type Drawing, render } from './render.ts';
import { createRoster } from './roster.ts';
import { sdkLog } from './sdk-log.ts';
import { createSend } from './send.ts';
import { refusedSetup, SlackSetupError } from './setup-error.ts';

export { SlackSetupError } from './setup-error.ts';

export type SlackOptions = {
  /** Bot User OAuth Token, `xoxb-…`. */
  readonly botToken: string;
  /** Needed without an app token. */
  readonly signingSecret?: string;
  /** App-level token, `xapp-…`: Socket Mode in place of HTTP. */
  readonly appToken?: string;
  /** Of the Web API; default Slack's own. */
  readonly apiUrl?: string;
  /** Where Slack's requests come in, without an app token. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Default `/slack/events`. */
  readonly path?: string;
  readonly log: Log;
  /** Of channels, and of people whose own is not known. */
  readonly language: Language;
  /** IANA; of moments where Slack cannot show them in the reader's own. */
  readonly zone?: string;
  now(): Instant;
};

export type SlackPlatform = Platform & {
  /** Whose token it is: the workplace's id. `start` does it too. @throws SlackSetupError */
  connect(): Promise<string>;
  /** Known once connected. */
  readonly teamId: string;
  /** Where acts come in, once started. */
  readonly where: string;
};

const Auth = z.object({
  user_id: z.string(),
  team_id: z.string(),
  bot_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** How long an event may be left without acknowledgement. */
const ACK_MS = seconds(2.5);

const isRepeated = (body: { type?: unknown }): boolean => body.type === 'event_callback';

/** How long `stop` waits for what was begun. */
const STOP_MS = seconds(10);

/**
 * Slack, by HTTP or by Socket Mode.
 *
 * @throws SlackSetupError from `connect` and `start` when the bot cannot join; the process lives on
 */
export function slackPlatform(options: SlackOptions): SlackPlatform {
  const { log, language, now } = options;
  const apiUrl = options.apiUrl ?? 'https://slack.com/api/';
  const call = createCall(options.botToken, apiUrl, log);
  const roster = createRoster({ call, now });
  const send = createSend({ call, now, me: () => known().user });
  const carry = createCarryOut({ call, send, log, drawingFor });
  const inFlight = new Set<Promise<void>>();
  let me: (Me & { readonly bot: string }) | undefined;
  let intake: Intake | undefined;
  let where = '';
  let stopping = false;

  function known() {
    if (!me) throw new Error('not connected to Slack yet');
    return me;
  }

  async function drawingFor(person: string): Promise<Drawing> {
    const { locale, zone = options.zone } = await roster.person(person);
    return drawingIn(languageOf(locale, language), zone);
  }

  const drawingIn = (spoken: Language, zone = options.zone): Drawing => ({
    words: textsIn(spoken).slack,
    language: spoken,
    zone: zone ?? 'Asia/Shanghai',
  });

  const drawingAt = (to: Address): Promise<Drawing> | Drawing =>
    'person' in to ? drawingFor(to.person) : drawingIn(language);

  async function connect(): Promise<string> {
    if (me) return me.team;
    const auth = await call('auth.test', {}, Auth);
    if (auth.kind !== 'done') throw refusedSetup(auth.why, 'token', apiUrl);
    const { user_id, team_id, bot_id, enterprise_id, response_metadata } = auth.is;
    if (!bot_id) throw new SlackSetupError('token', { why: 'not_a_bot_token' });
    const granted = response_metadata?.scopes;
    const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
    if (missing.length > 0) log.warn({ missing }, 'slack has not granted all scopes: install the app again');
    me = {
      user: user_id,
      bot: bot_id,
      team: team_id,
      ...(enterprise_id ? { enterprise: enterprise_id } : {}),
    };
    return team_id;
  }

  async function start(dispatch: Dispatch): Promise<void> {
    await connect();
    const { user, bot } = known();
    const { signingSecret, appToken, host, port, path = '/slack/events' } = options;
    const opened = openIntake({ signingSecret, appToken, apiUrl, host, port, path, log });
    const app = new App({
      receiver: opened.receiver,
      // who we are is known, so that Bolt need not ask, nor fail where nobody can catch it
      authorize: async () => ({ botToken: options.botToken, botId: bot, botUserId: user }),
      convoStore: false,
      logger: sdkLog(log),
    });
    app.error(async (error) =>
      log.error({ code: error.code, stack: error.original?.stack }, 'slack listener failed'),
    );
    count(app, opened.leavable);
    listen(app, { me: known(), dispatch, carry, roster, log, drawingFor, directWith });
    where = await opened.start(app);
    intake = opened;
  }

  /** Keeps count of what is being handled, for Bolt does not wait for it. */
  function count(app: App, leavable: boolean): void {
    const handle = app.processEvent.bind(app);
    app.processEvent = async (event) => {
      if (stopping && leavable) return;
      const handling = isRepeated(event.body) ? ackedAfter(event, handle) : handle(event);
      inFlight.add(handling);
      await handling.finally(() => inFlight.delete(handling));
    };
  }

  /**
   * Slack repeats an event that is not acknowledged, so it is acknowledged once it is handled, and what a crash cuts
   * off comes again; after a while in any case, for Slack waits three seconds.
   */
  async function ackedAfter(event: ReceiverEvent, handle: App['processEvent']): Promise<void> {
    const handling = handle({ ...event, ack: async () => {} });
    const waited = new AbortController();
    const long = sleep(ACK_MS, undefined, { signal: waited.signal }).catch(() => {});
    await Promise.race([handling, long]);
    waited.abort();
    await event.ack();
    await handling;
  }

  async function directWith(person: string): Promise<string | undefined> {
    const direct = await send.directWith(person);
    return direct.kind === 'done' ? direct.is : undefined;
  }

  async function stop(): Promise<void> {
    stopping = true;
    const closed = intake && !intake.leavable ? intake.stop() : undefined;
    const done = new AbortController();
    const late = sleep(STOP_MS, undefined, { signal: done.signal }).catch(() => {});
    await Promise.race([Promise.allSettled(inFlight), late]);
    done.abort();
    if (inFlight.size > 0) log.warn({ left: inFlight.size }, 'stopped before all was handled');
    // a socket stays open until the answers have gone out by it
    await (closed ?? intake?.stop());
    intake = undefined;
  }

  return {
    name: 'slack',
    connect,
    get teamId() {
      return known().team;
    },
    get where() {
      return where;
    },
    start,
    stop,
    post: async (to, card, mark) => send.post(to, render(card, 'message', await drawingAt(to)), mark),
    edit: async (posted, card) => send.edit(posted, render(card, 'message', drawingIn(language))),
    find: send.find,
    members: roster.members,
    person: roster.person,
  };
}

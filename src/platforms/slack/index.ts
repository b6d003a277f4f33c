import { App } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../calendar/moment.ts';
import type { Log } from '../../log.ts';
import { languageOf, textsIn } from '../../texts/index.ts';
import type { Card } from '../../view/card.ts';
import type { Instant } from '../../world.ts';
import type { Address, Dispatch, Platform } from '../port.ts';
import { createCall } from './calls.ts';
import { createCarryOut } from './carry-out.ts';
import { createInFlight } from './in-flight.ts';
import { listen } from './listen.ts';
import { SCOPES } from './needs.ts';
import type { Me } from './received.ts';
import { type Intake, openIntake } from './receiver.ts';
import { type Drawing, type Rendered, render } from './render.ts';
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

const NOT_DRAWN = { kind: 'never', why: 'cannot-be-drawn' } as const;

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
  const inFlight = createInFlight(log);
  let me: (Me & { readonly bot: string }) | undefined;
  let intake: Intake | undefined;
  let where = '';

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

  /** A card that no message can hold is our fault, and will be so the next time. */
  function drawn(card: Card, drawing: Drawing): Rendered | undefined {
    try {
      return render(card, 'message', drawing);
    } catch (error) {
      log.error({ error: String(error) }, 'a card cannot be drawn');
      return undefined;
    }
  }

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
    inFlight.watch(app, opened.leavable);
    listen(app, { me: known(), dispatch, carry, roster, log, drawingFor, directWith });
    where = await opened.start(app);
    intake = opened;
  }

  async function directWith(person: string): Promise<string | undefined> {
    const direct = await send.directWith(person);
    return direct.kind === 'done' ? direct.is : undefined;
  }

  async function stop(): Promise<void> {
    inFlight.stopping();
    const closed = intake && !intake.leavable ? intake.stop() : undefined;
    await inFlight.drain();
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
    async post(to, card, mark) {
      const rendered = drawn(card, await drawingAt(to));
      return rendered ? send.post(to, rendered, mark) : NOT_DRAWN;
    },
    async edit(posted, card) {
      const rendered = drawn(card, drawingIn(language));
      return rendered ? send.edit(posted, rendered) : NOT_DRAWN;
    },
    find: send.find,
    members: roster.members,
    person: roster.person,
  };
}

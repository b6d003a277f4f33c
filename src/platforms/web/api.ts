import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { type Language, partsIn } from '../../calendar/moment.ts';
import { days, hours, type Instant, minutes } from '../../world.ts';
import { type Acts, checkPerson, checkSeat, instantOf, rootOf } from './acts.ts';
import { channelsOf, directOf } from './channels.ts';
import { checked, jsonOf } from './http.ts';
import type { Journal } from './journal.ts';
import { PERSONAS, personaOf } from './personas.ts';
import { HttpProblem } from './problem.ts';
import * as requests from './requests.ts';
import type { ChannelState, Clock, Page, State } from './wire.ts';

type Parts = {
  readonly acts: Acts;
  readonly journal: Journal;
  readonly clock: () => Clock;
  readonly moveClock: { jump(to: Instant): Promise<void>; reset(): Promise<void> | void };
  readonly languages: {
    of(person: string): Promise<Language>;
    choose(person: string, language: Language): Promise<void>;
  };
  readonly zone: string;
  readonly loopback: boolean;
  /** Called when the clock has moved. */
  readonly moved: () => void;
};

type Route = (request: IncomingMessage, query: URLSearchParams) => Promise<object>;
export type Routes = { readonly [route: string]: Route };

/** What the page asks of the server, `METHOD /path`; everything that comes in is checked first. */
export function createApi(parts: Parts): Routes {
  const { acts, journal, clock, languages, zone, loopback } = parts;

  const post =
    <T>(schema: z.ZodType<T>, run: (body: T) => Promise<object>): Route =>
    async (request) =>
      run(await jsonOf(request, schema));
  const read =
    <T>(schema: z.ZodType<T>, run: (query: T) => Promise<object>): Route =>
    (_, query) =>
      run(checked(Object.fromEntries(query), schema));

  async function state(by: string): Promise<State> {
    const me = personaOf(by);
    if (!me) throw new HttpProblem('no-such-person');
    // the number first: what changes meanwhile is told again rather than never
    const seq = await journal.newest();
    const channels = await Promise.all(channelsOf(by).map(channelState));
    const language = await languages.of(by);
    return { me, language, zone, personas: PERSONAS, channels, clock: clock(), loopback, seq };
  }

  async function channelState(channel: ReturnType<typeof channelsOf>[number]): Promise<ChannelState> {
    const newest = await journal.newestIn(channel.id);
    return newest ? { ...channel, newest } : channel;
  }

  async function moveClock(move: requests.ClockMove): Promise<Clock> {
    if (move.to === 'now') await parts.moveClock.reset();
    else await parts.moveClock.jump(target(move, clock().now, zone));
    parts.moved();
    return clock();
  }

  async function thread(by: string, root: string): Promise<Page> {
    const channel = root.split('.')[0] ?? '';
    checkSeat(by, channel);
    await rootOf(journal, channel, root);
    return { messages: await journal.thread(root) };
  }

  return {
    'GET /api/state': read(requests.StateQuery, ({ by }) => state(by)),
    'GET /api/messages': read(requests.MessagesQuery, ({ by, channel, before }) => {
      checkSeat(by, channel);
      return journal.page(channel, before);
    }),
    'GET /api/thread': read(requests.ThreadQuery, ({ by, thread: root }) => thread(by, root)),
    'POST /api/say': post(requests.Say, acts.say),
    'POST /api/command': post(requests.Say, acts.command),
    'POST /api/press': post(requests.Press, acts.press),
    'POST /api/send': post(requests.Send, acts.send),
    'POST /api/home': post(requests.Home, ({ id, by }) => acts.home(id, by)),
    'POST /api/clock': post(requests.ClockMove, moveClock),
    'PUT /api/language': post(requests.LanguageChoice, async ({ id, by, language }) => {
      checkPerson(by);
      await languages.choose(by, language);
      // the bot may hold an older wish, which goes before what a messenger says
      await acts.command({ id, by, channel: directOf(by), text: `language ${language}` });
      return { language };
    }),
  };
}

/** Where the demo clock is to go. It moves only ahead, for reminders that were sent cannot be unsent. */
export function target(
  move: Exclude<requests.ClockMove, { to: 'now' }>,
  now: Instant,
  zone: string,
): Instant {
  switch (move.to) {
    case 'ahead':
      return now + minutes(move.minutes);
    case 'local': {
      const to = instantOf(move.local, zone);
      if (to <= now || to > now + days(366)) throw new HttpProblem('bad-input', 'local');
      return to;
    }
    case 'tomorrow': {
      const today = partsIn(now, zone);
      const noon = instantOf(`${today.year}-${today.month}-${today.day}T12:00`, zone);
      const { year, month, day } = partsIn(noon + hours(24), zone);
      return instantOf(`${year}-${month}-${day}T${move.hour}:00`, zone);
    }
  }
}

/** Whether a path is one of the API's, so that a wrong one is told so in JSON. */
export const isApi = (path: string): boolean => path.startsWith('/api/');

import type { Language } from '../../calendar/moment.ts';
import type { Log } from '../../log.ts';
import { type Store, StoreAway } from '../../store/port.ts';
import { type Instant, realWorld } from '../../world.ts';
import type { Address, Dispatch, Ended, Place, Platform, Posted } from '../port.ts';
import { createActs } from './acts.ts';
import { createApi } from './api.ts';
import { channelOf, directOf } from './channels.ts';
import { readFiles } from './files.ts';
import { isLoopback } from './guard.ts';
import { createJournal } from './journal.ts';
import { createLanguages } from './languages.ts';
import { createLive } from './live.ts';
import { createLogin } from './login.ts';
import { BOT, personaOf } from './personas.ts';
import { createWebServer } from './server.ts';
import { WebSetupError } from './setup-error.ts';
import type { Clock } from './wire.ts';

export { DESK_CHANNEL } from './channels.ts';
export { PERSONAS, type Persona, type PersonaRole, personaOf } from './personas.ts';
export { WebSetupError } from './setup-error.ts';

export type WebOptions = {
  /** Holds the workspace's own messages, in collections that begin with `ws-`. */
  readonly store: Store;
  /** The time that people are shown; the demo clock moves it. */
  readonly world: { now(): Instant };
  readonly clock: { jump(to: Instant): Promise<void>; reset(): Promise<void> | void };
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Needed on a host that others reach. */
  readonly password?: string;
  /** Of personas who have chosen none. */
  readonly language: Language;
  /** IANA; moments are typed and shown in it. */
  readonly zone: string;
  /** Folder of the built page. */
  readonly clientDir: string;
  readonly log: Log;
};

/** How soon to try again when the store is away. */
const STORE_AWAY_MS = 1000;

/**
 * The browser workspace: a messenger of its own in which one person plays a whole branch. For trying out and
 * demonstrations; there is nobody in it but made-up people. `url` holds once it has started.
 *
 * @throws WebSetupError from `start` when it cannot open
 */
export function webPlatform(options: WebOptions): Platform & { readonly url: string } {
  const { store, world, host, zone, language, log, password } = options;
  let port = options.port;
  const clock = (): Clock => {
    const now = world.now();
    const aheadMs = now - realWorld.now();
    return { now, aheadMs: aheadMs < 1000 ? 0 : aheadMs };
  };
  let wake = (): void => {};
  const journal = createJournal(store, () => wake());
  const live = createLive(journal, clock, log);
  wake = live.wake;
  const languages = createLanguages(store, language);
  let stop = async (): Promise<void> => {};

  async function start(dispatch: Dispatch): Promise<void> {
    const loopback = isLoopback(host);
    if (!loopback && !password) throw new WebSetupError('password-needed', { host, port });
    const acts = createActs({ journal, dispatch, now: world.now, zone });
    const moved = live.beat;
    const routes = createApi({
      acts,
      journal,
      clock,
      moveClock: options.clock,
      languages,
      zone,
      loopback,
      moved,
    });
    const files = readFiles(options.clientDir);
    if (!files.built) log.warn({}, 'the workspace page is not built');
    const login = password ? createLogin(password, realWorld.now) : undefined;
    const server = createWebServer({ routes, live, journal, files, login, host, language, log });
    port = await server.start({ host, port });
    stop = server.stop;
  }

  return {
    name: 'web',
    get url() {
      return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
    },
    start,
    stop: () => stop(),
    post: (to, card, { key }) =>
      ended(async () => {
        const place = await placeOf(to);
        if (typeof place === 'string') return { kind: 'never', why: place };
        const { channel, thread } = place;
        const draft = { channel, ...(thread ? { thread } : {}), by: BOT, at: world.now(), card };
        const message = await journal.post(draft, key);
        return { kind: 'done', is: { channel: message.channel, message: message.id } };
      }),
    edit: ({ message }, card) =>
      ended(async () => {
        const there = await journal.edit(message, card);
        return there ? { kind: 'done', is: null } : { kind: 'never', why: 'message-gone' };
      }),
    find: (_, key) =>
      ended<Posted | undefined>(async () => {
        const message = await journal.byKey(key);
        return { kind: 'done', is: message && { channel: message.channel, message: message.id } };
      }),
    async members(channel) {
      const found = channelOf(channel);
      return found ? { kind: 'done', is: found.members } : { kind: 'never', why: 'no-such-channel' };
    },
    async person(id) {
      const persona = personaOf(id);
      if (!persona) return { name: id };
      const spoken = await languages.of(id).catch(() => language);
      return { name: persona.name[spoken], locale: spoken, zone };
    },
  };

  /** Where an address leads; a string says why it leads nowhere. */
  async function placeOf(to: Address): Promise<Pick<Place, 'channel' | 'thread'> | string> {
    if ('person' in to) return personaOf(to.person) ? { channel: directOf(to.person) } : 'no-such-person';
    if (!channelOf(to.channel)) return 'no-such-channel';
    if (!to.thread) return { channel: to.channel };
    const root = await journal.get(to.thread);
    return root?.channel === to.channel && !root.thread ? to : 'no-such-thread';
  }
}

/** The store's absence in the words of the port. */
async function ended<T>(work: () => Promise<Ended<T>>): Promise<Ended<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    if (error.uncertain) return { kind: 'unclear', why: 'store-away' };
    return { kind: 'later', retryAfterMs: STORE_AWAY_MS, why: 'store-away' };
  }
}

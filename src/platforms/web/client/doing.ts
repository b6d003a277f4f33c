import type { Language } from '../../../calendar/moment.ts';
import type { Clock, Message } from '../wire.ts';
import { createDeeds } from './deeds.ts';
import { type Holder, seqOf, type View } from './model.ts';
import * as prefs from './prefs.ts';
import { type Move, ServerProblem, serverFor } from './server.ts';
import { wordsIn } from './words.ts';

/** Who is played when nobody, or nobody known, was chosen. */
export const NEWCOMER = 'u-lin';
/** How soon to begin anew when the server has closed the live updates. */
const AGAIN_MS = 2000;

export type Doing = ReturnType<typeof createDoing>;

/** Everything that can be done at the page: moving about in it, and what `createDeeds` adds. */
export function createDoing(holder: Holder) {
  const { get, set } = holder;
  let live: EventSource | undefined;
  const server = () => serverFor(get().person, get().language);
  const deeds = createDeeds({ holder, server });

  /** Loads everything anew for whoever is played, and listens. */
  async function boot(): Promise<void> {
    live?.close();
    const { person, language } = get();
    try {
      const first = await server().state();
      if (first.language !== language) await server().language();
      if (get().person !== person) return;
      const unread = Object.fromEntries(
        first.channels.map(({ id, newest }) => [
          id,
          newest && seqOf(newest) > prefs.keptRead(person, id) ? 1 : 0,
        ]),
      );
      set({ state: { ...first, language }, unread, offline: false, loaded: {} });
      listen(first.seq);
      await open(known(get().view) ? get().view : { kind: 'home' }, get().thread);
    } catch (error) {
      if (error instanceof ServerProblem && error.code === 'no-such-person' && person !== NEWCOMER)
        return play(NEWCOMER);
      deeds.complain(error);
      set({ offline: true });
      setTimeout(() => void boot(), AGAIN_MS);
    }
  }

  const known = (view: View): boolean =>
    view.kind === 'home' || (get().state?.channels.some(({ id }) => id === view.id) ?? false);

  function listen(after: number): void {
    live = server().live(after);
    live.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
    live.addEventListener('clock', ({ data }) => showClock(JSON.parse(data)));
    live.addEventListener('reset', () => void boot());
    live.onopen = () => set({ offline: false });
    live.onerror = ({ target }) => {
      set({ offline: true });
      // a browser comes back by itself, but not after an answer that it cannot read
      if (target === live && live?.readyState === EventSource.CLOSED) setTimeout(() => void boot(), AGAIN_MS);
    };
  }

  function hear(message: Message): void {
    const { view, person, loaded, language } = get();
    const isNew = !loaded[message.channel]?.messages.some(({ id }) => id === message.id) && !message.edited;
    deeds.keep(message);
    if (!isNew || message.by === person) return;
    const inView = view.kind === 'channel' && view.id === message.channel && !document.hidden;
    if (!inView)
      set(({ unread }) => ({ unread: { ...unread, [message.channel]: (unread[message.channel] ?? 0) + 1 } }));
    if (inView) seen(message.channel);
    const words = wordsIn(language);
    const who = get().state?.personas.find(({ id }) => id === message.by)?.name[language] ?? words.bot.name;
    set({ heard: words.chat.newMessage(who, message.text ?? message.card?.title ?? words.chat.card) });
  }

  function seen(channel: string): void {
    const newest = Math.max(0, ...(get().loaded[channel]?.messages ?? []).map(({ id }) => seqOf(id)));
    prefs.keepRead(get().person, channel, newest);
    set(({ unread }) => ({ unread: { ...unread, [channel]: 0 } }));
  }

  const showClock = (clock: Clock): void => set(({ state }) => (state ? { state: { ...state, clock } } : {}));

  /** Goes to a page of the workspace, and remembers it in the address. */
  async function open(view: View, thread?: string): Promise<void> {
    set({ view, thread, drawer: false });
    location.hash = view.kind === 'home' ? '#/' : `#/${view.id}${thread ? `/${thread}` : ''}`;
    if (view.kind === 'home') return deeds.openHome();
    if (!get().loaded[view.id]) await load(view.id);
    seen(view.id);
  }

  async function load(channel: string, before?: string): Promise<void> {
    try {
      const page = await server().messages(channel, before);
      set(({ loaded }) => {
        const later = before ? (loaded[channel]?.messages ?? []) : [];
        const ids = new Set(page.messages.map(({ id }) => id));
        const messages = [...page.messages, ...later.filter(({ id }) => !ids.has(id))];
        const { earlier } = page;
        return { loaded: { ...loaded, [channel]: earlier ? { messages, earlier } : { messages } } };
      });
    } catch (error) {
      deeds.complain(error);
    }
  }

  /** Becomes somebody else; what only the one before could see goes with them. */
  async function play(person: string): Promise<void> {
    prefs.keepPerson(person);
    const { view: before } = get();
    const view = before.kind === 'channel' && before.id.startsWith('dm-') ? directOf(person) : before;
    const passing = prefs.keptPassing(person);
    set({ person, view, thread: undefined, home: undefined, passing, pending: [], loaded: {} });
    await boot();
  }

  const directOf = (person: string): View => ({ kind: 'channel', id: `dm-${person}` });

  async function speak(language: Language): Promise<void> {
    prefs.keepLanguage(language);
    document.documentElement.lang = language;
    set({ language });
    try {
      await server().language();
      if (get().view.kind === 'home') await deeds.openHome();
    } catch (error) {
      deeds.complain(error);
    }
  }

  async function moveClock(move: Move): Promise<Clock | undefined> {
    try {
      const clock = await server().clock(move);
      showClock(clock);
      return clock;
    } catch (error) {
      deeds.complain(error);
      return undefined;
    }
  }

  function setTheme(theme: prefs.Theme): void {
    prefs.keepTheme(theme);
    set({ theme });
  }

  function showHints(hints: boolean): void {
    prefs.keepHints(hints);
    set({ hints });
  }

  return { ...deeds, boot, open, load, play, speak, moveClock, setTheme, showHints, set, seen };
}

import { instantIn } from '../../calendar/moment.ts';
import type { Json } from '../../json.ts';
import type { Filled } from '../../view/form.ts';
import type { Reply } from '../../view/reply.ts';
import type { Instant } from '../../world.ts';
import type { Did, Dispatch, Place } from '../port.ts';
import { channelOf, isIn } from './channels.ts';
import type { Journal } from './journal.ts';
import { BOT, personaOf } from './personas.ts';
import { HttpProblem } from './problem.ts';
import type { Press, Say, Send } from './requests.ts';
import type { Acted, Message, Shown, Typed } from './wire.ts';

type Parts = {
  readonly journal: Journal;
  readonly dispatch: Dispatch;
  readonly now: () => Instant;
  /** IANA; typed moments are in it. */
  readonly zone: string;
};

type Where = { readonly channel: string; readonly thread?: string | undefined };

const COMMAND = /^\/(?:gongyou|工友)(?:\s+|$)/i;
const MENTION = /@(?:工友|gongyou\b)[\s,，:：]*/gi;

export type Acts = ReturnType<typeof createActs>;

/** What the page's people do, handed to the bot, and the bot's replies carried out. */
export function createActs({ journal, dispatch, now, zone }: Parts) {
  /** Shows a reply; what is for everybody is posted, what is for the asker alone is handed back. */
  async function carryOut(reply: Reply, id: string, at: Place | undefined, pressed?: string): Promise<Shown> {
    switch (reply.to) {
      case 'here':
        if (!at) return { kind: 'asker', card: reply.show };
        await journal.post({ ...placed(at), by: BOT, at: now(), card: reply.show }, `here-${id}`);
        return { kind: 'nothing' };
      case 'asker':
        return { kind: 'asker', card: reply.show };
      case 'card':
        if (!pressed) return { kind: 'card', card: reply.show };
        await journal.edit(pressed, reply.show);
        return { kind: 'nothing' };
      case 'form':
        return { kind: 'form', form: reply.open };
      case 'home':
        return { kind: 'home', card: reply.show };
      case 'fields':
        return { kind: 'fields', wrong: reply.wrong };
      case 'nobody':
        return { kind: 'nothing' };
    }
  }

  async function act(
    id: string,
    by: string,
    at: Place | undefined,
    did: Did,
    pressed?: string,
  ): Promise<Shown> {
    const incoming = at ? { id: `web-${id}`, by, at, did } : { id: `web-${id}`, by, did };
    return carryOut(await dispatch(incoming), id, at, pressed);
  }

  async function placeOf(by: string, { channel, thread }: Where): Promise<Place> {
    checkSeat(by, channel);
    const { direct } = channelOf(channel) ?? { direct: false };
    if (!thread) return { channel, direct };
    await rootOf(journal, channel, thread);
    return { channel, direct, thread };
  }

  /** Posts what somebody wrote; what is said to the bot is answered, in a channel under the message itself. */
  async function say({ id, by, channel, thread, text }: Say): Promise<Acted> {
    const at = await placeOf(by, { channel, thread });
    if (COMMAND.test(text)) {
      const shown = await act(id, by, at, { kind: 'command', text: text.replace(COMMAND, '').trim() });
      return { shown };
    }
    const message = await journal.post({ ...placed(at), by, at: now(), act: id, text }, `say-${by}-${id}`);
    if (!at.direct && text.search(MENTION) < 0) return { shown: { kind: 'nothing' }, message };
    const said = text.replace(MENTION, ' ').trim();
    const place = at.direct ? at : { ...at, thread: thread ?? message.id };
    return { shown: await act(id, by, place, { kind: 'message', text: said }), message };
  }

  async function command(body: Say): Promise<Acted> {
    const at = await placeOf(body.by, body);
    const text = body.text.replace(COMMAND, '').trim();
    return { shown: await act(body.id, body.by, at, { kind: 'command', text }) };
  }

  async function press(body: Press): Promise<Acted> {
    const { at, pressed } = await pressedAt(body);
    const did: Did = { kind: 'press', act: body.act, input: body.input as Json };
    return { shown: await act(body.id, body.by, at, did, pressed) };
  }

  async function send(body: Send): Promise<Acted> {
    const { at, pressed } = await pressedAt(body);
    const filled = filledIn(body.typed, zone);
    const did: Did = { kind: 'send', act: body.act, input: body.input as Json, filled };
    return { shown: await act(body.id, body.by, at, did, pressed) };
  }

  async function home(id: string, by: string): Promise<Acted> {
    checkPerson(by);
    return { shown: await act(id, by, undefined, { kind: 'home' }) };
  }

  /** Where a card stands that was pressed, and the message it is in, if it is in one. */
  async function pressedAt(body: Press | Send): Promise<{ at: Place | undefined; pressed?: string }> {
    checkPerson(body.by);
    if (!body.channel) return { at: undefined };
    if (!body.message) return { at: await placeOf(body.by, { channel: body.channel, thread: body.thread }) };
    const message = await journal.get(body.message);
    if (message?.by !== BOT || message.channel !== body.channel) throw new HttpProblem('message-gone');
    const at = await placeOf(body.by, { channel: message.channel, thread: message.thread });
    return { at, pressed: message.id };
  }

  return { say, command, press, send, home };
}

/** @throws HttpProblem `no-such-person` */
export function checkPerson(by: string): void {
  if (!personaOf(by)) throw new HttpProblem('no-such-person');
}

/** @throws HttpProblem `no-such-person` · `no-such-channel` · `not-in-channel` */
export function checkSeat(by: string, channel: string): void {
  checkPerson(by);
  if (!channelOf(channel)) throw new HttpProblem('no-such-channel');
  if (!isIn(channel, by)) throw new HttpProblem('not-in-channel');
}

/** @throws HttpProblem `message-gone` unless it is the first message of a thread, or could be, in this channel */
export async function rootOf(journal: Journal, channel: string, thread: string): Promise<Message> {
  const root = await journal.get(thread);
  if (root?.channel !== channel || root.thread) throw new HttpProblem('message-gone');
  return root;
}

const placed = ({ channel, thread }: Place) => (thread ? { channel, thread } : { channel });

/** What was filled in, as a form's handler reads it: empty fields left out, moments as instants. */
export function filledIn(typed: Typed, zone: string): Filled {
  const filled: { [name: string]: string | number | readonly string[] } = {};
  for (const [name, value] of Object.entries(typed)) {
    const answer = typeof value === 'object' && 'local' in value ? instantOf(value.local, zone) : value;
    if (answer !== '' && !(Array.isArray(answer) && answer.length === 0)) filled[name] = answer;
  }
  return filled;
}

/** The instant of a local time as browsers write it, `2026-11-25T14:00`, seconds left out. */
export function instantOf(local: string, zone: string): Instant {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  return instantIn(zone, year, month, day, hour, minute);
}

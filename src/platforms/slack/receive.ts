import type { z } from 'zod';
import type { Did, Place } from '../port.ts';
import { isDirect } from './form.ts';
import { typed, without } from './mrkdwn.ts';
import type { CommandBody, EventBody, MessageEvent, ShortcutBody } from './payloads.ts';
import { actsHere, idOf, isOurs, type Me, type Origin, type Received } from './received.ts';

/**
 * A mention or a direct message as what somebody wrote; `undefined` where it is for nobody here: the bot's own
 * words, other bots', edits, and what is done in another workplace. `nameOf`: the name of a person's id.
 */
export function readEvent(
  body: z.infer<typeof EventBody>,
  me: Me,
  nameOf: (id: string) => string,
): Received | undefined {
  const { event } = body;
  const ours = [body, ...(body.authorizations ?? [])].some((it) => isOurs(it.team_id, it.enterprise_id, me));
  if (!ours) return undefined;
  const incomingId = idOf('ev', body.event_id);
  if (event.type === 'app_home_opened') {
    if (event.tab !== undefined && event.tab !== 'home') return undefined;
    const origin: Origin = { by: event.user, kind: 'home', fromHome: true };
    return { incoming: { id: incomingId, by: event.user, did: { kind: 'home' } }, origin };
  }
  const by = event.user;
  if (!by || !isForUs(event, by, me, body.enterprise_id)) return undefined;
  const at = placeOf(event);
  const text = typed(without(event.text, me.user), nameOf).trim();
  return {
    incoming: { id: incomingId, by, at, did: { kind: 'message', text } },
    origin: { by, kind: 'message', at },
  };
}

/** Messages with these marks are still what a person wrote. */
const WRITTEN = new Set(['file_share', 'thread_broadcast']);

function isForUs(event: MessageEvent, by: string, me: Me, enterprise: string | null | undefined): boolean {
  if (by === me.user || event.bot_id) return false;
  if (event.subtype !== undefined && !WRITTEN.has(event.subtype)) return false;
  // a mention in a direct message comes as a message too
  if (isDirect(event.channel) !== (event.type === 'message')) return false;
  return isOurs(event.user_team ?? event.source_team ?? event.team, enterprise, me);
}

/** A mention is answered under it; a direct message where it was said. */
function placeOf({ type, channel, ts, thread_ts }: MessageEvent): Place {
  if (type === 'app_mention') return { channel, direct: false, thread: thread_ts ?? ts };
  return { channel, direct: true, ...(thread_ts ? { thread: thread_ts } : {}) };
}

export function readCommand(
  body: z.infer<typeof CommandBody>,
  me: Me,
  nameOf: (id: string) => string,
): Received | undefined {
  if (!isOurs(body.team_id, body.enterprise_id, me)) return undefined;
  const at: Place = { channel: body.channel_id, direct: isDirect(body.channel_id) };
  const by = body.user_id;
  const did: Did = { kind: 'command', text: typed(body.text, nameOf).trim() };
  return {
    incoming: { id: idOf('tr', body.trigger_id), by, at, did },
    origin: { by, kind: 'command', at, responseUrl: body.response_url, triggerId: body.trigger_id },
  };
}

/** `direct`: the asker's direct message with the bot, where the answer goes. */
export function readShortcut(
  body: z.infer<typeof ShortcutBody>,
  me: Me,
  nameOf: (id: string) => string,
  direct: string | undefined,
): Received | undefined {
  if (!actsHere(body, me)) return undefined;
  const by = body.user.id;
  const at = direct === undefined ? {} : { at: { channel: direct, direct: true } };
  const did: Did = { kind: 'message', text: typed(without(body.message.text, me.user), nameOf).trim() };
  return {
    incoming: { id: idOf('tr', body.trigger_id), by, ...at, did },
    origin: { by, kind: 'shortcut', ...at, responseUrl: body.response_url, triggerId: body.trigger_id },
  };
}

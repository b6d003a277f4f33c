import { z } from 'zod';
import type { Instant } from '../../world.ts';
import type { Address, Ended, Mark, Place, Posted } from '../port.ts';
import { anything, type Call } from './calls.ts';
import { isDirect } from './form.ts';
import type { Rendered } from './render.ts';

/** The type of the metadata that travels with a post, by which it is found again. */
const EVENT_TYPE = 'gongyou_message';
/** Messages on a page of a conversation's history. */
const PAGE = 200;
/** Most pages that are looked through for one post. */
const PAGES = 20;
/** Direct messages whose channel is remembered. */
const MOST_DIRECT = 20_000;

const PostedAnswer = z.object({ channel: z.string(), ts: z.string() });
const OpenedAnswer = z.object({ channel: z.object({ id: z.string() }) });
const Written = z.object({
  ts: z.string(),
  user: z.string().optional(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
});
const HistoryAnswer = z.object({
  messages: z.array(Written).default([]),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

export type SendParts = {
  readonly call: Call;
  now(): Instant;
  /** The bot's own user. */
  me(): string;
};

export type Send = ReturnType<typeof createSend>;

/** Posts, edits, and finds what may have been posted. */
export function createSend({ call, now, me }: SendParts) {
  const paused = new Map<string, Instant>();
  const directs = new Map<string, string>();

  /** The direct message with a person. */
  async function directWith(person: string): Promise<Ended<string>> {
    const known = directs.get(person);
    if (known) return { kind: 'done', is: known };
    const opened = await call('conversations.open', { users: person }, OpenedAnswer);
    // nothing was posted yet, so it may be tried again
    if (opened.kind === 'unclear') return { kind: 'later', retryAfterMs: 2000, why: opened.why };
    if (opened.kind !== 'done') return opened;
    if (directs.size >= MOST_DIRECT) directs.clear();
    directs.set(person, opened.is.channel.id);
    return { kind: 'done', is: opened.is.channel.id };
  }

  async function placeOf(to: Address): Promise<Ended<Place>> {
    if (!('person' in to)) return { kind: 'done', is: to };
    const opened = await directWith(to.person);
    return opened.kind === 'done' ? { kind: 'done', is: { channel: opened.is, direct: true } } : opened;
  }

  /** How long a channel is to be left alone, after Slack said so; 0: it is not. */
  function restMs(channel: string): number {
    const left = (paused.get(channel) ?? 0) - now();
    if (left <= 0) paused.delete(channel);
    return Math.max(0, left);
  }

  async function post(to: Address, { blocks, text }: Rendered, mark?: Mark): Promise<Ended<Posted>> {
    const place = await placeOf(to);
    if (place.kind !== 'done') return place;
    const { channel, thread } = place.is;
    const rest = restMs(channel);
    if (rest > 0) return { kind: 'later', retryAfterMs: rest, why: 'ratelimited' };
    const metadata = mark && {
      event_type: EVENT_TYPE,
      event_payload: { key: mark.key, attempt: mark.attempt },
    };
    const args = {
      channel,
      text,
      blocks,
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      ...(thread ? { thread_ts: thread } : {}),
      ...(metadata ? { metadata } : {}),
    };
    const posted = await call('chat.postMessage', args, PostedAnswer);
    if (posted.kind === 'later') paused.set(channel, now() + posted.retryAfterMs);
    if (posted.kind === 'never' && 'person' in to) directs.delete(to.person);
    if (posted.kind !== 'done') return posted;
    return { kind: 'done', is: { channel: posted.is.channel, message: posted.is.ts } };
  }

  async function edit({ channel, message }: Posted, { blocks, text }: Rendered): Promise<Ended<null>> {
    const ended = await call(
      'chat.update',
      { channel, ts: message, text, blocks, link_names: false },
      anything,
    );
    return ended.kind === 'done' ? { kind: 'done', is: null } : ended;
  }

  async function find(to: Address, key: string, since: Instant): Promise<Ended<Posted | undefined>> {
    const place = await placeOf(to);
    if (place.kind !== 'done') return place;
    const { channel, thread } = place.is;
    const method = thread ? 'conversations.replies' : 'conversations.history';
    const oldest = (Math.max(0, since) / 1000).toFixed(6);
    let cursor = '';
    for (let page = 0; page < PAGES; page++) {
      const args = {
        channel,
        ...(thread ? { ts: thread } : {}),
        ...(cursor ? { cursor } : {}),
        oldest,
        inclusive: true,
        include_all_metadata: true,
        limit: PAGE,
      };
      const read = await call(method, args, HistoryAnswer);
      if (read.kind !== 'done') return read;
      const found = read.is.messages.find((it) => isOurs(it, key, me()));
      if (found) return { kind: 'done', is: { channel, message: found.ts } };
      cursor = read.is.response_metadata?.next_cursor ?? '';
      if (!cursor) return { kind: 'done', is: undefined };
    }
    // too much was said since to say that it is not there
    return { kind: 'unclear', why: 'too-many-messages' };
  }

  /** For one person's eyes in a place, and for now. In a direct message it is a plain post. */
  async function whisper(at: Place, person: string, { blocks, text }: Rendered): Promise<Ended<unknown>> {
    if (isDirect(at.channel)) return post(at, { blocks, text });
    const args = {
      channel: at.channel,
      user: person,
      text,
      blocks,
      ...(at.thread ? { thread_ts: at.thread } : {}),
    };
    return call('chat.postEphemeral', args, anything);
  }

  return { post, edit, find, whisper, directWith };
}

const isOurs = ({ user, metadata }: z.infer<typeof Written>, key: string, me: string): boolean =>
  user === me && metadata?.event_type === EVENT_TYPE && metadata.event_payload.key === key;

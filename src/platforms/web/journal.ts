import { createHash } from 'node:crypto';
import { z } from 'zod';
import { collection } from '../../store/collection.ts';
import { NONE, type Store, type Version, type Write } from '../../store/port.ts';
import type { Card } from '../../view/card.ts';
import type { Message, Page } from './wire.ts';

/** Cards are made and read by this bot alone; the store hands back what was put in. */
const CardKept = z.custom<Card>((value) => typeof value === 'object' && value !== null && 'blocks' in value);

const Kept = z.object({
  channel: z.string(),
  thread: z.string().optional(),
  by: z.string(),
  at: z.number(),
  act: z.string().optional(),
  edited: z.literal(true).optional(),
  text: z.string().optional(),
  card: CardKept.optional(),
});
type Kept = z.infer<typeof Kept>;

const messages = collection('ws-message', Kept);
/** Which message a key was posted as, so that a second post with it is the first one. */
const posts = collection('ws-post', z.object({ message: z.string() }));
/** Every change in one line, by number: what live pages read on from. */
const changes = collection('ws-change', z.object({ message: z.string() }));

/** How many changes are kept for pages that come back; one that was away longer fetches anew. */
const KEPT_CHANGES = 1000;
const TRIES = 60;
const PAGE = 60;

export type Draft = Omit<Message, 'id' | 'edited'>;
export type Changes = { readonly seq: number; readonly messages: readonly Message[]; readonly gap: boolean };
export type Journal = ReturnType<typeof createJournal>;

const padded = (seq: number): string => String(seq).padStart(12, '0');
const postId = (key: string): string => createHash('sha256').update(key).digest('base64url');
/** `/` is the byte after `.`, so that this ends the range of a message and its replies. */
const afterThread = (root: string): string => `${root}/`;

function toMessage(id: string, kept: Kept): Message {
  return Object.fromEntries(
    Object.entries({ id, ...kept }).filter(([, value]) => value !== undefined),
  ) as unknown as Message;
}

function toKept(draft: Omit<Message, 'id'>): Kept {
  return { ...draft };
}

/**
 * The workspace's messages, kept in the store: each has the number of the change that made it, so that several
 * instances on one store agree on one order, whatever their clocks show.
 *
 * @param changed called after each commit of this instance
 */
export function createJournal(store: Store, changed: () => void) {
  let last: number | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const newest = async (): Promise<number> =>
    Number((await changes.list(store, { limit: 1, reverse: true }))[0]?.id ?? 0);

  /** Commits under the next number; a conflict over anything but the number is handed back. */
  async function number(
    write: (seq: number) => { message: string; writes: Write[] },
  ): Promise<number | undefined> {
    for (let tries = 0; tries < TRIES; tries++) {
      const seq = (last ?? (await newest())) + 1;
      const { message, writes } = write(seq);
      const change = changes.put(padded(seq), { message });
      // the number first, for the other writes of a number that is taken conflict as well
      const committed = await store.commit([change, ...writes]);
      last = committed.ok ? seq : undefined;
      if (committed.ok) {
        changed();
        if (seq % 100 === 0) await trim(seq);
        return seq;
      }
      if (committed.conflict.collection !== 'ws-change') return undefined;
    }
    throw new Error('too many instances post at once');
  }

  async function trim(seq: number): Promise<void> {
    const old = await changes.list(store, { before: padded(Math.max(seq - KEPT_CHANGES, 0)), limit: 500 });
    if (old.length > 0) await store.commit(old.map((change) => changes.delete(change)));
  }

  /** One after the other within an instance, so that conflicts come only from other instances. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function byKey(key: string): Promise<Message | undefined> {
    const post = await posts.get(store, postId(key));
    return post && (await get(post.value.message));
  }

  async function get(id: string): Promise<Message | undefined> {
    const item = await messages.get(store, id);
    return item && toMessage(item.id, item.value);
  }

  /** Posts once per key: a second time gives what the first one posted. */
  const post = (draft: Draft, key: string): Promise<Message> =>
    inTurn(async () => {
      const already = await byKey(key);
      if (already) return already;
      const idAt = (seq: number): string => `${draft.thread ?? draft.channel}.${padded(seq)}`;
      const seq = await number((at) => ({
        message: idAt(at),
        writes: [
          posts.put(postId(key), { message: idAt(at) }, NONE),
          messages.put(idAt(at), toKept(draft), NONE),
        ],
      }));
      if (seq !== undefined) return { ...draft, id: idAt(seq) };
      const meanwhile = await byKey(key);
      if (!meanwhile) throw new Error('a message was refused and is not there');
      return meanwhile;
    });

  /** Shows another card in a message; false when there is no such message. */
  const edit = (id: string, card: Card): Promise<boolean> =>
    inTurn(async () => {
      for (let tries = 0; tries < TRIES; tries++) {
        const item = await messages.get(store, id);
        if (!item) return false;
        const next: Kept = { ...item.value, card, edited: true };
        if ((await replaced(id, next, item.version)) !== undefined) return true;
      }
      throw new Error('a message is edited by too many at once');
    });

  const replaced = (id: string, kept: Kept, version: Version): Promise<number | undefined> =>
    number(() => ({ message: id, writes: [messages.put(id, kept, version)] }));

  /** A page of a channel, newest last; a thread's replies come with their root, never torn from it. */
  async function page(channel: string, before = afterThread(channel)): Promise<Page> {
    const found = await messages.list(store, { from: `${channel}.`, before, limit: PAGE, reverse: true });
    const items = found.reverse().map(({ id, value }) => toMessage(id, value));
    const first = items[0];
    if (!first) return { messages: [] };
    const head = first.thread ? await thread(first.thread, first.id) : [];
    const all = [...head, ...items];
    const full = found.length === PAGE && all[0];
    return full ? { messages: all, earlier: full.id } : { messages: all };
  }

  /** A thread from its root on. */
  async function thread(root: string, before = afterThread(root)): Promise<Message[]> {
    const items = await messages.list(store, { from: root, before, limit: 1000 });
    return items.map(({ id, value }) => toMessage(id, value));
  }

  /** What changed after a number. `gap`: some of it is no longer known. */
  async function since(seq: number): Promise<Changes> {
    const found = await changes.list(store, { after: padded(seq), limit: 200 });
    const ids = [...new Set(found.map(({ value }) => value.message))];
    const now = await Promise.all(ids.map(get));
    const first = found[0];
    return {
      seq: Number(found.at(-1)?.id ?? seq),
      messages: now.filter((message) => message !== undefined),
      gap: first !== undefined && Number(first.id) > seq + 1,
    };
  }

  async function newestIn(channel: string): Promise<string | undefined> {
    const range = { from: `${channel}.`, before: afterThread(channel), limit: 1, reverse: true };
    return (await messages.list(store, range))[0]?.id;
  }

  return { post, edit, get, byKey, page, thread, since, newest, newestIn };
}

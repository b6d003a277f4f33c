import { z } from 'zod';
import { hours, type Instant } from '../../world.ts';
import type { Ended, PersonFacts } from '../port.ts';
import type { Call } from './calls.ts';

/** How long what is known of a person holds. */
const KNOWN_MS = hours(1);
/** People who are remembered. */
const MOST = 20_000;
/** Up to so many unknown people are asked for one by one, so many at a time; more are looked up in the whole list. */
const ONE_BY_ONE = 40;
const ABREAST = 8;
/** People on a page. https://docs.slack.dev/apis/web-api/pagination: no more than 1000 (2026-11) */
const PAGE = 1000;
const PAGES = 200;

const User = z.object({
  id: z.string(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
});
type User = z.infer<typeof User>;

const UserAnswer = z.object({ user: User });
const cursor = { response_metadata: z.object({ next_cursor: z.string().optional() }).optional() };
const UsersAnswer = z.object({ members: z.array(User), ...cursor });
const MembersAnswer = z.object({ members: z.array(z.string()), ...cursor });

/** Slack's own bot, which is not marked as one. */
const SLACKBOT = 'USLACKBOT';

/** How Slack says that somebody is none of this workplace. */
const STRANGER: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible']);

type Known = { readonly user: User; readonly until: Instant };

export type Roster = ReturnType<typeof createRoster>;

/** Who is who, and who is in a channel. */
export function createRoster({ call, now }: { readonly call: Call; now(): Instant }) {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<Ended<User>>>();

  function keep(user: User): void {
    // the oldest go first
    for (const id of known.keys()) {
      if (known.size < MOST) break;
      known.delete(id);
    }
    known.delete(user.id);
    known.set(user.id, { user, until: now() + KNOWN_MS });
  }

  function recall(id: string): User | undefined {
    const found = known.get(id);
    return found && found.until > now() ? found.user : undefined;
  }

  async function user(id: string): Promise<Ended<User>> {
    const found = recall(id);
    if (found) return { kind: 'done', is: found };
    const waiting = asked.get(id);
    if (waiting) return waiting;
    const asking = ask(id).finally(() => asked.delete(id));
    asked.set(id, asking);
    return asking;
  }

  async function ask(id: string): Promise<Ended<User>> {
    const answer = await call('users.info', { user: id, include_locale: true }, UserAnswer);
    if (answer.kind !== 'done') return answer;
    keep(answer.is.user);
    return { kind: 'done', is: answer.is.user };
  }

  async function person(id: string): Promise<PersonFacts> {
    const found = await user(id);
    // what was known an hour ago is better than nothing
    const last = found.kind === 'done' ? found.is : known.get(id)?.user;
    if (!last) return { name: id };
    const { profile, real_name, name, locale, tz } = last;
    return {
      name: profile?.display_name || real_name || profile?.real_name || name || id,
      ...(locale ? { locale } : {}),
      ...(tz ? { zone: tz } : {}),
    };
  }

  async function members(channel: string): Promise<Ended<readonly string[]>> {
    const all = await pages('conversations.members', { channel }, MembersAnswer);
    if (all.kind !== 'done') return all;
    const met = await meet(all.is);
    if (met.kind !== 'done') return met;
    return { kind: 'done', is: all.is.filter((id) => isPerson(met.is.get(id))) };
  }

  /** Who these people are; who is of no workplace that we see is left out. */
  async function meet(ids: readonly string[]): Promise<Ended<ReadonlyMap<string, User>>> {
    const met = new Map<string, User>();
    const meeting = (found: User | undefined): void => void (found && met.set(found.id, found));
    for (const id of ids) meeting(recall(id));
    if (ids.length - met.size > ONE_BY_ONE) {
      const all = await pages('users.list', { include_locale: true }, UsersAnswer);
      if (all.kind !== 'done') return all;
      const wanted = new Set(ids);
      for (const found of all.is.filter(({ id }) => wanted.has(id))) {
        keep(found);
        meeting(found);
      }
    }
    const left = ids.filter((id) => !met.has(id));
    for (let from = 0; from < left.length; from += ABREAST)
      for (const answer of await Promise.all(left.slice(from, from + ABREAST).map(user))) {
        if (answer.kind === 'done') meeting(answer.is);
        else if (!STRANGER.has(answer.why)) return answer;
      }
    return { kind: 'done', is: met };
  }

  async function pages<T>(
    method: 'conversations.members' | 'users.list',
    args: Record<string, unknown>,
    answer: z.ZodType<{ members: T[]; response_metadata?: { next_cursor?: string | undefined } | undefined }>,
  ): Promise<Ended<T[]>> {
    const found: T[] = [];
    let next = '';
    for (let page = 0; page < PAGES; page++) {
      const read = await call(method, { ...args, limit: PAGE, ...(next ? { cursor: next } : {}) }, answer);
      if (read.kind !== 'done') return read;
      found.push(...read.is.members);
      next = read.is.response_metadata?.next_cursor ?? '';
      if (!next) return { kind: 'done', is: found };
    }
    return { kind: 'unclear', why: 'too-many-pages' };
  }

  return { person, members };
}

const isPerson = (user: User | undefined): boolean =>
  user !== undefined && user.id !== SLACKBOT && !user.is_bot && !user.deleted;

import { faultsOfBlocks, faultsOfView } from './block-kit.ts';
import { faultsOfCall, METHOD_DOCS } from './methods.ts';
import { BOT, type Message, Metadata, type Person, type View, type Workplace } from './workplace.ts';

export type Args = Record<string, string>;
export type Answer = { readonly ok: boolean; readonly [name: string]: unknown };

/** Somebody's act, for which one view may be opened. */
export type Trigger = { readonly user: string; readonly at: number; used: boolean };

export type ApiParts = {
  readonly workplace: Workplace;
  readonly triggers: Map<string, Trigger>;
  /** What was wrong with calls. */
  readonly problems: string[];
  /** A way in for Socket Mode. */
  socketUrl(): string;
};

const refuse = (error: string, rest: object = {}): Answer => ({ ok: false, error, ...rest });

/** Slack gives three seconds from an act to its view. */
const TRIGGER_MS = 3000;

export type Api = ReturnType<typeof createApi>;

/** Slack's Web API, as far as the bot uses it. Checks every call against Slack's documentation. */
export function createApi({ workplace, triggers, problems, socketUrl }: ApiParts) {
  const wrong = (error: string, faults: string[]): Answer => {
    problems.push(...faults);
    return refuse(error, {
      response_metadata: { messages: faults.map((it) => `[ERROR] ${it} [json-pointer:${it.split(':')[0]}]`) },
    });
  };

  function postable(channel: string): string | undefined {
    const found = workplace.channels.get(channel);
    if (!found) return 'channel_not_found';
    if (found.archived) return 'is_archived';
    return found.members.includes(BOT.user) ? undefined : 'not_in_channel';
  }

  function withTrigger(args: Args, then: (user: string, view: never) => Answer): Answer {
    const trigger = triggers.get(args.trigger_id ?? '');
    if (!trigger) return refuse('invalid_trigger_id');
    if (trigger.used) return refuse('exchanged_trigger_id');
    if (Date.now() - trigger.at > TRIGGER_MS) return refuse('expired_trigger_id');
    trigger.used = true;
    return withView(args, (view) => then(trigger.user, view));
  }

  function withView(args: Args, then: (view: never) => Answer): Answer {
    const view = JSON.parse(args.view ?? 'null');
    const faults = faultsOfView(view);
    return faults.length > 0 ? wrong('invalid_arguments', faults) : then(view as never);
  }

  const shownView = (view: View): Answer => ({
    ok: true,
    view: { id: view.id, hash: view.hash, type: view.type },
  });

  function put(user: string, view: never): Answer {
    const stack = workplace.stackOf(user);
    if (stack.length >= 3) return refuse('push_limit_reached');
    const shown = workplace.show(user, view);
    workplace.modals.set(user, [...stack, shown]);
    return shownView(shown);
  }

  const methods: { readonly [method: string]: (args: Args) => Answer } = {
    'auth.test': () => ({
      ok: true,
      url: 'https://union.slack.example/',
      team: '工会',
      user: 'gongyou',
      team_id: BOT.team,
      user_id: BOT.user,
      bot_id: BOT.bot,
      is_enterprise_install: false,
    }),
    'apps.connections.open': () => ({ ok: true, url: socketUrl() }),

    'chat.postMessage'(args) {
      const { channel = '', text = '', thread_ts } = args;
      const barred = postable(channel);
      if (barred) return refuse(barred);
      if (thread_ts && !workplace.read(channel).some((it) => it.ts === thread_ts))
        return refuse('thread_not_found');
      const metadata = args.metadata ? Metadata.safeParse(JSON.parse(args.metadata)) : undefined;
      if (metadata && !metadata.success) return wrong('invalid_metadata_format', ['metadata']);
      const message = workplace.post({
        channel,
        text,
        blocks: JSON.parse(args.blocks ?? '[]'),
        user: BOT.user,
        bot: true,
        ...(thread_ts ? { thread: thread_ts } : {}),
        ...(metadata ? { metadata: metadata.data } : {}),
      });
      return { ok: true, channel, ts: message.ts, message: spoken(message, true) };
    },

    'chat.postEphemeral'(args) {
      const { channel = '', user = '', text = '', thread_ts } = args;
      const barred = postable(channel);
      if (barred) return refuse(barred);
      if (!workplace.channels.get(channel)?.members.includes(user)) return refuse('user_not_in_channel');
      const blocks = workplace.numbered(JSON.parse(args.blocks ?? '[]'));
      workplace.whispers.push({ channel, user, text, blocks, ...(thread_ts ? { thread: thread_ts } : {}) });
      return { ok: true, message_ts: workplace.ts() };
    },

    'chat.update'(args) {
      const { channel = '', ts = '', text = '' } = args;
      const old = workplace.read(channel).find((it) => it.ts === ts);
      if (!old) return refuse('message_not_found');
      if (!old.bot) return refuse('cant_update_message');
      workplace.edit(channel, ts, { text, blocks: JSON.parse(args.blocks ?? '[]') });
      return { ok: true, channel, ts, text };
    },

    'conversations.open'({ users = '' }) {
      const person = workplace.people.get(users);
      if (!person) return refuse('user_not_found');
      if (person.deleted) return refuse('user_disabled');
      if (person.bot) return refuse('cannot_dm_bot');
      return { ok: true, channel: { id: workplace.direct(users).id } };
    },

    'conversations.history'(args) {
      const barred = postable(args.channel ?? '');
      if (barred && barred !== 'is_archived') return refuse(barred);
      const all = workplace
        .read(args.channel ?? '')
        .filter((it) => it.thread === undefined || it.thread === it.ts);
      return page(all.toReversed(), args);
    },

    'conversations.replies'(args) {
      const barred = postable(args.channel ?? '');
      if (barred && barred !== 'is_archived') return refuse(barred);
      const all = workplace
        .read(args.channel ?? '')
        .filter((it) => it.ts === args.ts || it.thread === args.ts);
      return all.length === 0 ? refuse('thread_not_found') : page(all, args, args.ts);
    },

    'conversations.members'(args) {
      const channel = workplace.channels.get(args.channel ?? '');
      if (!channel) return refuse('channel_not_found');
      return slice(channel.members, 'members', args, 100);
    },

    'users.info'({ user = '', include_locale }) {
      const person = workplace.people.get(user);
      return person
        ? { ok: true, user: userOf(person, include_locale === 'true') }
        : refuse('user_not_found');
    },

    'users.list': (args) =>
      slice(
        [...workplace.people.values()].map((it) => userOf(it, args.include_locale === 'true')),
        'members',
        args,
        0,
      ),

    'views.open': (args) =>
      withTrigger(args, (user, view) => {
        workplace.modals.set(user, []);
        return put(user, view);
      }),
    'views.push': (args) =>
      withTrigger(args, (user, view) =>
        workplace.stackOf(user).length === 0 ? refuse('not_found') : put(user, view),
      ),
    'views.update': (args) =>
      withView(args, (view) => {
        const changed = workplace.change(args.view_id ?? '', (old) => ({
          ...workplace.show(old.user, view),
          id: old.id,
        }));
        return changed ? shownView(changed) : refuse('not_found');
      }),
    'views.publish': (args) => withView(args, (view) => shownView(workplace.show(args.user_id ?? '', view))),
  };

  return {
    knows: (method: string): boolean => Object.hasOwn(METHOD_DOCS, method),
    /** Carries a call out, if it is as Slack documents it. */
    call(method: string, args: Args): Answer {
      const faults = faultsOfCall(method, args);
      if (faults.length > 0) return wrong('invalid_arguments', faults);
      const blocks = args.blocks && faultsOfBlocks(JSON.parse(args.blocks), 'message');
      if (blocks && blocks.length > 0)
        return wrong(
          'invalid_blocks',
          blocks.map((it) => `${method} ${it}`),
        );
      return methods[method]?.(args) ?? wrong('unknown_method', [`${method} is not played`]);
    },
  };
}

function page(messages: Message[], args: Args, always?: string): Answer {
  const oldest = Number(args.oldest ?? 0);
  const inclusive = args.inclusive === 'true';
  const within = messages.filter(
    ({ ts }) => ts === always || (inclusive ? Number(ts) >= oldest : Number(ts) > oldest),
  );
  const spokenAll = within.map((it) => spoken(it, args.include_all_metadata === 'true'));
  const answer = slice(spokenAll, 'messages', args, 100);
  return { ...answer, has_more: answer.response_metadata !== undefined };
}

/** One page of a list, with the cursor to the next. */
function slice(all: readonly unknown[], name: string, args: Args, otherwise: number): Answer {
  const from = Number(args.cursor ?? 0);
  const limit = Number(args.limit ?? otherwise) || all.length;
  const next = from + limit < all.length ? { response_metadata: { next_cursor: String(from + limit) } } : {};
  return { ok: true, [name]: all.slice(from, from + limit), ...next };
}

/** A message as the history tells it. */
function spoken({ ts, user, text, blocks, bot, thread, metadata }: Message, withMetadata: boolean): object {
  return {
    type: 'message',
    ts,
    user,
    text,
    ...(bot ? { bot_id: BOT.bot, app_id: BOT.app, blocks } : {}),
    ...(thread ? { thread_ts: thread } : {}),
    ...(metadata && withMetadata ? { metadata } : {}),
  };
}

const userOf = ({ id, name, display, locale, tz, bot, deleted }: Person, withLocale: boolean): object => ({
  id,
  team_id: BOT.team,
  name,
  deleted: deleted ?? false,
  real_name: name,
  tz: tz ?? 'Asia/Shanghai',
  profile: { real_name: name, display_name: display ?? '' },
  is_bot: bot ?? false,
  ...(withLocale ? { locale: locale ?? 'zh-CN' } : {}),
});

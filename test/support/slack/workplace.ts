import { z } from 'zod';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly display?: string;
  readonly locale?: string;
  readonly tz?: string;
  readonly bot?: true;
  readonly deleted?: true;
};

export type Channel = { readonly id: string; readonly members: string[]; readonly archived?: true };

/** Blocks as somebody sees them; every one has an id, as Slack gives one where there is none. */
export type Shown = { readonly text: string; readonly blocks: readonly Block[] };
export type Block = { readonly type: string; readonly block_id: string; readonly [name: string]: unknown };

export type Message = Shown & {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot: boolean;
  readonly thread?: string;
  readonly metadata?: Metadata;
  /** How often it was edited. */
  readonly edits: number;
  /** When it arrived, by this machine's clock. */
  readonly at: number;
};

/** For one person's eyes. */
export type Whisper = Shown & { readonly channel: string; readonly user: string; readonly thread?: string };

export type View = {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
  readonly view: { readonly [name: string]: unknown };
  readonly blocks: readonly Block[];
  /** What the last sending was answered with, under the fields. */
  readonly errors: { readonly [field: string]: string };
};

export const Metadata = z.strictObject({
  event_type: z.string().regex(/^\w+$/),
  event_payload: z.record(z.string(), z.unknown()),
});
export type Metadata = z.infer<typeof Metadata>;

export const BOT = { user: 'U0GONGYOU', bot: 'B0GONGYOU', team: 'T0UNION', app: 'A0GONGYOU' } as const;

export type Workplace = ReturnType<typeof createWorkplace>;

/** What stands in the workplace: people, conversations, views. */
export function createWorkplace() {
  const people = new Map<string, Person>([
    [BOT.user, { id: BOT.user, name: 'gongyou', bot: true }],
    ['USLACKBOT', { id: 'USLACKBOT', name: 'slackbot' }],
  ]);
  const channels = new Map<string, Channel>();
  const messages: Message[] = [];
  const whispers: Whisper[] = [];
  /** Open modals of each person, the topmost last. */
  const modals = new Map<string, View[]>();
  const homes = new Map<string, View>();
  let count = 0;
  let last = 0;

  const next = (kind: string): string => `${kind}${String(++count).padStart(6, '0')}`;

  /** Slack's time of a message, which is its name in the channel: unique and rising. */
  function ts(): string {
    last = Math.max(last + 1, Date.now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  }

  function numbered(blocks: unknown): Block[] {
    const all = Array.isArray(blocks) ? blocks : [];
    return all.map((block: Block) => ({ ...block, block_id: block.block_id ?? next('b') }));
  }

  function direct(person: string): Channel {
    const id = `D${person.slice(1)}`;
    const channel = channels.get(id) ?? { id, members: [person, BOT.user] };
    channels.set(id, channel);
    return channel;
  }

  function post(draft: Omit<Message, 'ts' | 'edits' | 'at' | 'blocks'> & { blocks?: unknown }): Message {
    const message = { ...draft, blocks: numbered(draft.blocks), ts: ts(), edits: 0, at: Date.now() };
    messages.push(message);
    return message;
  }

  function edit(channel: string, at: string, shown: { text: string; blocks?: unknown }): Message | undefined {
    const index = messages.findIndex((it) => it.channel === channel && it.ts === at);
    const old = messages[index];
    if (!old) return undefined;
    const edited = { ...old, text: shown.text, blocks: numbered(shown.blocks), edits: old.edits + 1 };
    messages[index] = edited;
    return edited;
  }

  function show(user: string, view: { type?: unknown; blocks?: unknown }): View {
    const type = view.type === 'home' ? 'home' : 'modal';
    const shown: View = {
      id: next('V'),
      user,
      type,
      hash: next('h'),
      view,
      blocks: numbered(view.blocks),
      errors: {},
    };
    if (type === 'home') homes.set(user, shown);
    return shown;
  }

  const stackOf = (user: string): View[] => modals.get(user) ?? [];

  function change(id: string, with_: (view: View) => View): View | undefined {
    for (const [user, stack] of modals) {
      const at = stack.findIndex((it) => it.id === id);
      const old = stack[at];
      if (!old) continue;
      const view = with_(old);
      modals.set(user, stack.with(at, view));
      return view;
    }
    return undefined;
  }

  return {
    people,
    channels,
    messages,
    whispers,
    modals,
    homes,
    next,
    ts,
    numbered,
    direct,
    post,
    edit,
    show,
    stackOf,
    change,
    addPeople(...all: Person[]): void {
      for (const person of all) people.set(person.id, person);
    },
    addChannel(id: string, members: string[], marks: Pick<Channel, 'archived'> = {}): void {
      channels.set(id, { id, members, ...marks });
    },
    /** What stands in a channel, or in a thread of it. */
    read: (channel: string, thread?: string): Message[] =>
      messages.filter((it) => it.channel === channel && (thread === undefined || it.thread === thread)),
    /** The modal that a person sees. */
    modal: (user: string): View | undefined => stackOf(user).at(-1),
  };
}

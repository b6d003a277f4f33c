import type { Language } from '../../../calendar/moment.ts';
import type { Card } from '../../../view/card.ts';
import type { Form } from '../../../view/form.ts';
import type { Instant } from '../../../world.ts';
import type { Message, State } from '../wire.ts';
import type { Theme } from './prefs.ts';

export type View = { readonly kind: 'home' } | { readonly kind: 'channel'; readonly id: string };

/** What is loaded of a channel; oldest first, replies after their root. */
export type Loaded = { readonly messages: readonly Message[]; readonly earlier?: string };

/** Where a card stands that can be pressed. */
export type Spot = {
  readonly channel?: string;
  readonly thread?: string;
  /** The message that holds it. */
  readonly message?: string;
  /** Or the passing card that it is. */
  readonly passing?: string;
};

/** A card for the asker's eyes only, kept by this tab alone. */
export type Passing = {
  readonly id: string;
  /** Absent: the home page. */
  readonly channel?: string;
  readonly thread?: string;
  readonly card: Card;
  readonly at: Instant;
  /** Id of the newest message there when it came: it stands after that one. */
  readonly after: string;
};

/** Something said that is on its way, or did not get through. */
export type Pending = {
  readonly id: string;
  readonly channel: string;
  readonly thread?: string;
  readonly text: string;
  readonly at: Instant;
  readonly failed?: string;
};

export type OpenForm = {
  readonly form: Form;
  readonly spot: Spot;
  readonly wrong: { readonly [field: string]: string };
  /** Of the whole form. */
  readonly problem?: string;
  readonly sending?: true;
};

/** Everything the page shows. `state` is missing until the server has answered once. */
export type Model = {
  readonly state?: State | undefined;
  readonly person: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly view: View;
  /** Id of the open thread's root, in the channel in view. */
  readonly thread?: string | undefined;
  readonly drawer: boolean;
  readonly hints: boolean;
  readonly loaded: { readonly [channel: string]: Loaded };
  readonly unread: { readonly [channel: string]: number };
  readonly passing: readonly Passing[];
  readonly pending: readonly Pending[];
  readonly home?: Card | undefined;
  readonly form?: OpenForm | undefined;
  /** Ids of acts that the server has not answered yet. */
  readonly busy: readonly string[];
  /** Said by a screen reader when it changes. */
  readonly heard: string;
  /** A line that passes: a problem, or that the clock moved. */
  readonly notice?: { readonly text: string; readonly bad: boolean } | undefined;
  readonly offline: boolean;
};

/** A message's place in the one order of all changes. */
export const seqOf = (id: string): number => Number(id.split('.').at(-1));

/** With a message that is new or has changed, in its place. */
export function withMessage(loaded: Loaded | undefined, message: Message): Loaded | undefined {
  if (!loaded) return undefined;
  const { messages, earlier } = loaded;
  // older than what is loaded: it comes with its page
  if (earlier && message.id < earlier) return loaded;
  const others = messages.filter(({ id }) => id !== message.id);
  return { ...loaded, messages: [...others, message].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The model's only holder: reads it, changes it, and tells who looks. */
export function createHolder(first: Model) {
  let model = first;
  const lookers = new Set<() => void>();
  return {
    get: () => model,
    set(change: Partial<Model> | ((model: Model) => Partial<Model>)) {
      model = { ...model, ...(typeof change === 'function' ? change(model) : change) };
      for (const look of lookers) look();
    },
    watch(look: () => void) {
      lookers.add(look);
      return () => lookers.delete(look);
    },
  };
}

export type Holder = ReturnType<typeof createHolder>;

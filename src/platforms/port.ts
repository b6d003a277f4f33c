import type { Json } from '../json.ts';
import type { Card } from '../view/card.ts';
import type { Filled } from '../view/form.ts';
import type { Reply } from '../view/reply.ts';

/** Where something was said or is to be shown. */
export type Place = {
  /** Id of the channel or of the direct message. */
  readonly channel: string;
  readonly direct: boolean;
  /** Id of the thread's first message: answers go there. */
  readonly thread?: string;
};

/** What somebody did, in no platform's words. */
export type Incoming = {
  /** The same for each redelivery of the same act; printable ASCII, at most 150 characters. */
  readonly id: string;
  /** The id of the person in the workplace. */
  readonly by: string;
  /** Absent on the home page. */
  readonly at?: Place;
  readonly did: Did;
};

export type Did =
  /** Wrote to the bot: in a direct message, by a mention (the mention taken off), or through "Ask about this". */
  | { readonly kind: 'message'; readonly text: string }
  /** `/gongyou …`: what follows the command. */
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'press'; readonly act: string; readonly input: Json }
  | { readonly kind: 'send'; readonly act: string; readonly input: Json; readonly filled: Filled }
  | { readonly kind: 'home' };

/** Where to post: a person's direct message, or a place. */
export type Address = { readonly person: string } | Place;

/** A message that was posted: enough to edit it or find it. Made and read by the platform alone. */
export type Posted = { readonly channel: string; readonly message: string };

/** How a post or an edit ended. */
export type Ended<T> =
  | { readonly kind: 'done'; readonly is: T }
  /** Not taken, and may be later. `retryAfterMs` as the platform asks for. */
  | { readonly kind: 'later'; readonly retryAfterMs: number; readonly why: string }
  /** Not taken, and never will be: the channel is gone, the person has left. */
  | { readonly kind: 'never'; readonly why: string }
  /** No answer came: it may or may not have arrived. */
  | { readonly kind: 'unclear'; readonly why: string };

export type PersonFacts = {
  readonly name: string;
  /** BCP 47, as the platform says. */
  readonly locale?: string;
  /** IANA. */
  readonly zone?: string;
};

/** What the bot needs of a messenger. `test/platforms/contract.ts` says what each must hold to. */
export type Platform = {
  readonly name: string;
  start(dispatch: Dispatch): Promise<void>;
  /** Takes nothing new, and resolves when what was begun has ended. */
  stop(): Promise<void>;
  /** Post a card once. `key` and `attempt` travel with the message, so that `find` can tell whether it arrived. */
  post(to: Address, card: Card, mark: Mark): Promise<Ended<Posted>>;
  edit(posted: Posted, card: Card): Promise<Ended<null>>;
  /** Whether a post with this key arrived since `since` (ms); `undefined`: it did not. */
  find(to: Address, key: string, since: number): Promise<Ended<Posted | undefined>>;
  /** People in a channel, the bot and other bots left out. */
  members(channel: string): Promise<Ended<readonly string[]>>;
  /** Name, language and zone; what is not known is left out. Never fails: a person nobody knows is named by id. */
  person(id: string): Promise<PersonFacts>;
};

export type Mark = { readonly key: string; readonly attempt: number };

/** Hands an act to the bot and gives what is to be shown at once. Never rejects. */
export type Dispatch = (incoming: Incoming) => Promise<Reply>;

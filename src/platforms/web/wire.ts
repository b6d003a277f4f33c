import type { Language } from '../../calendar/moment.ts';
import type { Json } from '../../json.ts';
import type { Card } from '../../view/card.ts';
import type { Form } from '../../view/form.ts';
import type { Instant } from '../../world.ts';
import type { Channel } from './channels.ts';
import type { Persona } from './personas.ts';

/** What server and page say to each other: the page imports these types, and nothing else of the server. */

/** A message as the page sees it. Its id sorts by time within its channel; a reply's begins with its root's. */
export type Message = {
  readonly id: string;
  readonly channel: string;
  /** Id of the first message of the thread this one is a reply in. */
  readonly thread?: string;
  /** A persona, or `BOT`. */
  readonly by: string;
  readonly at: Instant;
  /** The page's own id of the act that posted it, so that the page knows it again. */
  readonly act?: string;
  readonly edited?: true;
  readonly text?: string;
  readonly card?: Card;
};

/** What an act gives to show at once, to nobody but who acted. */
export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asker'; readonly card: Card }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'home'; readonly card: Card }
  | { readonly kind: 'fields'; readonly wrong: { readonly [field: string]: string } };

export type Acted = { readonly shown: Shown; readonly message?: Message };

export type Clock = {
  readonly now: Instant;
  /** How far the demo clock is ahead of the real one, in milliseconds; 0: it shows the real time. */
  readonly aheadMs: number;
};

export type ChannelState = Channel & {
  readonly members: readonly string[];
  /** Id of the newest message, if any. */
  readonly newest?: string;
};

export type State = {
  readonly me: Persona;
  readonly language: Language;
  /** IANA; moments are typed and shown in it. */
  readonly zone: string;
  readonly personas: readonly Persona[];
  readonly channels: readonly ChannelState[];
  readonly clock: Clock;
  /** Whether only this computer reaches the page. */
  readonly loopback: boolean;
  /** Number of the newest change: live updates start after it. */
  readonly seq: number;
};

/** Oldest first. `earlier`: hand it back as `before` for the page before this one. */
export type Page = { readonly messages: readonly Message[]; readonly earlier?: string };

/** Why a request was not carried out, with words for the person. */
export type Problem = { readonly error: string; readonly words: string };

/** What a form's field was filled with: a moment goes as the local time that was typed, `2026-11-25T14:00`. */
export type Typed = { readonly [field: string]: string | readonly string[] | { readonly local: string } };

export type PressBody = { readonly act: string; readonly input: Json };

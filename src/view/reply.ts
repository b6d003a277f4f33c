import type { Card } from './card.ts';
import type { Form } from './form.ts';

/** What a handler answers. The platform and the delivery carry it out; handlers never send. */
export type Reply =
  /** Post it where it was asked: in the thread of a mention, in the direct message. Promised, so it survives a crash. */
  | { readonly to: 'here'; readonly show: Card }
  /** For the asker's eyes only and for now: not kept anywhere. */
  | { readonly to: 'asker'; readonly show: Card }
  /** In place of the card whose button was pressed. */
  | { readonly to: 'card'; readonly show: Card }
  | { readonly to: 'form'; readonly open: Form }
  /** The person's home page. */
  | { readonly to: 'home'; readonly show: Card }
  /** Said by the feature's own promises, or needs no words. */
  | { readonly to: 'nobody' }
  /** A form cannot be taken as it is: words per field. Made by dispatch from a refusal. */
  | { readonly to: 'fields'; readonly wrong: { readonly [field: string]: string } };

/** What a handler may also answer: post it in the asker's direct message, wherever it was asked. Promised as well. */
export type Outcome = Reply | { readonly to: 'direct'; readonly show: Card };

import type { Instant } from '../world.ts';
import type { Press } from './card.ts';

/** Questions to fill in at once. What was filled in joins the input of `press` under the names of the fields. */
export type Form = {
  /** At most 24 characters. */
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
  /** The word on the button, at most 24 characters. */
  readonly send: string;
  readonly cancel: string;
  readonly press: Press;
};

type Ask = {
  /** `[A-Za-z]`; the name of its answer in the input. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
};

/** The answer of each kind: */
export type Field = Ask &
  (
    | { readonly kind: 'text'; readonly long?: true; readonly most: number; readonly value?: string } // a string
    | { readonly kind: 'lines'; readonly most: number; readonly value?: readonly string[] } // strings, one a line
    | { readonly kind: 'pick'; readonly options: readonly Option[]; readonly value?: string } // a value
    | { readonly kind: 'picks'; readonly options: readonly Option[]; readonly value?: readonly string[] } // values
    | { readonly kind: 'moment'; readonly value?: Instant } // an Instant; typed and shown in the person's zone
    | { readonly kind: 'channel'; readonly value?: string } // the id of a channel
    | { readonly kind: 'people'; readonly value?: readonly string[] } // the ids of people
  );

export type Option = { readonly value: string; readonly label: string };

/** What somebody filled in; a field left empty is absent. */
export type Filled = { readonly [name: string]: string | number | readonly string[] };

import type { Json } from '../json.ts';
import type { Instant } from '../world.ts';

/**
 * What is shown, whichever platform shows it. Cards name meaning, not layout. Every string is plain text: no
 * markup, no mentions, no links in it; a renderer escapes all of it.
 */
export type Card = {
  /** One line, at most 150 characters; also what a notification or a screen reader says first. */
  readonly title?: string;
  readonly blocks: readonly Block[];
};

export type Block =
  /** Paragraphs, parted by line breaks. `quiet`: small print. */
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: true }
  /** Curated words, which cannot be shown without their source. */
  | { readonly kind: 'quote'; readonly text: string; readonly source: Source }
  /** Options and how often each was chosen. */
  | {
      readonly kind: 'tally';
      readonly rows: readonly TallyRow[];
      readonly people: number;
      readonly caption: string;
    }
  /** Labelled facts: when, where, who. A moment is shown in the reader's zone. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** Where curated words come from. `line` is the whole of it in the reader's language. */
export type Source = {
  readonly line: string;
  /** Full id of the entry, `report/entry`. */
  readonly entry: string;
};

export type TallyRow = { readonly label: string; readonly count: number; readonly press?: Press };

export type Fact =
  | { readonly label: string; readonly text: string }
  | { readonly label: string; readonly at: Instant; readonly until?: Instant };

export type Button = {
  readonly label: string;
  readonly press: Press;
  readonly tone?: 'primary' | 'danger';
  /** Asked before it is carried out. */
  readonly confirm?: { readonly text: string; readonly yes: string; readonly no: string };
};

/** What pressing or sending carries out: the name of a handler and its input (at most 1500 characters of JSON). */
export type Press = { readonly act: string; readonly input: Json };

import type { Language } from '../calendar/moment.ts';
import type { Entry } from './content.ts';

/**
 * `grounded`: the entry says it. `related`: the report touches on it and does not say; the text tells that.
 * `none`: not in the reports. `smalltalk`: a greeting, thanks, abuse, or an attempt to give orders.
 */
export type FoundOutcome = 'grounded' | 'related' | 'none' | 'smalltalk';

/** `line`: report, section, level and year as people read it; the ids are for the receipt. */
export type Source = { line: string; entry: string; report: string; section: string };

/** Why it was found or not, for those who tune. All shares are of 1. */
export type Why = {
  /** How sure it is that the best entry answers the question. */
  score: number;
  /** Share of the question's weight that the best entry speaks of. */
  coverage: number;
  /** Share of the question's weight that its heaviest term has which the entry lacks. */
  missing: number;
  /** What decided: the index, or a rule's name. */
  by: string;
  /** The best entry, also when it was not good enough. */
  best: string | undefined;
};

export type Found = {
  outcome: FoundOutcome;
  /** With `grounded` and `related`. */
  entry?: Entry;
  /** The answer, in its language. */
  text: string;
  language: Language;
  /** With `entry`. */
  source?: Source;
  /** Entries on the same of another level, place or year. */
  also?: Entry[];
  /** Topics to offer, three at most. */
  nearest: Entry[];
  /** The question as it was read, where a slip of the keyboard was put right. */
  readAs?: string;
  /** Answers to the other questions of the same message, in their order. */
  rest?: readonly Found[];
  why: Why;
};

export type AskOptions = {
  /** Undefined: that of the question. */
  language?: Language | undefined;
  /** Earlier questions of the thread, the oldest first. */
  history?: readonly string[];
  /** The entry that the thread was last about. */
  about?: string;
};

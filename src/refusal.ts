import type { Instant } from './world.ts';

/** Every "no" we say to a person, with the facts its sentence needs. `texts/` words each in every language. */
export type Refusals = {
  /** The person's role does not reach. `needs`: the least role that does. */
  'not-allowed': { needs: 'cadre' | 'organiser' | 'admin' };
  'not-understood': { text: string };
  'input-invalid': Record<never, never>;
  'stale-button': Record<never, never>;
  'question-empty': Record<never, never>;
  'question-too-long': { most: number };
  'entry-gone': Record<never, never>;
  'receipt-unknown': Record<never, never>;
  'poll-needs-channel': Record<never, never>;
  'poll-too-few-options': { least: number };
  'poll-too-many-options': { most: number };
  'poll-option-twice': { option: string };
  'poll-option-too-long': { most: number };
  'poll-title-missing': Record<never, never>;
  'poll-title-too-long': { most: number };
  'poll-unknown': Record<never, never>;
  'poll-closed': { title: string; closedAt: Instant };
  'poll-not-yours': { title: string };
  'event-unknown': Record<never, never>;
  'event-not-yours': { title: string };
  'event-already-announced': { title: string };
  'event-over': { title: string };
  'event-title-missing': Record<never, never>;
  'event-title-too-long': { most: number };
  'event-place-missing': Record<never, never>;
  'event-place-too-long': { most: number };
  'event-starts-in-past': { startsAt: Instant };
  'event-too-far': { most: number };
  'event-nobody': Record<never, never>;
  'event-too-many-people': { most: number };
  'event-offset-passed': Record<never, never>;
  'bot-not-in-channel': Record<never, never>;
  'desk-closed': Record<never, never>;
  'ticket-unknown': Record<never, never>;
  'ticket-answered': { by: string };
  'reply-empty': Record<never, never>;
  'reply-too-long': { most: number };
  busy: Record<never, never>;
};

export type RefusalCode = keyof Refusals;

/**
 * A person's mistake, or a state of things that stands in the way. Anything else that is thrown is our fault.
 * `field` is the form's field it is about.
 */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly facts: Refusals[Code];
  readonly field: string | undefined;
  constructor(code: Code, facts: Refusals[Code], field?: string) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.field = field;
  }
}

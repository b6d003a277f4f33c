import { z } from 'zod';
import { collection, counters } from '../store/collection.ts';
import { timetable } from '../store/timetable.ts';

export const Audience = z.union([
  z.object({ channel: z.string() }),
  z.object({ people: z.array(z.string()) }),
]);
export type Audience = z.infer<typeof Audience>;

export const Event = z.object({
  title: z.string(),
  place: z.string(),
  startsAt: z.number(),
  audience: Audience,
  /** How long before the start to remind, in minutes, longest first. */
  leads: z.array(z.number()),
  /** Who organises it. */
  by: z.string(),
  state: z.enum(['draft', 'announced']),
});
export type Event = z.infer<typeof Event>;

export const events = collection('event', Event);

/** Whether somebody comes, `<event>.<person>`. */
export const signups = collection('signup', z.object({ coming: z.boolean() }));
/** `<event>.yes`, `<event>.no` */
export const signupCounts = counters('signup-count');

export const Reminder = z.object({
  event: z.string(),
  leadMin: z.number(),
  /** When it should go out, quiet hours minded. */
  due: z.number(),
  /** When it is too late to be of use. */
  latest: z.number(),
  /** The last person it was promised to; absent: nobody yet. People are taken in the order of their ids. */
  reached: z.string().exactOptional(),
});
export type Reminder = z.infer<typeof Reminder>;

/** Reminders still to come, `<event>.<leadMin>`. */
export const reminders = collection('reminder', Reminder);
/** When to look at which reminder. */
export const agenda = timetable('agenda');

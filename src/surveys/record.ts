import { z } from 'zod';
import { collection, counters } from '../store/collection.ts';
import { Question } from './questions/index.ts';

export const Survey = z.object({
  title: z.string(),
  question: Question,
  /** Who opened it. */
  by: z.string(),
  channel: z.string(),
  openedAt: z.number(),
  closedAt: z.number().exactOptional(),
});
export type Survey = z.infer<typeof Survey>;

/** What one person last answered, `<survey>.<person>`. Kept by name, so that an answer can be changed. */
export const ballots = collection('ballot', z.object({ answer: z.json(), at: z.number() }));

export const surveys = collection('survey', Survey);
/** `<survey>.<counter>` */
export const tallies = counters('tally');
/** How many people have answered, `<survey>`. */
export const turnouts = counters('turnout');
/** The open surveys of an author, `<author>.<survey>`. */
export const running = collection('survey-running', z.object({ survey: z.string(), title: z.string() }));

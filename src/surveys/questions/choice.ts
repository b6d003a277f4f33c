import { z } from 'zod';
import { defineQuestion } from './define.ts';

/** Most options of a choice: what still reads as a list on a phone. */
export const MOST_OPTIONS = 20;

/** Pick one of the options. An answer is the option's place, so that two options alike but for a space stay two. */
export const choice = defineQuestion({
  setup: z.object({
    type: z.literal('choice'),
    options: z.array(z.string().min(1).max(75)).min(2).max(MOST_OPTIONS),
  }),
  answer: ({ options }) =>
    z
      .number()
      .int()
      .min(0)
      .max(options.length - 1),
  count: (_, answer) => ({ [counterOf(answer)]: 1 }),
  counters: ({ options }) => options.map((label, place) => ({ name: counterOf(place), label })),
});

const counterOf = (place: number): string => `o${String(place).padStart(2, '0')}`;

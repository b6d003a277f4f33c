import type { z } from 'zod';
import { choice } from './choice.ts';

/** Every kind of question. */
export const kinds = { choice };

/** The set-up of a question of any kind; a kind that this release does not know is refused. */
export const Question = choice.setup;
export type Question = z.infer<typeof Question>;

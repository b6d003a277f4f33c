import type { z } from 'zod';
import type { Json } from '../../json.ts';

/** What every kind of question answers for itself, in one file each. */
export type QuestionKind<Setup extends { type: string }, Answer extends Json> = {
  readonly setup: z.ZodType<Setup>;
  /** What counts as an answer to this question. */
  answer(setup: Setup): z.ZodType<Answer>;
  /** How an answer moves the tally: counters by name, each with how much. */
  count(setup: Setup, answer: Answer): { readonly [counter: string]: number };
  /** The counters a result is read from, in the order in which they are shown. */
  counters(setup: Setup): readonly { readonly name: string; readonly label: string }[];
};

export const defineQuestion = <Setup extends { type: string }, Answer extends Json>(
  kind: QuestionKind<Setup, Answer>,
): QuestionKind<Setup, Answer> => kind;

import { z } from 'zod';
import type { Gaps } from './answers/gaps.ts';
import type { Answers } from './answers/index.ts';
import type { Ratings } from './answers/rating.ts';
import type { Receipts } from './answers/receipts.ts';
import type { Talk } from './answers/talk.ts';
import type { Desk } from './desk/index.ts';
import type { Events } from './events/index.ts';
import type { People, Person } from './people/index.ts';
import type { Role } from './people/roles.ts';
import type { Place } from './platforms/port.ts';
import type { Surveys } from './surveys/index.ts';
import type { Texts } from './texts/index.ts';
import type { Outcome } from './view/reply.ts';
import type { World } from './world.ts';

/** What a handler works with: who asks and where, the words in their language, and the features. */
export type Counter = {
  readonly by: Person;
  /** Whether only the asker sees the answer: it was asked by a command. */
  readonly private: boolean;
  /** Absent on the home page. */
  readonly at?: Place;
  readonly texts: Texts;
  readonly world: World;
  readonly people: People;
  readonly answers: Answers;
  readonly talk: Talk;
  readonly receipts: Receipts;
  readonly gaps: Gaps;
  readonly ratings: Ratings;
  readonly surveys: Surveys;
  readonly events: Events;
  readonly desk: Desk;
};

/** One act: names itself, says who may, states its input, calls one feature, returns one reply. */
export type Handler<Input = never> = {
  readonly name: string;
  /** The least role that may. */
  readonly may: Role;
  readonly input: z.ZodType<Input>;
  /** After `/gongyou`: the first word that leads here, in any language; lower case. */
  readonly words?: readonly string[];
  /** The input, out of what follows the word; absent: an empty object. */
  readonly read?: (rest: string) => unknown;
  run(input: Input, counter: Counter): Promise<Outcome>;
};

/** Lets the input's type follow from its schema. */
export const handler = <Input>(made: Handler<Input>): Handler => made as unknown as Handler;

/** An id in the input of a button, which anybody can forge: what the store takes as a part of a key. */
export const recordId = z.string().regex(/^[\x21-\x7e]{1,80}$/);

import { z } from 'zod';
import { MATCHED } from './features.ts';

/**
 * How an entry suits what is asked for. `lacks`: a number, an amount or a date is asked for which it does not hold;
 * `lacksNeeds`: likewise what one needs to act; `keeps`: it holds it; `listed`, `lacksList`: several things are asked
 * for, which it lists or not.
 */
export const SUITED = ['lacks', 'lacksNeeds', 'keeps', 'listed', 'lacksList'] as const;

/**
 * What an entry is ranked by: how it meets and suits the question, and `before`, the share of the last questions that
 * it speaks of; `elsewhere`, `otherYear`: places and years that were named and are not its own; `around`: a wider
 * place than its own; `unstated`: it says that the report does not say, `unsaidNumber` where a number was asked for;
 * `sameReport`, `sameSection`: of what the thread was about.
 */
export const RANKED = [
  ...MATCHED,
  ...SUITED,
  'before',
  'elsewhere',
  'around',
  'otherYear',
  'unstated',
  'unsaidNumber',
  'sameReport',
  'sameSection',
] as const;
export type Ranked = { -readonly [Key in (typeof RANKED)[number]]: number };

/**
 * What the best entry is judged by: how it meets and suits the question; `margin`, how far the next entry is behind;
 * `strange`, the share of the question that no entry speaks of; `short`, how few words there are; `leans`: it leans on
 * the one before; `denied`: how near the next entry is that says that the report does not say.
 */
export const JUDGED = [
  'bias',
  ...MATCHED,
  ...SUITED,
  'before',
  'margin',
  'strange',
  'short',
  'leans',
  'denied',
] as const;
export type Judged = { -readonly [Key in (typeof JUDGED)[number]]: number };

/** What speaks for an entry, and what against it: a weight of the other sign would be chance. */
const FOR =
  'cover title answer heading asks alike crowd inside holds before sameReport sameSection margin chars keeps listed';
const AGAINST = 'sound elsewhere around otherYear lacks lacksNeeds unstated strange denied lacksList';
const SIGNS = new Map([
  ...FOR.split(' ').map((it) => [it, 1] as const),
  ...AGAINST.split(' ').map((it) => [it, -1] as const),
]);
/** 1, -1, or 0 where either may be. */
export const signOf = (name: string): number => SIGNS.get(name) ?? 0;

const numbers = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((it) => [it, z.number()])) as Record<Name, z.ZodNumber>);

/** What was learned of labelled questions: how entries are ranked, how sure one can be, and from where on it is answered. */
export const Weights = z.strictObject({
  rank: numbers(RANKED),
  judge: numbers(JUDGED),
  /** Least certainty of an answer, 0…1. */
  sure: z.number().min(0).max(1),
});
export type Weights = z.infer<typeof Weights>;

/** For content that nothing was learned for yet: cautious, and by the plainest signs alone. */
export const PRIOR: Weights = {
  rank: {
    ...zeros(RANKED),
    cover: 5,
    alike: 3,
    before: 5,
    elsewhere: -2,
    around: -0.7,
    otherYear: -1.5,
    lacks: -0.7,
    lacksNeeds: -0.7,
    unstated: -0.3,
    unsaidNumber: -0.2,
    sameReport: 0.5,
    sameSection: 0.4,
  },
  judge: {
    ...zeros(JUDGED),
    bias: -2.6,
    cover: 7.5,
    before: 7.5,
    alike: 3.5,
    missing: -6.8,
    strange: -3.2,
    margin: 1.1,
    lacks: -0.8,
    lacksNeeds: -0.8,
  },
  sure: 0.5,
};

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((it) => [it, 0])) as Record<Name, number>;
}

/** The sum of what is seen, each by its weight. */
export function weighed<Name extends string>(
  names: readonly Name[],
  weights: Readonly<Record<Name, number>>,
  seen: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name of names) sum += weights[name] * seen[name];
  return sum;
}

import { JUDGED, PRIOR, RANKED, signOf, type Weights } from '../weights.ts';
import { type Case, type Choice, learnToJudge, learnToRank, type Rows } from './learn.ts';
import { isOpen, type Lesson, named, type Outcome, outcomeOf, rowOf, verdictOf } from './lessons.ts';

/** All drills together count so much beside all lessons: for ranking, and for judging. */
const DRILLS = { rank: 0.5, judge: 0.2 } as const;
/** What is not to be answered counts so much more than what is. */
const CAUTION = 1.5;
const SETTINGS = { pull: 0.0005, rounds: 300 } as const;
const FOLDS = 5;
const MOST_HITS = 20;

/** Weights learned of lessons and drills; the bar of certainty is left at a half. */
export function learned(lessons: readonly Lesson[], drills: readonly Lesson[]): Weights {
  const rank = named(RANKED, rankOf(lessons, drills));
  const judge = named(JUDGED, judgeOf({ rank }, lessons, drills));
  return { rank, judge, sure: 0.5 };
}

const rowsOf = (names: readonly string[], values: readonly number[]): Rows => ({
  width: names.length,
  values: Float64Array.from(values),
});

/** Learning begins with what holds for any content. */
const settingsFor = <Name extends string>(names: readonly Name[], prior: Record<Name, number>) => ({
  ...SETTINGS,
  start: Float64Array.from(rowOf(names, prior)),
  signs: names.map(signOf),
});

function rankOf(lessons: readonly Lesson[], drills: readonly Lesson[]): Float64Array {
  const values: number[] = [];
  const choices: Choice[] = [];
  const add = ({ seen, right }: Lesson, weight: number): void => {
    const from = values.length / RANKED.length;
    const marked = new Set<number>();
    for (const [at, hit] of seen.hits.slice(0, MOST_HITS).entries()) {
      if (right[at]) marked.add(from + at);
      values.push(...rowOf(RANKED, hit.ranked));
    }
    if (marked.size > 0) choices.push({ from, to: values.length / RANKED.length, right: marked, weight });
  };
  for (const it of lessons) add(it, 1);
  const share = (DRILLS.rank * choices.length) / Math.max(1, drills.length);
  for (const it of drills) add(it, share);
  return learnToRank(rowsOf(RANKED, values), choices, settingsFor(RANKED, PRIOR.rank));
}

function judgeOf(
  weights: Pick<Weights, 'rank'>,
  lessons: readonly Lesson[],
  drills: readonly Lesson[],
): Float64Array {
  const values: number[] = [];
  const cases: Case[] = [];
  const add = (lesson: Lesson, weight: number): void => {
    const verdict = lesson.isCounted ? verdictOf(lesson, weights) : undefined;
    // one that says that the report does not say, or is of another place or year, is never given, however sure
    if (!verdict || !isOpen(verdict.best)) return;
    cases.push({ row: cases.length, holds: verdict.isRight, weight });
    values.push(...rowOf(JUDGED, verdict.judged));
  };
  for (const it of lessons) add(it, it.isAnswerable ? 1 : CAUTION);
  const share = (DRILLS.judge * cases.length) / Math.max(1, drills.length);
  for (const it of drills) add(it, share);
  return learnToJudge(rowsOf(JUDGED, values), cases, settingsFor(JUDGED, PRIOR.judge));
}

/** How each lesson comes out by weights that were learned without it and those of its fold. */
export function crossed(lessons: readonly Lesson[], drills: readonly Lesson[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inFold = (_: Lesson, at: number): boolean => at % FOLDS === fold;
    const weights = learned(
      lessons.filter((it, at) => !inFold(it, at)),
      drills,
    );
    for (const it of lessons.filter(inFold)) outcomes.push(outcomeOf(it, weights));
  }
  return outcomes;
}

/** What comes of answering from a certainty on. All shares are of 1. */
export type Bar = { sure: number; right: number; unanswered: number; false: number; f1: number };

/** @param outcomes small talk left out */
export function barAt(outcomes: readonly Outcome[], sure: number): Bar {
  const open = outcomes.filter((it) => it.isAnswerable);
  const shut = outcomes.filter((it) => !it.isAnswerable);
  const isAnswered = (it: Outcome): boolean => it.certainty >= sure;
  const left = shut.filter((it) => !isAnswered(it)).length;
  const missed = open.filter((it) => !isAnswered(it)).length;
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
  return {
    sure,
    right: share(open.filter((it) => isAnswered(it) && it.isRight).length, open.length),
    unanswered: share(missed, open.length),
    false: shut.length === 0 ? 1 : share(shut.length - left, shut.length),
    f1: share(2 * left, left + missed + shut.length),
  };
}

const BARS = Array.from({ length: 91 }, (_, at) => (at + 5) / 100);

/**
 * The lowest bar of certainty by which at most this share of what is not in the reports is answered, and the bars that
 * it was chosen from.
 */
export function chooseBar(outcomes: readonly Outcome[], mostFalse: number): { chosen: Bar; bars: Bar[] } {
  const bars = BARS.map((it) => barAt(outcomes, it));
  const chosen = bars.find((it) => it.false <= mostFalse) ?? barAt(outcomes, 0.95);
  return { chosen, bars };
}

import type { Verdict } from './judge.ts';
import { isTalk, kindOf } from './questions.ts';

/** So many of so many. */
export type Share = { count: number; of: number };

/** A row of a table: answerable questions that have something in common. */
export type Row = { name: string; right: Share; cited: Share; section: Share };

export type Score = {
  questions: { all: number; answerable: number; unanswerable: number; talk: number };
  right: Share;
  abstained: Share;
  wrong: Share;
  /** Of the answerable questions that were answered. */
  cited: Share;
  section: Share;
  /** Finding those that are not to be answered, by the bot's own word. Shares of 0 to 1. */
  abstention: { precision: number; recall: number; f1: number };
  false: Share;
  talk: Share;
  live: number;
  /** Mean characters of an answer. */
  length: number;
  by: { language: Row[]; style: Row[]; report: Row[] };
  /** Not to be answered, by kind: how many were met rightly. */
  kinds: { name: string; right: Share }[];
};

/** What is measured against a bar. */
export const MEASURES = ['answer', 'cite', 'section', 'f1', 'false'] as const;
export type Measure = (typeof MEASURES)[number];

const share = (all: readonly Verdict[], holds: (it: Verdict) => boolean): Share => ({
  count: all.filter(holds).length,
  of: all.length,
});

export const rateOf = ({ count, of }: Share): number | undefined => (of === 0 ? undefined : count / of);

/** How well a set of questions was answered. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const answerable = verdicts.filter((it) => it.question.answerable);
  const talk = verdicts.filter((it) => isTalk(it.question));
  const unanswerable = verdicts.filter((it) => !it.question.answerable && !isTalk(it.question));
  const answered = answerable.filter((it) => !it.abstained);
  return {
    questions: {
      all: verdicts.length,
      answerable: answerable.length,
      unanswerable: unanswerable.length,
      talk: talk.length,
    },
    right: share(answerable, (it) => it.right),
    abstained: share(answerable, (it) => it.abstained),
    wrong: share(answered, (it) => !it.right),
    cited: share(answered, (it) => it.cited),
    section: sectionShare(answered),
    abstention: abstentionOf(unanswerable, answerable),
    false: share(unanswerable, (it) => !it.right),
    talk: share(talk, (it) => it.right),
    live: verdicts.filter((it) => it.live).length,
    length: mean(answered.map((it) => it.answered.answer.length)),
    by: {
      language: rowsOf(answerable, (it) => it.question.lang),
      style: rowsOf(answerable, (it) => it.question.style ?? ''),
      report: rowsOf(answerable, (it) => it.question.report ?? it.question.reports[0] ?? ''),
    },
    kinds: grouped(unanswerable, (it) => kindOf(it.question)).map(([name, all]) => ({
      name,
      right: share(all, (it) => it.right),
    })),
  };
}

function sectionShare(answered: readonly Verdict[]): Share {
  return share(
    answered.filter((it) => it.section !== undefined),
    (it) => it.section === true,
  );
}

function abstentionOf(unanswerable: readonly Verdict[], answerable: readonly Verdict[]): Score['abstention'] {
  const rightly = unanswerable.filter((it) => it.abstained).length;
  const wrongly = answerable.filter((it) => it.abstained).length;
  const precision = rightly === 0 ? 0 : rightly / (rightly + wrongly);
  const recall = unanswerable.length === 0 ? 0 : rightly / unanswerable.length;
  const f1 = rightly === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function rowsOf(answerable: readonly Verdict[], nameOf: (it: Verdict) => string): Row[] {
  return grouped(answerable, nameOf).map(([name, all]) => {
    const answered = all.filter((it) => !it.abstained);
    return {
      name,
      right: share(all, (it) => it.right),
      cited: share(answered, (it) => it.cited),
      section: sectionShare(answered),
    };
  });
}

function grouped(
  verdicts: readonly Verdict[],
  nameOf: (it: Verdict) => string,
): [string, readonly Verdict[]][] {
  const names = [...new Set(verdicts.map(nameOf))].sort();
  return names.map((name) => [name, verdicts.filter((it) => nameOf(it) === name)]);
}

const mean = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, it) => sum + it, 0) / all.length;

/** What a set cannot measure, for it has no such question, is undefined. */
export function measured(score: Score): { [Key in Measure]: number | undefined } {
  return {
    answer: rateOf(score.right),
    cite: rateOf(score.cited),
    section: rateOf(score.section),
    f1: score.questions.unanswerable === 0 ? undefined : score.abstention.f1,
    false: rateOf(score.false),
  };
}

export type Bar = { readonly [Key in Measure]?: number };
export type Below = { name: Measure; value: number; bar: number };

/** What does not reach the bar; of false answers there may be at most so many, of all else at least. */
export function belowBar(score: Score, bar: Bar): Below[] {
  const values = measured(score);
  return MEASURES.flatMap((name) => {
    const value = values[name];
    const wanted = bar[name];
    if (value === undefined || wanted === undefined) return [];
    const isBelow = name === 'false' ? value > wanted : value < wanted;
    return isBelow ? [{ name, value, bar: wanted }] : [];
  });
}

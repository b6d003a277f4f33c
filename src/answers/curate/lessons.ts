import { normalise } from '../../language/normalise.ts';
import type { Content, Entry } from '../content.ts';
import { certaintyOf, type Hit, judgedOf } from '../decide.ts';
import type { Engine, Seen } from '../engine.ts';
import { intentOf } from '../intents.ts';
import { type Judged, RANKED, type Weights, weighed } from '../weights.ts';
import { languageOfQuestion } from '../wording.ts';
import { isTalk, type Labelled } from './questions.ts';
import { says } from './wording-match.ts';

/**
 * A question with what is seen of it, and which of its hits are right: those whose answer holds all that must be in
 * it. `isAnswerable`: the reports answer it; `isCounted`: it is no small talk and met by no rule.
 */
export type Lesson = { seen: Seen; right: boolean[]; isAnswerable: boolean; isCounted: boolean };

const isRight = ({ q, reports, must }: Labelled, entry: Entry): boolean => {
  const answer = languageOfQuestion(q) === 'en' ? entry.answerEn : entry.answer;
  return reports.includes(entry.report.id) && must.every((group) => group.some((it) => says(answer, it)));
};

/** The lessons of labelled questions. */
export const lessonsOf = (engine: Engine, questions: readonly Labelled[]): Lesson[] =>
  questions.map((it) => {
    const seen = engine.see(it.q, it.history ? { history: it.history } : {});
    const right = seen.hits.map(({ entry }) => it.answerable && isRight(it, entry));
    const isCounted = !isTalk(it) && intentOf(normalise(it.q)) === undefined;
    return { seen, right, isAnswerable: it.answerable, isCounted };
  });

/** Every so manyth way of asking as a question, itself left out of the content: right is the entry it was written for. */
export function drillsOf(engine: Engine, { entries }: Content, each: number): Lesson[] {
  const drills: Lesson[] = [];
  let count = 0;
  for (const [at, { ask, askEn }] of entries.entries()) {
    for (const [way, line] of [...ask, ...askEn].entries()) {
      count += 1;
      if (count % each !== 0) continue;
      const seen = engine.see(line, {}, { entry: at, way });
      drills.push({ seen, right: seen.hits.map((it) => it.at === at), isAnswerable: true, isCounted: true });
    }
  }
  return drills;
}

/** The best hit of a lesson by these weights. */
export type Verdict = { best: Hit; isRight: boolean; judged: Judged };

export function verdictOf({ seen, right }: Lesson, { rank }: Pick<Weights, 'rank'>): Verdict | undefined {
  const hits = seen.hits.map((it) => ({ ...it, score: weighed(RANKED, rank, it.ranked) }));
  const [best, second] = hits.toSorted((a, b) => b.score - a.score);
  if (!best) return undefined;
  const judged = judgedOf(best, second, hits, seen.sight, seen.judged?.leans === 1);
  return { best, isRight: right[hits.indexOf(best)] === true, judged };
}

/** Whether it would be given as an answer at all. */
export const isOpen = ({ entry, ranked }: Hit): boolean =>
  entry.stated && ranked.elsewhere === 0 && ranked.otherYear === 0;

/** How a lesson came out: how sure the best entry was, 0 where nothing would be answered, and whether it was right. */
export type Outcome = { certainty: number; isRight: boolean; isAnswerable: boolean };

export function outcomeOf(lesson: Lesson, weights: Weights): Outcome {
  const { isAnswerable, isCounted } = lesson;
  const verdict = isCounted ? verdictOf(lesson, weights) : undefined;
  if (!verdict || !isOpen(verdict.best)) return { certainty: 0, isRight: false, isAnswerable };
  return { certainty: certaintyOf(weights, verdict.judged), isRight: verdict.isRight, isAnswerable };
}

export const rowOf = <Name extends string>(names: readonly Name[], seen: Record<Name, number>): number[] =>
  names.map((it) => seen[it]);

export const named = <Name extends string>(
  names: readonly Name[],
  values: Float64Array,
): Record<Name, number> =>
  Object.fromEntries(names.map((it, at) => [it, Number((values[at] ?? 0).toFixed(3))])) as Record<
    Name,
    number
  >;

import type { Answered } from '../terminal.ts';
import { isTalk, kindOf, type Labelled, sectionsOf } from './questions.ts';
import { holdsHeading, isLive, says, saysUnknown } from './wording-match.ts';

/** What can be held against an answer, or for it. */
export type Verdict = {
  question: Labelled;
  answered: Answered;
  /** As the bot itself says. */
  abstained: boolean;
  /** Groups of `must` of which nothing is in the answer. */
  lacks: string[][];
  /** Answerable: answered with all that must be in it. Otherwise: left unanswered, or said not to be in the reports. */
  right: boolean;
  /** A citation is of a wanted report; `first`: the first one is. */
  cited: boolean;
  first: boolean;
  /** A citation is of a wanted section or one below it; `deepest`: of the very heading. Undefined: nobody said which. */
  section: boolean | undefined;
  deepest: boolean | undefined;
  /** It holds what a platform would act upon. */
  live: boolean;
};

type Judged = Pick<Answered, 'answer' | 'citations' | 'abstained'>;

/** Judges one answer by the labels of its question. */
export function judge(question: Labelled, answered: Answered): Verdict {
  const { citations, abstained, answer } = answered;
  const lacks = question.must.filter((group) => !group.some((it) => says(answer, it)));
  const wanted = sectionsOf(question);
  const holds = (isDeepest: boolean): boolean | undefined =>
    wanted.length === 0
      ? undefined
      : citations.some((cited) =>
          wanted
            .filter((it) => it.report === cited.report)
            .flatMap((it) => (isDeepest ? it.path.slice(-1) : it.path))
            .some((heading) => holdsHeading(cited.section, heading)),
        );
  const hits = citations.map((it) => question.reports.includes(it.report));
  return {
    question,
    answered,
    abstained,
    lacks,
    right: question.answerable ? !abstained && lacks.length === 0 : isLeft(question, answered),
    cited: hits.includes(true),
    first: hits[0] === true,
    section: holds(false),
    deepest: holds(true),
    live: isLive(answer) || question.forbid.some((it) => answer.includes(it)),
  };
}

/** Whether an answer to what the reports do not say claims nothing of its own. */
function isLeft(question: Labelled, { abstained, citations, answer }: Judged): boolean {
  if (abstained) return true;
  if (isTalk(question)) return citations.length === 0;
  return saysUnknown(answer) && (citations.length === 0 || kindOf(question) === 'mention-only');
}

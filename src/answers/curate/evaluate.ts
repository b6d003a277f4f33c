import type { Answers } from '../index.ts';
import { answeredOf } from '../terminal.ts';
import { languageOfQuestion } from '../wording.ts';
import { judge, type Verdict } from './judge.ts';
import type { Labelled } from './questions.ts';

/** Asks every question, each in its own language, and judges what comes. */
export const evaluate = (answers: Answers, questions: readonly Labelled[]): Verdict[] =>
  questions.map((it) => {
    const { id, q, history } = it;
    const found = answers.answer(q, { language: languageOfQuestion(q), ...(history ? { history } : {}) });
    return judge(it, answeredOf(id, found));
  });

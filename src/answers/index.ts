import type { Language } from '../calendar/moment.ts';
import type { Content, Entry } from './content.ts';
import { type Decision, openEngine } from './engine.ts';
import type { AskOptions, Found } from './found.ts';
import { PRIOR } from './weights.ts';
import { languageOfQuestion, noneIn, sourceOf } from './wording.ts';
import { wordsIn } from './words.ts';

export type { Content, Entry, Report, Section } from './content.ts';
export { ContentError, faultIn } from './faults.ts';
export type { AskOptions, Found, FoundOutcome, Source } from './found.ts';
export { loadContent } from './load.ts';

export type Answers = {
  /** The best that the reports say to a question, or that they do not say it. Pure, and never throws. */
  answer(question: string, options: AskOptions): Found;
  /** What an entry says, as an answer; undefined when there is no such entry. */
  show(entry: string, language: Language): (Found & { entry: Entry }) | undefined;
};

/** Everything that can be asked of this content. Builds the index at once. */
export function openAnswers(content: Content): Answers {
  const engine = openEngine(content, content.weights ?? PRIOR);
  const byId = new Map(content.entries.map((it) => [it.id, it]));
  return {
    answer(question, options) {
      const language = options.language ?? languageOfQuestion(question);
      return worded(engine.decide(question, options), language);
    },
    show(id, language) {
      const entry = byId.get(id);
      const why = { score: 1, coverage: 1, missing: 0, by: 'shown', best: id };
      return entry && said(entry, language, why);
    },
  };
}

function worded(decision: Decision, language: Language): Found {
  const { why } = decision;
  if (decision.kind === 'entry') {
    const { entry, also, nearest } = decision;
    return { ...said(entry, language, why), ...(also.length > 0 ? { also } : {}), nearest };
  }
  if (decision.kind === 'none') {
    const { nearest, misfit } = decision;
    return { outcome: 'none', text: noneIn(language, nearest, misfit), language, nearest, why };
  }
  const words = wordsIn(language);
  if (decision.intent === 'personal') {
    return { outcome: 'none', text: words.nonePersonal, language, nearest: [], why };
  }
  return { outcome: 'smalltalk', text: words.smalltalk[decision.intent], language, nearest: [], why };
}

const said = (entry: Entry, language: Language, why: Found['why']): Found & { entry: Entry } => ({
  outcome: entry.stated ? 'grounded' : 'related',
  entry,
  text: language === 'en' ? entry.answerEn : entry.answer,
  language,
  source: sourceOf(entry, language),
  nearest: [],
  why,
});

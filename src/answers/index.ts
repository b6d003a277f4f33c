import type { Language } from '../calendar/moment.ts';
import type { Content, Entry } from './content.ts';
import type { AskOptions, Found } from './found.ts';
import { sourceOf } from './wording.ts';

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
  const byId = new Map(content.entries.map((it) => [it.id, it]));
  const show: Answers['show'] = (id, language) => {
    const entry = byId.get(id);
    if (!entry) return undefined;
    return {
      outcome: entry.stated ? 'grounded' : 'related',
      entry,
      text: language === 'en' ? entry.answerEn : entry.answer,
      language,
      source: sourceOf(entry, language),
      nearest: [],
      why: { score: 1, coverage: 1, missing: 0, by: 'shown', best: id },
    };
  };
  return {
    show,
    answer: () => ({
      outcome: 'none',
      text: '',
      language: 'zh-CN',
      nearest: [],
      why: { score: 0, coverage: 0, missing: 1, by: 'index', best: undefined },
    }),
  };
}

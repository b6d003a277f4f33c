import type { Language } from '../calendar/moment.ts';
import type { Content, Entry } from './content.ts';
import { type Decision, openEngine } from './engine.ts';
import type { AskOptions, Found } from './found.ts';
import { gazetteerOf } from './gazetteer.ts';
import type { Improved, Model } from './model/index.ts';
import { questionsIn } from './split.ts';
import type { Turn } from './turns.ts';
import { openVerbatim, type Quoted } from './verbatim.ts';
import { PRIOR } from './weights.ts';
import { groundsOf, languageOfQuestion, noneIn, sourceOf } from './wording.ts';
import { wordsIn } from './words.ts';

export type { Content, Entry, Report, Section } from './content.ts';
export { ContentError, faultIn } from './faults.ts';
export type { AskOptions, Found, FoundOutcome, Source } from './found.ts';
export { loadContent } from './load.ts';
export type { Improved } from './model/index.ts';

export type Answers = {
  /** The best that the reports say to a question, or that they do not say it. Pure, and never throws. */
  answer(question: string, options: AskOptions): Found;
  /** The same, by the help of a language model where there is one. Never throws. */
  ask(question: string, options: AskOptions): Promise<Improved>;
  /** What an entry says, as an answer; undefined when there is no such entry. */
  show(entry: string, language: Language): (Found & { entry: Entry }) | undefined;
};

/** Everything that can be asked of this content. Builds the index at once. */
export function openAnswers(content: Content, model?: Model): Answers {
  const engine = openEngine(content, content.weights ?? PRIOR);
  const verbatim = openVerbatim(content.extracts, gazetteerOf(content.reports.values()));
  const byId = new Map(content.entries.map((it) => [it.id, it]));
  const relatedTo = (entry: Entry): Entry[] => entry.related.flatMap((id) => byId.get(id) ?? []);

  const one = (question: string, options: AskOptions): Found => {
    const language = options.language ?? languageOfQuestion(question);
    const decision = engine.decide(question, options);
    const quoted = mayQuote(decision) ? verbatim.find(question) : undefined;
    if (quoted && isNearer(quoted, decision)) {
      return said(quoted.entry, language, { ...decision.why, by: 'verbatim', best: quoted.entry.id });
    }
    if (decision.kind !== 'turn') return worded(decision, language);
    return turned(decision.turn, decision.entry, relatedTo(decision.entry), language, decision.why);
  };

  const answers: Answers = {
    async ask(question, options) {
      const found = answers.answer(question, options);
      if (!model || found.rest || found.entry?.lines) return found;
      return model.improve(question, found, (it) => answers.answer(it, { language: found.language }));
    },
    answer(question, options) {
      const parts = questionsIn(question);
      if (parts.length < 2) return one(question, options);
      const { history = [] } = options;
      const found = parts.map((it, at) =>
        one(it, { ...options, history: [...history, ...parts.slice(0, at)] }),
      );
      const [first, ...rest] = answered(found);
      return first && rest.length > 0 ? { ...first, rest } : one(question, options);
    },
    show(id, language) {
      const entry = byId.get(id) ?? verbatim.get(id);
      const why = { score: 1, coverage: 1, missing: 0, by: 'shown', best: id };
      return entry && said(entry, language, why);
    },
  };
  return answers;
}

/** Whether a passage may stand in for what was decided: not for small talk, private matters and turns. */
const mayQuote = ({ kind }: Decision): boolean => kind === 'none' || kind === 'entry';

/** How much more of the question than an entry a passage must have to be shown in its place. */
const NEARER = 0.2;
const isNearer = ({ covered }: Quoted, decision: Decision): boolean =>
  decision.kind === 'none' || covered >= decision.why.coverage + NEARER;

/** Those that rest on an entry, each entry once. */
function answered(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ outcome, entry }) => {
    if (outcome !== 'grounded' || !entry || seen.has(entry.id)) return false;
    seen.add(entry.id);
    return true;
  });
}

type Opened = Exclude<Decision, { kind: 'turn' }>;

function worded(decision: Opened, language: Language): Found {
  const { why } = decision;
  if (decision.kind === 'entry') {
    const { entry, also, nearest, readAs } = decision;
    return {
      ...said(entry, language, why),
      ...(also.length > 0 ? { also } : {}),
      ...(readAs === undefined ? {} : { readAs }),
      nearest,
    };
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

/** What was asked about the answer before: the same in another language, what it rests on, or what is near it. */
function turned(
  turn: Turn,
  entry: Entry,
  related: readonly Entry[],
  language: Language,
  why: Found['why'],
): Found {
  if (turn === 'en' || turn === 'zh-CN') return said(entry, turn, why);
  const found = said(entry, language, why);
  if (turn === 'source') return { ...found, text: groundsOf(entry, language) };
  return related.length > 0 ? { ...found, also: related.slice(0, MOST_RELATED) } : found;
}

const MOST_RELATED = 3;

const said = (entry: Entry, language: Language, why: Found['why']): Found & { entry: Entry } => ({
  outcome: entry.stated ? 'grounded' : 'related',
  entry,
  text: language === 'en' ? entry.answerEn : entry.answer,
  language,
  source: sourceOf(entry, language),
  nearest: [],
  why,
});

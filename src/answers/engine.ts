import { normalise } from '../language/normalise.ts';
import { conceptsOf } from './concepts.ts';
import type { Content, Entry } from './content.ts';
import { certaintyOf, SURE } from './decide.ts';
import { isFollowUp, moved } from './follow-up.ts';
import type { AskOptions, Why } from './found.ts';
import { type Intent, intentOf } from './intents.ts';
import { type AnswerKind, asksForKind, kindAsked, kindOfAnswer, lacksKind } from './kind-of-answer.ts';
import { openReader } from './lexicon.ts';
import { fitOf, type Misfit, misfitOf, type Scope, scopeOf, scopeOfEntry } from './scope.ts';
import { type Hit, openSearch } from './search.ts';

/** What was decided about a question, before it is worded. */
export type Decision =
  | { kind: 'intent'; intent: Intent; why: Why }
  | { kind: 'entry'; entry: Entry; also: Entry[]; nearest: Entry[]; why: Why }
  | { kind: 'none'; misfit: Misfit; nearest: Entry[]; why: Why };

export type Engine = { decide(question: string, options: AskOptions): Decision };

/** From here on something is near enough to be offered as a topic. */
const NEAR = 0.16;
/** An entry of another report this near to the best one is mentioned beside it. */
const BESIDE = 0.85;
/** A match this close is a known question, whatever a rule thinks of its words. */
const KNOWN = 0.8;
const MOST_OFFERED = 3;
const UNSTATED = 0.94;
const UNSTATED_NUMBER = 0.9;
const LACKING = 0.85;
const NOBODY: Misfit = { place: undefined, year: undefined };

/** Decides on questions by the entries. Pure: no clock, no store, the same answer to the same words. */
export function openEngine(content: Content): Engine {
  const { search, traits } = indexOf(content);
  const byId = new Map(content.entries.map((it) => [it.id, it]));

  const fitIn = (wants: AnswerKind, asked: Scope, about: Entry | undefined) => (entry: Entry, at: number) => {
    const known = traits[at];
    const thread = about ? threadFit(entry, about) : 1;
    return known ? thread * fitOf(asked, known.scope) * kindFit(wants, entry, known.kind) : thread;
  };

  const look = (question: string, { history = [], about }: AskOptions): { hits: Hit[]; asked: Scope } => {
    const text = normalise(question);
    const asked = scopeOf(text);
    const wants = kindAsked(text);
    const earlier = history.slice(-2).reverse();
    const [last] = earlier;
    if (last === undefined && about === undefined)
      return { hits: search.find(question, [], fitIn(wants, asked, undefined)), asked };
    const leans = isFollowUp(text);
    const before = about ? byId.get(about) : bestOf(last);
    if (!leans) return { hits: search.find(question, [], fitIn(wants, asked, undefined)), asked };
    const whole = last === undefined ? undefined : moved(text, normalise(last));
    if (whole !== undefined) {
      const there = scopeOf(whole);
      return { hits: search.find(whole, [], fitIn(kindAsked(whole), there, undefined)), asked: there };
    }
    const taken = last === undefined ? asked : inherit(asked, scopeOf(normalise(last)));
    return { hits: search.find(question, earlier, fitIn(wants, taken, before)), asked: taken };
  };

  const bestOf = (question: string | undefined): Entry | undefined =>
    question === undefined ? undefined : look(question, {}).hits[0]?.entry;

  return {
    decide(question, options) {
      const intent = intentOf(normalise(question.slice(0, 2000)));
      const { hits, asked } = look(question, options);
      const [best, second] = hits;
      if (intent && !(intent === 'personal' && best && best.alike >= KNOWN)) {
        return { kind: 'intent', intent, why: whyOf(best, 0, intent) };
      }
      if (!best) return { kind: 'none', misfit: NOBODY, nearest: [], why: whyOf(undefined, 0, 'index') };
      const known = traits[best.at];
      const lacks = known !== undefined && lacksKind(kindAsked(normalise(question)), known.kind);
      const certainty = certaintyOf(best, second, lacks);
      const misfit = known ? misfitOf(asked, known.scope) : NOBODY;
      const fitting = misfit.place === undefined && misfit.year === undefined;
      const others = hits
        .slice(1)
        .filter((it) => it.score >= NEAR)
        .map((it) => it.entry);
      if (certainty >= SURE && fitting) {
        const also = hits
          .slice(1)
          .filter((it) => it.entry.report !== best.entry.report && it.score >= BESIDE * best.score)
          .map((it) => it.entry);
        const why = whyOf(best, certainty, 'index');
        return {
          kind: 'entry',
          entry: best.entry,
          also: also.slice(0, 2),
          nearest: others.slice(0, MOST_OFFERED),
          why,
        };
      }
      const nearest = best.score >= NEAR ? [best.entry, ...others] : [];
      const by = fitting ? 'index' : misfit.place ? 'place' : 'year';
      return {
        kind: 'none',
        misfit: certainty >= SURE ? misfit : NOBODY,
        nearest: nearest.slice(0, MOST_OFFERED),
        why: whyOf(best, certainty, by),
      };
    },
  };
}

/** All that is read of the content once; what is read on the way is let go of. */
function indexOf({ entries, terms }: Content) {
  const concepts = conceptsOf(terms);
  const reader = openReader(concepts);
  const plainOf = (text: string): string => reader.read(text).plain;
  const search = openSearch(entries, concepts, reader);
  const traits = entries.map((it) => ({
    scope: scopeOfEntry(it, plainOf),
    kind: kindOfAnswer(plainOf(it.answer)),
  }));
  return { search, traits };
}

/** An entry that says nothing yields to one that does, the more so where a number was asked for and one has it. */
function kindFit(wants: AnswerKind, entry: Entry, kind: AnswerKind): number {
  if (!entry.stated) return asksForKind(wants) ? UNSTATED_NUMBER : UNSTATED;
  return lacksKind(wants, kind) ? LACKING : 1;
}

/** In a thread the report and the section that it was about are the likelier ones. */
function threadFit(entry: Entry, about: Entry): number {
  if (entry.report !== about.report) return 1;
  return entry.section === about.section ? 1.18 : 1.1;
}

/** A follow-up is about the place and year of before unless it names its own. */
const inherit = (asked: Scope, before: Scope): Scope => ({
  places: asked.places.length > 0 ? asked.places : before.places,
  years: asked.years.length > 0 ? asked.years : before.years,
});

const whyOf = (best: Hit | undefined, score: number, by: string): Why => ({
  score,
  coverage: best?.cover ?? 0,
  missing: best?.missing ?? 1,
  by,
  best: best?.entry.id,
});

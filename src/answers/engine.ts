import { normalise } from '../language/normalise.ts';
import { conceptsOf } from './concepts.ts';
import type { Content, Entry } from './content.ts';
import { certaintyOf, type Hit, judgedOf } from './decide.ts';
import { isFollowUp, moved, pointsBack } from './follow-up.ts';
import type { AskOptions, Why } from './found.ts';
import { type Gazetteer, gazetteerOf } from './gazetteer.ts';
import { type Intent, intentOf } from './intents.ts';
import { kindAsked, kindOfAnswer } from './kind-of-answer.ts';
import { openReader } from './lexicon.ts';
import { type Bearing, rankedBy, type Traits } from './rank.ts';
import { type Misfit, misfitOf, type Scope, scopeOf, scopeOfEntry } from './scope.ts';
import { openSearch, type Sight, type Without } from './search.ts';
import { type Turn, turnOf } from './turns.ts';
import type { Judged, Weights } from './weights.ts';

/** What was decided about a question, before it is worded. */
export type Decision =
  | { kind: 'intent'; intent: Intent; why: Why }
  | { kind: 'entry'; entry: Entry; also: Entry[]; nearest: Entry[]; readAs?: string; why: Why }
  | { kind: 'turn'; turn: Turn; entry: Entry; why: Why }
  | { kind: 'none'; misfit: Misfit; nearest: Entry[]; why: Why };

/** What is seen of a question: the entries that may answer, best first, and what the best is judged by. */
export type Seen = { hits: Hit[]; sight: Sight; asked: Scope; judged: Judged | undefined };

export type Engine = {
  decide(question: string, options: AskOptions): Decision;
  /** What a decision rests on, for those who tune. */
  see(question: string, options: AskOptions, without?: Without): Seen;
};

/** An entry that covers so much of a question is near enough to be offered as a topic. */
const NEAR = 0.22;
/** An entry of another report whose odds are at least this share of the best one's is mentioned beside it. */
const BESIDE = 0.2;
/** A match this close is a known question, whatever a rule thinks of its words. */
const KNOWN = 0.8;
const MOST_OFFERED = 3;
/** So much of a question must have been found by its sound for a slip of the keyboard to be told. */
const LEAST_SOUND = 0.02;
/** So many characters of a message are looked at for what it is. */
const MOST_READ = 2000;
/** What is left of the bar of certainty for an entry that says that its report does not say. */
const LENIENT = 0.6;
const NOBODY: Misfit = { place: undefined, year: undefined };

/** Decides on questions by the entries. Pure: no clock, no store, the same answer to the same words. */
export function openEngine(content: Content, weights: Weights): Engine {
  const places = gazetteerOf(content.reports.values());
  const { search, traits } = indexOf(content, places);
  const byId = new Map(content.entries.map((it) => [it.id, it]));

  const seen = (question: string, context: readonly string[], bearing: Bearing, without?: Without): Seen => {
    const sight = search.look(question, context, without);
    const hits = rankedBy(weights, sight.candidates, traits, bearing);
    const [best, second] = hits;
    const leans = bearing.about !== undefined || context.length > 0;
    return { hits, sight, asked: bearing.asked, judged: best && judgedOf(best, second, hits, sight, leans) };
  };

  const see: Engine['see'] = (question, { history = [], about }, without) => {
    const text = normalise(question);
    const plain: Bearing = { asked: scopeOf(text, places), wants: kindAsked(text), about: undefined };
    const earlier = history.slice(-2).reverse();
    const [last] = earlier;
    if ((last === undefined && about === undefined) || !isFollowUp(text))
      return seen(question, [], plain, without);
    if (!pointsBack(text)) {
      // short, and yet a question that is known as it stands: 四必谈是哪四项
      const alone = seen(question, [], plain, without);
      if ((alone.hits[0]?.matched.alike ?? 0) >= KNOWN) return alone;
    }
    const whole = last === undefined ? undefined : moved(text, normalise(last));
    if (whole !== undefined) {
      return seen(
        whole,
        [],
        { asked: scopeOf(whole, places), wants: kindAsked(whole), about: undefined },
        without,
      );
    }
    const before = about ? byId.get(about) : bestOf(last);
    const asked = last === undefined ? plain.asked : inherit(plain.asked, scopeOf(normalise(last), places));
    return seen(question, earlier, { ...plain, asked, about: before }, without);
  };

  const bestOf = (question: string | undefined): Entry | undefined =>
    question === undefined ? undefined : see(question, {}).hits[0]?.entry;

  /** The entry that a thread was last about. */
  const lastOf = ({ history = [], about }: AskOptions): Entry | undefined =>
    about === undefined ? bestOf(history.at(-1)) : byId.get(about);

  /** The question with slips of the keyboard put right, where the entry was found by their sound. */
  const readAs = (question: string, best: Hit, sight: Sight): string | undefined => {
    if (best.matched.sound < LEAST_SOUND) return undefined;
    let read = question;
    for (const { from, to } of search.slips(sight, best.at)) read = read.replaceAll(from, to);
    return read === question ? undefined : read;
  };

  return {
    see,
    decide(question, options) {
      const text = normalise(question.slice(0, MOST_READ));
      const turn = turnOf(text);
      const last = turn && lastOf(options);
      if (turn && last) {
        return { kind: 'turn', turn, entry: last, why: { ...whyOf(undefined, 1, turn), best: last.id } };
      }
      const intent = intentOf(text);
      const { hits, sight, asked, judged } = see(question, options);
      const [best, ...rest] = hits;
      if (intent && !(intent === 'personal' && best && best.matched.alike >= KNOWN)) {
        return { kind: 'intent', intent, why: whyOf(best, 0, intent) };
      }
      if (!best || !judged)
        return { kind: 'none', misfit: NOBODY, nearest: [], why: whyOf(undefined, 0, 'index') };
      const certainty = certaintyOf(weights, judged);
      const known = traits[best.at];
      const misfit = known ? misfitOf(asked, known.scope) : NOBODY;
      const fitting = misfit.place === undefined && misfit.year === undefined;
      const others = rest.filter(isNear).map((it) => it.entry);
      // to say that a report does not say it claims less than an answer does
      const sure = best.entry.stated ? weights.sure : weights.sure * LENIENT;
      if (certainty >= sure && fitting) {
        const isBeside = (it: Hit): boolean =>
          it.entry.report !== best.entry.report && Math.exp(it.score - best.score) >= BESIDE;
        const read = readAs(question, best, sight);
        return {
          kind: 'entry',
          ...(read === undefined ? {} : { readAs: read }),
          entry: best.entry,
          also: rest
            .filter(isBeside)
            .map((it) => it.entry)
            .slice(0, 2),
          nearest: others.slice(0, MOST_OFFERED),
          why: whyOf(best, certainty, 'index'),
        };
      }
      const nearest = isNear(best) ? [best.entry, ...others] : [];
      const by = fitting ? 'index' : misfit.place ? 'place' : 'year';
      return {
        kind: 'none',
        misfit: certainty >= sure ? misfit : NOBODY,
        nearest: nearest.slice(0, MOST_OFFERED),
        why: whyOf(best, certainty, by),
      };
    },
  };
}

const isNear = ({ matched }: Hit): boolean => matched.cover >= NEAR;

/** All that is read of the content once; what is read on the way is let go of. */
function indexOf({ entries, terms }: Content, places: Gazetteer) {
  const concepts = conceptsOf(terms);
  const reader = openReader(concepts);
  const plainOf = (text: string): string => reader.read(text).plain;
  const search = openSearch(entries, concepts, reader);
  const traits: Traits[] = entries.map((it) => ({
    scope: scopeOfEntry(it, plainOf, places),
    kind: kindOfAnswer(plainOf(it.answer), [...it.ask, ...it.askEn].map(plainOf).join('\n')),
  }));
  return { search, traits };
}

/** A follow-up is about the place and year of before unless it names its own. */
const inherit = (asked: Scope, before: Scope): Scope => ({
  places: asked.places.length > 0 ? asked.places : before.places,
  years: asked.years.length > 0 ? asked.years : before.years,
});

const whyOf = (best: Hit | undefined, score: number, by: string): Why => ({
  score,
  coverage: best?.matched.cover ?? 0,
  missing: best?.matched.missing ?? 1,
  by,
  best: best?.entry.id,
});

import { normalise } from '../language/normalise.ts';
import { type Aim, aimAt, release } from './aim.ts';
import type { Concepts } from './concepts.ts';
import type { Entry } from './content.ts';
import { type Matched, matchedOf, type Room } from './features.ts';
import { tellingOf } from './idle.ts';
import type { Reader } from './lexicon.ts';
import { type Postings, postingsOf } from './postings.ts';
import { bare, type Wanted, wantedIn } from './query.ts';
import { holding, type Sheet, sheetsOf } from './sheets.ts';
import { vocabularyOf } from './vocabulary.ts';
import { addInto, isPair, rarityOf } from './weigh.ts';

/** An entry that may answer, and how it meets the question. `at`: its place among the entries. */
export type Candidate = {
  entry: Entry;
  at: number;
  matched: Matched;
  /** The share of the questions before that it speaks of, 0…1. */
  before: number;
};

/** `strange`: the share of the question that no entry speaks of; `size`: how many terms it wants. */
export type Sight = { candidates: Candidate[]; strange: number; size: number; wanted: readonly Wanted[] };

/** A way of asking left out of an entry, both by their places, so that one can be tried as a question. */
export type Without = { entry: number; way: number };

export type Search = {
  /**
   * The entries that speak of a question, in no order.
   *
   * @param context earlier questions, the last one first, which count less
   */
  look(question: string, context: readonly string[], without?: Without): Sight;
  /** Pairs of a question that nobody wrote, each with the one of the same sound that this entry has. */
  slips(sight: Sight, at: number): { from: string; to: string }[];
};

/** What the last question is worth, and what is left of that for each one before it. */
const CONTEXT = 0.35;
const FADES = 0.4;
/** An entry that covers less is no answer to anything. */
const LEAST_COVER = 0.05;
const MOST_CANDIDATES = 32;
/** Longest question that is looked at, in characters; what is longer is not a question. */
const MOST_CHARACTERS = 600;
const WAY = { char: 0.7, pair: 0.7, word: 1.3, number: 0.7 } as const;

export function openSearch(entries: readonly Entry[], concepts: Concepts, reader: Reader): Search {
  const { lexicon } = reader;
  const sheets = sheetsOf(entries, reader);
  const postings = postingsOf(lexicon, sheets.map(documentOf));
  const words = vocabularyOf(lexicon, postings);
  const telling = tellingOf(sheets, lexicon.size);
  const wayWeights = Float32Array.from({ length: lexicon.size }, (_, id) => {
    const kind = reader.kindOf(id);
    return kind ? WAY[kind] * (postings.rarity[id] ?? 0) * (telling[id] ?? 0) : 0;
  });
  const room: Room = { firsts: new Int32Array(lexicon.size) };
  const wholes = sheets.map(({ asked }) => Float32Array.from(asked, (it) => weightOf(it, wayWeights)));
  const [cover, lent, best] = [0, 0, 0].map(() => new Float32Array(entries.length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const read = (question: string): Wanted[] =>
    wantedIn(bare(normalise(question.slice(0, MOST_CHARACTERS))), concepts, words);
  const aimOf = (wanted: readonly Wanted[]): Aim =>
    aimAt(wanted, { postings, lexicon, telling }, room.firsts);

  const lend = (context: readonly string[]): void => {
    lent.fill(0);
    let worth = CONTEXT;
    for (const earlier of context) {
      const aim = aimOf(read(earlier));
      release(aim, room.firsts);
      coverInto(cover, best, postings, aim);
      for (let at = 0; at < lent.length; at += 1) lent[at] = (lent[at] ?? 0) + worth * (cover[at] ?? 0);
      worth *= FADES;
    }
  };

  return {
    look(question, context, without) {
      lend(context);
      const aim = aimOf(read(question));
      coverInto(cover, best, postings, aim);
      for (let at = 0; at < cover.length; at += 1)
        cover[at] = (cover[at] ?? 0) < LEAST_COVER ? 0 : (cover[at] ?? 0) + (lent[at] ?? 0);
      const candidates: Candidate[] = [];
      for (const at of highest(cover, MOST_CANDIDATES)) {
        const entry = entries[at];
        const sheet = sheets[at];
        if (!entry || !sheet) continue;
        const left = without?.entry === at ? without.way : -1;
        candidates.push({
          entry,
          at,
          matched: matchedOf(aim, sheet, wholes[at] ?? NOTHING, room, left),
          before: lent[at] ?? 0,
        });
      }
      release(aim, room.firsts);
      const { wanted } = aim;
      return { candidates, strange: strangeIn(wanted, postings), size: wanted.length, wanted };
    },
    slips({ wanted }, at) {
      const has = new Set(sheets[at]?.terms);
      return wanted.flatMap(({ term, instead }) => {
        const to = instead.find(
          (it) => it.isSound && isPair(it.term) && has.has(lexicon.idOf(it.term) ?? -1),
        );
        return to && isPair(term) ? [{ from: term, to: to.term }] : [];
      });
    },
  };
}

const NOTHING = new Float32Array();

/** What the terms of a way of asking weigh together. */
function weightOf(terms: Int32Array, weights: Float32Array): number {
  let sum = 0;
  for (const id of terms) sum += weights[id] ?? 0;
  return sum;
}

const documentOf = ({ terms, text, ways }: Sheet) => ({
  ids: [...terms],
  weights: Array.from(terms, (_, at) => holding((text[at] ?? 0) + (ways[at] ?? 0))),
});

/** The places of the highest scores above 0; of equal ones the first. */
function highest(scores: Float32Array, most: number): number[] {
  const places: number[] = [];
  const scoreAt = (rank: number): number => scores[places[rank] ?? 0] ?? 0;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score === 0 || (places.length === most && score <= scoreAt(most - 1))) continue;
    let rank = places.length;
    while (rank > 0 && scoreAt(rank - 1) < score) rank -= 1;
    places.splice(rank, 0, at);
    if (places.length > most) places.pop();
  }
  return places;
}

/** Sets the share of the wanted that each entry speaks of. */
function coverInto(cover: Float32Array, best: Float32Array, postings: Postings, aim: Aim): void {
  cover.fill(0);
  if (aim.own === 0) return;
  addInto(cover, best, postings, aim.wanted, aim.hefts, postings.weights);
  for (let at = 0; at < cover.length; at += 1) cover[at] = (cover[at] ?? 0) / aim.own;
}

/** The share of a question's characters and words that no entry has, each counted as if it were the rarest. */
function strangeIn(wanted: readonly Wanted[], postings: Postings): number {
  let strange = 0;
  let whole = 0;
  for (const { term, weight, instead } of wanted) {
    if (isPair(term)) continue;
    const heft = weight * rarityOf(postings, term);
    whole += heft;
    const known = postings.idOf(term) ?? instead.find((it) => postings.idOf(it.term) !== undefined);
    if (known === undefined) strange += heft;
  }
  return whole === 0 ? 0 : strange / whole;
}

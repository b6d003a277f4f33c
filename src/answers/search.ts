import { normalise } from '../language/normalise.ts';
import { alikeInto, askedOf, waysOf } from './asked.ts';
import type { Concepts } from './concepts.ts';
import type { Entry } from './content.ts';
import type { Reader } from './lexicon.ts';
import { type Postings, postingsOf } from './postings.ts';
import { bare, type Wanted, wantedIn } from './query.ts';
import { holdingsOf } from './terms.ts';
import { vocabularyOf } from './vocabulary.ts';
import { addInto, heftOf, isPair, rarityOf } from './weigh.ts';

/**
 * How well an entry answers a question. All of 0…1: `cover`, the share of the question that the entry speaks of;
 * `alike`, how close the nearest known way of asking is; `missing`, the share of the heaviest term it lacks (told of the best one only);
 * `strange`, the share of the question that no entry speaks of.
 */
export type Hit = {
  entry: Entry;
  /** Its place among the entries. */
  at: number;
  score: number;
  cover: number;
  alike: number;
  missing: number;
  strange: number;
};

export type Fits = (entry: Entry, at: number) => number;

export type Search = {
  /**
   * The best entries, best first.
   *
   * @param context earlier questions, the last one first, which count less
   * @param fits what the score of an entry is multiplied by, and its place among the entries
   */
  find(question: string, context: readonly string[], fits: Fits): Hit[];
};

const SHARE = { cover: 0.7, alike: 0.3 } as const;
/** What the last question is worth, and what is left of that for each one before it. */
const CONTEXT = 0.35;
const FADES = 0.4;
/** An entry that covers less is no answer to anything. */
const LEAST_COVER = 0.05;
const MOST_HITS = 12;
/** Longest question that is looked at, in characters; what is longer is not a question. */
const MOST_CHARACTERS = 600;

export function openSearch(entries: readonly Entry[], concepts: Concepts, reader: Reader): Search {
  const { lexicon } = reader;
  const holdings = holdingsOf(entries, reader);
  const ways = waysOf(entries, reader);
  const fields = postingsOf(lexicon, holdings);
  const asked = askedOf(ways, lexicon);
  const words = vocabularyOf(lexicon, fields);
  const read = (question: string): Wanted[] =>
    wantedIn(bare(normalise(question.slice(0, MOST_CHARACTERS))), concepts, words);

  // room to work in, used by one question at a time
  const room = (): Float32Array => new Float32Array(entries.length);
  const [cover, alike, lent, scores, best] = [room(), room(), room(), room(), room()];

  const lend = (context: readonly string[]): void => {
    lent.fill(0);
    let worth = CONTEXT;
    for (const earlier of context) {
      coverInto(cover, best, fields, read(earlier));
      for (let at = 0; at < lent.length; at += 1) lent[at] = (lent[at] ?? 0) + worth * (cover[at] ?? 0);
      worth *= FADES;
    }
  };

  return {
    find(question, context, fits) {
      lend(context);
      const wanted = read(question);
      coverInto(cover, best, fields, wanted);
      alikeInto(alike.fill(0), asked, wanted);
      for (const [at, entry] of entries.entries()) {
        const own = cover[at] ?? 0;
        const plain = SHARE.cover * own + SHARE.alike * (alike[at] ?? 0) + (lent[at] ?? 0);
        scores[at] = own < LEAST_COVER ? 0 : plain * fits(entry, at);
      }
      const strange = strangeIn(wanted, fields);
      const hits: Hit[] = [];
      for (const at of highest(scores, MOST_HITS)) {
        const entry = entries[at];
        if (!entry) continue;
        const missing = hits.length === 0 ? missingIn(at, fields, wanted) : 0;
        const covered = Math.min(1, (cover[at] ?? 0) + (lent[at] ?? 0));
        hits.push({
          entry,
          at,
          score: scores[at] ?? 0,
          cover: covered,
          alike: alike[at] ?? 0,
          missing,
          strange,
        });
      }
      return hits;
    },
  };
}

const wholeOf = (hefts: readonly number[]): number => hefts.reduce((sum, it) => sum + it, 0);

/** The places of the highest scores above 0, highest first; of equal ones the first. */
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
function coverInto(
  cover: Float32Array,
  best: Float32Array,
  postings: Postings,
  wanted: readonly Wanted[],
): void {
  cover.fill(0);
  const hefts = wanted.map((it) => heftOf(postings, it));
  const whole = wholeOf(hefts);
  if (whole === 0) return;
  addInto(cover, best, postings, wanted, hefts, postings.weights);
  for (let at = 0; at < cover.length; at += 1) cover[at] = (cover[at] ?? 0) / whole;
}

/** The share of the heaviest wanted term that an entry lacks under any name. */
function missingIn(entry: number, postings: Postings, wanted: readonly Wanted[]): number {
  const hefts = wanted.map((it) => heftOf(postings, it));
  let most = 0;
  for (const [index, it] of wanted.entries()) {
    const heft = hefts[index] ?? 0;
    if (heft <= most || holds(postings, it.term, entry)) continue;
    if (!it.instead.some((other) => holds(postings, other.term, entry))) most = heft;
  }
  return most / wholeOf(hefts);
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

/** Whether a document has a term. The documents of a term stand in ascending order. */
function holds(postings: Postings, term: string, doc: number): boolean {
  const id = postings.idOf(term);
  if (id === undefined) return false;
  let low = postings.starts[id] ?? 0;
  let high = (postings.starts[id + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const it = postings.docs[middle] ?? 0;
    if (it === doc) return true;
    if (it < doc) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

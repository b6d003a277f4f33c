import { normalise } from '../language/normalise.ts';
import { tokensOf } from '../language/tokens.ts';
import { type Concepts, conceptsOf } from './concepts.ts';
import type { Content, Entry } from './content.ts';
import { type Postings, postingsOf } from './postings.ts';
import { bare, type Vocabulary, type Wanted, wantedIn } from './query.ts';

/**
 * How well an entry answers a question. All of 0…1: `cover`, the share of the question that the entry speaks of;
 * `alike`, how close the nearest known way of asking is; `missing`, the share of the heaviest term it lacks; `strange`, the share of the question that no entry speaks of.
 */
export type Hit = {
  entry: Entry;
  at: number;
  score: number;
  cover: number;
  alike: number;
  missing: number;
  strange: number;
};

export type Search = {
  /** The best entries, best first. `context`: earlier questions, the last one first, which count less. */
  find(question: string, context: readonly string[], fits: (entry: Entry) => number): Hit[];
};

/** How much a word of each field says that the entry is about it. */
const FIELDS = { title: 2, ask: 1, answer: 2, section: 1, report: 0.5, figure: 0.6, about: 0.5 } as const;
/** How soon more of the same word says nothing more. */
const ENOUGH = 1;
const SHARE = { cover: 0.7, alike: 0.3 } as const;
const CONTEXT = 0.35;
const MOST_HITS = 12;
/** Longest question that is looked at, in characters; what is longer is not a question. */
const MOST_CHARACTERS = 600;

export function openSearch({ entries, terms }: Pick<Content, 'entries' | 'terms'>): Search {
  const concepts = conceptsOf(terms);
  const termsOf = termsBy(concepts);
  const fields = postingsOf(entries.map((it) => saturated(fieldsOf(it, termsOf))));
  const asked = askedOf(entries, concepts);
  const words = vocabularyOf(fields);
  const cover = new Float32Array(entries.length);
  const alike = new Float32Array(entries.length);
  return {
    find(question, context, fits) {
      const wanted = wantedIn(bare(question.slice(0, MOST_CHARACTERS)), concepts, words);
      const own = coverInto(cover.fill(0), fields, wanted);
      if (own === 0) return [];
      alikeInto(alike.fill(0), asked, wanted);
      const hits: Hit[] = [];
      const strange = strangeIn(wanted, fields);
      const lent = lentBy(context, fields, concepts, words);
      for (const [at, entry] of entries.entries()) {
        const covered = (cover[at] ?? 0) / own;
        if (covered < 0.05) continue;
        const plain = SHARE.cover * covered + SHARE.alike * (alike[at] ?? 0);
        const score = (plain + CONTEXT * (lent[at] ?? 0)) * fits(entry);
        hits.push({
          entry,
          at,
          score,
          cover: Math.min(1, covered + CONTEXT * (lent[at] ?? 0)),
          alike: alike[at] ?? 0,
          missing: 0,
          strange,
        });
      }
      hits.sort((a, b) => b.score - a.score || a.at - b.at);
      const best = hits.slice(0, MOST_HITS);
      for (const hit of best) hit.missing = missingIn(hit.at, fields, wanted, own);
      return best;
    },
  };
}

function lentBy(
  context: readonly string[],
  fields: Postings,
  concepts: Concepts,
  words: Vocabulary,
): Float32Array {
  const lent = new Float32Array(fields.size);
  let worth = 1;
  for (const earlier of context) {
    const into = new Float32Array(fields.size);
    const whole = coverInto(into, fields, wantedIn(bare(earlier.slice(0, MOST_CHARACTERS)), concepts, words));
    if (whole > 0)
      for (let at = 0; at < into.length; at += 1)
        lent[at] = (lent[at] ?? 0) + (worth * (into[at] ?? 0)) / whole;
    worth *= 0.4;
  }
  return lent;
}

const rarityOf = (postings: Postings, id: number | undefined): number =>
  id === undefined ? postings.unseen : (postings.rarity[id] ?? 0);

/** How much a wanted term counts: a term that is unknown but has another name counts as that one does. */
function heftOf(postings: Postings, it: Wanted): number {
  const id = postings.idOf(it.term);
  let rarity = id === undefined ? unknownRarity(postings, it.term) : rarityOf(postings, id);
  if (id === undefined) {
    for (const { term } of it.instead) {
      const other = postings.idOf(term);
      if (other !== undefined) rarity = Math.min(rarity, Math.max(2.5, rarityOf(postings, other)));
    }
  }
  return rarity * it.weight;
}

/** A pair that nobody wrote counts as its characters do: most are the end of one word and the start of the next. */
function unknownRarity(postings: Postings, term: string): number {
  const characters = [...term];
  if (characters.length !== 2 || !/^\p{Script=Han}/u.test(term)) return postings.unseen;
  let sum = 0;
  for (const it of characters) sum += rarityOf(postings, postings.idOf(it));
  return sum / 2;
}

/** Adds what each document has of the wanted; gives what one would have that has all. */
function coverInto(into: Float32Array, postings: Postings, wanted: readonly Wanted[]): number {
  let whole = 0;
  const best = new Float32Array(into.length);
  for (const it of wanted) {
    const heft = heftOf(postings, it);
    whole += heft;
    const touched: number[] = [];
    for (const { term, worth } of [{ term: it.term, worth: 1 }, ...it.instead]) {
      const id = postings.idOf(term);
      if (id === undefined) continue;
      for (let at = postings.starts[id] ?? 0; at < (postings.starts[id + 1] ?? 0); at += 1) {
        const doc = postings.docs[at] ?? 0;
        const weight = (postings.weights[at] ?? 0) * worth;
        if (best[doc] === 0) touched.push(doc);
        if (weight > (best[doc] ?? 0)) best[doc] = weight;
      }
    }
    for (const doc of touched) {
      into[doc] = (into[doc] ?? 0) + heft * (best[doc] ?? 0);
      best[doc] = 0;
    }
  }
  return whole;
}

/** The share of a question whose terms no entry has, under any name, each counted as if it were the rarest. */
function strangeIn(wanted: readonly Wanted[], postings: Postings): number {
  let strange = 0;
  let whole = 0;
  for (const { term, weight, instead } of wanted) {
    if (isPair(term)) continue;
    const known = postings.idOf(term);
    const heft = weight * rarityOf(postings, known);
    whole += heft;
    if (known === undefined && !instead.some((it) => postings.idOf(it.term) !== undefined)) strange += heft;
  }
  return whole === 0 ? 0 : strange / whole;
}

/** The share of the heaviest wanted term that a document lacks. */
function missingIn(doc: number, postings: Postings, wanted: readonly Wanted[], whole: number): number {
  let most = 0;
  for (const it of wanted) {
    const heft = heftOf(postings, it);
    if (heft <= most) continue;
    const has = [it.term, ...it.instead.map((other) => other.term)].some((term) =>
      holds(postings, term, doc),
    );
    if (!has) most = heft;
  }
  return most / whole;
}

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

function fieldsOf(entry: Entry, termsOf: TermsOf): Map<string, number> {
  const sums = new Map<string, number>();
  const { report, section } = entry;
  const add = (text: string, weight: number): void => {
    for (const term of termsOf(text)) sums.set(term, (sums.get(term) ?? 0) + weight);
  };
  for (const it of [entry.title, entry.titleEn]) add(it, FIELDS.title);
  for (const it of [...entry.ask, ...entry.askEn]) add(it, FIELDS.ask);
  for (const it of [entry.answer, entry.answerEn]) add(it, FIELDS.answer);
  for (const it of section.path) for (const words of Object.values(it)) add(words, FIELDS.section);
  for (const it of [report.title, report.issuer, report.region])
    for (const words of Object.values(it)) add(words, FIELDS.report);
  for (const it of entry.figures) for (const words of Object.values(it.what)) add(words, FIELDS.figure);
  add(entry.about, FIELDS.about);
  return sums;
}

/** Every term of a text and the concepts it names; headings, which many entries share, are read once. */
type TermsOf = (text: string) => readonly string[];

function termsBy(concepts: Concepts): TermsOf {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept;
    const plain = normalise(text);
    const terms = tokensOf(plain).map((it) => it.text);
    for (const { concept } of concepts.mentionsIn(plain)) terms.push(concept);
    known.set(text, terms);
    return terms;
  };
}

function saturated(sums: Map<string, number>): Map<string, number> {
  for (const [term, sum] of sums) sums.set(term, (sum / (sum + ENOUGH)) * (1 + ENOUGH / 4));
  return sums;
}

const isPair = (term: string): boolean => /^\p{Script=Han}{2}$/u.test(term);

/** Ways of asking, each a document of its own; `owner`: the entry it leads to, `whole`: the weight of all its terms. */
type Asked = { postings: Postings; owner: Int32Array; whole: Float32Array };

const isChar = (term: string): boolean => term.length === 1;
const isWord = (term: string): boolean => /^[a-z]/.test(term);

function askedOf(entries: readonly Entry[], concepts: Concepts): Asked {
  const owner: number[] = [];
  const documents: Map<string, number>[] = [];
  for (const [at, entry] of entries.entries()) {
    for (const line of [...entry.ask, ...entry.askEn, entry.title, entry.titleEn]) {
      const plain = bare(line);
      const terms = new Map<string, number>();
      for (const { text, kind } of tokensOf(plain))
        terms.set(text, kind === 'char' ? 0.7 : kind === 'pair' ? 0.7 : 1.3);
      for (const { concept } of concepts.mentionsIn(plain)) terms.set(concept, 0);
      owner.push(at);
      documents.push(terms);
    }
  }
  const postings = postingsOf(documents);
  const whole = new Float32Array(documents.length);
  for (const [at, terms] of documents.entries()) {
    for (const [term, weight] of terms)
      whole[at] = (whole[at] ?? 0) + weight * rarityOf(postings, postings.idOf(term));
  }
  return { postings, owner: Int32Array.from(owner), whole };
}

/** For each entry the likeness of its nearest way of asking: twice what both share by what both have. */
function alikeInto(into: Float32Array, { postings, owner, whole }: Asked, wanted: readonly Wanted[]): void {
  const shared = new Float32Array(whole.length);
  let own = 0;
  for (const it of wanted) {
    const heft = heftOf(postings, it) * (isChar(it.term) ? 2 : isWord(it.term) ? 1 : 0.7);
    own += heft;
    const best = new Map<number, number>();
    for (const { term, worth } of [{ term: it.term, worth: 1 }, ...it.instead]) {
      const id = postings.idOf(term);
      if (id === undefined) continue;
      for (let at = postings.starts[id] ?? 0; at < (postings.starts[id + 1] ?? 0); at += 1) {
        const doc = postings.docs[at] ?? 0;
        if ((best.get(doc) ?? 0) < worth) best.set(doc, worth);
      }
    }
    for (const [doc, worth] of best) shared[doc] = (shared[doc] ?? 0) + heft * worth;
  }
  for (const [doc, both] of shared.entries()) {
    const entry = owner[doc] ?? 0;
    const likeness = (2 * both) / (own + (whole[doc] ?? 0));
    if (likeness > (into[entry] ?? 0)) into[entry] = Math.min(1, likeness);
  }
}

function vocabularyOf(postings: Postings): Vocabulary {
  const pairs = new Map<string, string[]>();
  for (const term of postings.terms) {
    if (!/^\p{Script=Han}{2}$/u.test(term)) continue;
    for (const it of new Set(term)) {
      const known = pairs.get(it);
      if (known) known.push(term);
      else pairs.set(it, [term]);
    }
  }
  return { has: (term) => postings.idOf(term) !== undefined, pairsWith: (it) => pairs.get(it) ?? [] };
}

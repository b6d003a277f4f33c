import { normalise } from '../language/normalise.ts';
import { isSingle, noTerms, readTerms, type Spell, type Terms } from './codes.ts';
import { createDictionary, type Dictionary } from './dictionary.ts';
import type { Passage } from './passage.ts';
import { TUNING } from './tuning.ts';

/** Passages and, for each term, those it stands in. It does not change once it is built. */
export type Segment = {
  readonly passages: readonly Passage[];
  readonly dictionary: Dictionary;
  /** Where the postings of the term at each place of the dictionary begin; they end where the next one's begin. */
  readonly starts: Uint32Array;
  /** Number of the passage × 256 + how much the term says of it, 1 to 255, in ascending order. */
  readonly postings: Uint32Array;
  /** The most that each term says of any passage. */
  readonly most: Uint8Array;
};

/** Most passages of a segment: their numbers must fit beside the weight. */
export const MOST_PASSAGES = 2 ** 24;

/** The terms of a passage: those of its headings, then those of its text. */
export function readPassage({ path, text }: Passage, spell: Spell, terms: Terms): void {
  terms.count = 0;
  if (path.length > 0) readTerms(normalise(path.join('\n')), spell, terms);
  readTerms(normalise(text), spell, terms);
}

/** Reads all passages twice, to count and then to fill, so that nothing but the result takes memory. */
export function buildSegment(passages: readonly Passage[], spell: Spell): Segment {
  const { dictionary, starts, lengths } = count(passages, spell);
  const postings = fill(passages, spell, dictionary, starts);
  const most = weigh(postings, starts, lengths);
  return { passages, dictionary, starts, postings, most };
}

/** The terms there are, where the postings of each will begin, and how many terms each passage has. */
function count(passages: readonly Passage[], spell: Spell) {
  const dictionary = createDictionary();
  const lengths = new Uint32Array(passages.length);
  const terms = noTerms();
  // for each place: in how many passages the term stands, and 1 + the number of the last of them
  let counts = new Uint32Array(2 ** 13);
  const singles: number[] = [];
  for (const [number, passage] of passages.entries()) {
    readPassage(passage, spell, terms);
    lengths[number] = terms.count;
    for (let at = 0; at < terms.count; at += 1) {
      const code = terms.codes[at] ?? 0;
      const cell = dictionary.add(code) * 2;
      if (cell >= counts.length) counts = enlarged(counts);
      if (counts[cell + 1] === number + 1) continue;
      if (counts[cell] === 0 && isSingle(code)) singles.push(cell);
      counts[cell] = (counts[cell] ?? 0) + 1;
      counts[cell + 1] = number + 1;
    }
  }
  const tooOften = Math.max(TUNING.singles.passages, passages.length * TUNING.singles.share);
  for (const cell of singles) if ((counts[cell] ?? 0) > tooOften) counts[cell] = 0;
  const starts = new Uint32Array(dictionary.size() + 1);
  for (let place = 0; place < dictionary.size(); place += 1) {
    starts[place + 1] = (starts[place] ?? 0) + (counts[place * 2] ?? 0);
  }
  return { dictionary, starts, lengths };
}

function enlarged(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** Most times that a term is counted in one passage. */
const MOST_TIMES = 255;
const LEFT_OUT = 0xffffffff;

/** The postings, with how many times the term stands in the passage in place of its weight. */
function fill(
  passages: readonly Passage[],
  spell: Spell,
  { find, size }: Dictionary,
  starts: Uint32Array,
): Uint32Array {
  const postings = new Uint32Array(starts[size()] ?? 0);
  const next = starts.slice();
  for (let place = 0; place < size(); place += 1) {
    if (starts[place] === starts[place + 1]) next[place] = LEFT_OUT;
  }
  const terms = noTerms();
  for (const [number, passage] of passages.entries()) {
    readPassage(passage, spell, terms);
    for (let at = 0; at < terms.count; at += 1) {
      const place = find(terms.codes[at] ?? 0);
      const cell = next[place] ?? 0;
      if (cell === LEFT_OUT) continue;
      const last = cell > (starts[place] ?? 0) ? (postings[cell - 1] ?? 0) : 0;
      if (last !== 0 && last >>> 8 === number) {
        if ((last & 0xff) < MOST_TIMES) postings[cell - 1] = last + 1;
        continue;
      }
      postings[cell] = number * 256 + 1;
      next[place] = cell + 1;
    }
  }
  return postings;
}

/** Puts weights in the place of times, by BM25; gives the most of each term. */
function weigh(postings: Uint32Array, starts: Uint32Array, lengths: Uint32Array): Uint8Array {
  const most = new Uint8Array(starts.length - 1);
  const meanLength = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length);
  const norms = Float32Array.from(lengths, (it) => TUNING.k1 * (1 - TUNING.b + (TUNING.b * it) / meanLength));
  for (let place = 0; place < most.length; place += 1) {
    const to = starts[place + 1] ?? 0;
    for (let cell = starts[place] ?? 0; cell < to; cell += 1) {
      const posting = postings[cell] ?? 0;
      const times = posting & 0xff;
      const weight = Math.max(1, Math.round((255 * times) / (times + (norms[posting >>> 8] ?? 0))));
      postings[cell] = posting - times + weight;
      if (weight > (most[place] ?? 0)) most[place] = weight;
    }
  }
  return most;
}

/** In how many passages of it a term stands; a single character that stands in too many to be indexed: in all. */
export function frequencyIn({ dictionary, starts, passages }: Segment, code: number): number {
  const place = dictionary.find(code);
  if (place < 0) return 0;
  return (starts[place + 1] ?? 0) - (starts[place] ?? 0) || passages.length;
}

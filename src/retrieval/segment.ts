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
  const counted = count(passages, spell);
  const { dictionary, starts, lengths } = counted;
  const meanLength = lengths.reduce((a, b) => a + b, 0) / Math.max(1, passages.length);
  const postings = new Uint32Array(starts[dictionary.size()] ?? 0);
  const most = new Uint8Array(dictionary.size());
  const next = starts.slice();
  const times = new Uint16Array(dictionary.size());
  const terms = noTerms();
  let places = new Int32Array(terms.codes.length);
  for (const [number, passage] of passages.entries()) {
    readPassage(passage, spell, terms);
    if (places.length < terms.count) places = new Int32Array(terms.codes.length);
    let different = 0;
    for (let at = 0; at < terms.count; at += 1) {
      const place = dictionary.find(terms.codes[at] ?? 0);
      if (times[place] === 0) {
        places[different] = place;
        different += 1;
      }
      times[place] = Math.min((times[place] ?? 0) + 1, 0xffff);
    }
    const norm = TUNING.k1 * (1 - TUNING.b + (TUNING.b * (lengths[number] ?? 0)) / meanLength);
    for (let at = 0; at < different; at += 1) {
      const place = places[at] ?? 0;
      const often = times[place] ?? 0;
      times[place] = 0;
      const cell = next[place] ?? 0;
      if (cell === starts[place + 1]) continue;
      const weight = Math.max(1, Math.round((255 * often) / (often + norm)));
      postings[cell] = number * 256 + weight;
      next[place] = cell + 1;
      if (weight > (most[place] ?? 0)) most[place] = weight;
    }
  }
  return { passages, dictionary, starts, postings, most };
}

/** The terms there are, where the postings of each will begin, and how long each passage is. */
function count(passages: readonly Passage[], spell: Spell) {
  const dictionary = createDictionary();
  const lengths = new Uint32Array(passages.length);
  const terms = noTerms();
  let counts = new Uint32Array(2 ** 12);
  let lastIn = new Uint32Array(2 ** 12);
  const singles: number[] = [];
  for (const [number, passage] of passages.entries()) {
    readPassage(passage, spell, terms);
    lengths[number] = terms.count;
    for (let at = 0; at < terms.count; at += 1) {
      const code = terms.codes[at] ?? 0;
      const place = dictionary.add(code);
      if (place >= counts.length) {
        counts = enlarged(counts);
        lastIn = enlarged(lastIn);
      }
      if (lastIn[place] === number + 1) continue;
      if (lastIn[place] === 0 && isSingle(code)) singles.push(place);
      lastIn[place] = number + 1;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const tooOften = Math.max(TUNING.singles.passages, passages.length * TUNING.singles.share);
  for (const place of singles) if ((counts[place] ?? 0) > tooOften) counts[place] = 0;
  const starts = new Uint32Array(dictionary.size() + 1);
  for (let place = 0; place < dictionary.size(); place += 1) {
    starts[place + 1] = (starts[place] ?? 0) + (counts[place] ?? 0);
  }
  return { dictionary, starts, lengths };
}

function enlarged(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** In how many passages of it a term stands; a single character that stands in too many to be indexed: in all. */
export function frequencyIn({ dictionary, starts, passages }: Segment, code: number): number {
  const place = dictionary.find(code);
  if (place < 0) return 0;
  return (starts[place + 1] ?? 0) - (starts[place] ?? 0) || passages.length;
}

import { normalise } from '../language/normalise.ts';
import type { Spell } from './codes.ts';
import { createDictionary } from './dictionary.ts';
import type { Passage } from './passage.ts';
import type { Piece } from './pieces.ts';
import { type Look, type Looked, lookAt, type Traits } from './traits.ts';
import { TUNING } from './tuning.ts';

/** A term of the question that a passage has: what it weighs, where it stands, and what was typed if not the same. */
export type Match = {
  readonly term: string;
  readonly weight: number;
  readonly field: 'title' | 'text' | 'both';
  readonly typed?: string;
};

/** A passage and why it was found. */
export type Hit = {
  readonly passage: Passage;
  /** What hits are ordered by, 0 to 1. */
  readonly score: number;
  /** The part of it that comes from the index alone, 0 to 1. */
  readonly base: number;
  readonly traits: Traits;
  /** Heaviest first. */
  readonly matches: readonly Match[];
};

/** A passage found by the index; `order` counts all passages in the order in which they were given. */
export type Found = { readonly passage: Passage; readonly order: number; readonly score: number };

/** Puts what the index found into its last order, by looking at each passage itself. */
export function rank(
  question: string,
  pieces: readonly Piece[],
  found: readonly Found[],
  spell: Spell,
  most: number,
): Hit[] {
  const look = lookFor(question, pieces, spell);
  const all = pieces.reduce((sum, it) => sum + it.weight, 0);
  const looked = found.map(({ passage, order, score }) => {
    const { traits, fields } = lookAt(passage, look);
    const base = score / all;
    return { passage, order, base, traits, fields, score: scoreOf(base, traits) };
  });
  looked.sort((a, b) => b.score - a.score || a.order - b.order);
  return looked.slice(0, most).map(({ passage, score, base, traits, fields }) => {
    return { passage, score, base, traits, matches: matchesOf(pieces, fields) };
  });
}

const { close, near, early, begins } = TUNING.traits;
const SUM = 1 + close + near + early + begins;

const scoreOf = (base: number, traits: Traits): number =>
  (base + close * traits.close + near * traits.near + early * traits.early + begins * traits.begins) / SUM;

const FIELDS = [undefined, 'title', 'text', 'both'] as const;

function matchesOf(pieces: readonly Piece[], fields: Looked['fields']): Match[] {
  const matches: Match[] = [];
  for (const [at, { text: term, typed, weight }] of pieces.entries()) {
    const field = FIELDS[fields[at] ?? 0];
    if (field) matches.push({ term, weight, field, ...(typed === undefined ? {} : { typed }) });
  }
  return matches.sort((a, b) => b.weight - a.weight);
}

function lookFor(question: string, pieces: readonly Piece[], spell: Spell): Look {
  const places = createDictionary(2 ** 8);
  // a term that no passage has takes a place all the same, so that places are numbers of pieces
  for (const [at, { code }] of pieces.entries()) places.add(code === 0 ? -1 - at : code);
  return { question: normalise(question), pieces, place: places.find, spell };
}

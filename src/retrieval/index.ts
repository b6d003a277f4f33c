import { spellAnew, spellKnown } from './codes.ts';
import type { Heard } from './heard.ts';
import type { Passage } from './passage.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { createSlate, scoreSegment, type Slate } from './score.ts';
import { buildSegment, frequencyIn, type Segment } from './segment.ts';
import { type Looked, lookAt, type Traits } from './traits.ts';
import { TUNING } from './tuning.ts';

export type { Heard } from './heard.ts';
export type { Passage } from './passage.ts';
export type { Traits } from './traits.ts';

/** A term of the question that a passage has: what it weighs, where it stands, and what was typed for it if not the same. */
export type Match = {
  readonly term: string;
  readonly weight: number;
  readonly field: 'title' | 'text' | 'both';
  readonly typed?: string;
};

export type Hit = {
  readonly passage: Passage;
  /** What hits are ordered by; good for comparing the hits of one question. */
  readonly score: number;
  /** How much of the question it has by the index alone. */
  readonly base: number;
  readonly traits: Traits;
  readonly matches: readonly Match[];
};

export type Retrieved = {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What was read as something else that sounds the same. */
  readonly heard: readonly Heard[];
};

export type Retrieval = {
  readonly size: number;
  readonly find: (question: string, most?: number) => Retrieved;
};

export function openPassages(passages: readonly Passage[]): Retrieval {
  const spelling = new Map<string, number>();
  const segments = [buildSegment(passages, spellAnew(spelling))];
  const spell = spellKnown(spelling);
  const slates: Slate[] = segments.map((it) => createSlate(it.passages.length));
  const size = segments.reduce((sum, it) => sum + it.passages.length, 0);
  const frequency = (code: number): number => {
    let sum = 0;
    if (code !== 0) for (const it of segments) sum += frequencyIn(it, code);
    return sum;
  };
  return {
    size,
    find(question, most = 10) {
      const { pieces, heard } = piecesOf(question, size, spelling, frequency);
      const all = pieces.reduce((sum, it) => sum + it.weight, 0);
      const found: { segment: Segment; number: number; score: number }[] = [];
      for (const [at, segment] of segments.entries()) {
        const slate = slates[at];
        if (!slate) continue;
        for (const it of scoreSegment(segment, pieces, slate, Math.max(most, TUNING.pool))) found.push({ segment, ...it });
      }
      const pieceOf = new Map(pieces.map((it, at) => [it.code, at]));
      pieceOf.delete(0);
      const hits: Hit[] = [];
      for (const { segment, number, score } of found) {
        const passage = segment.passages[number];
        if (!passage) continue;
        const looked = lookAt(passage, pieces, pieceOf, spell);
        const base = score / all;
        hits.push({ passage, base, score: TUNING.score(base, looked.traits), traits: looked.traits, matches: [] });
      }
      hits.sort((a, b) => b.score - a.score);
      return { hits: hits.slice(0, most), heard };
    },
  };
}

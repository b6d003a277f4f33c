import { simplified } from '../language/normalise.ts';
import { spellAnew, spellKnown } from './codes.ts';
import type { Heard } from './heard.ts';
import type { Passage } from './passage.ts';
import { piecesOf } from './pieces.ts';
import { type Found, type Hit, rank } from './rank.ts';
import { createSlate, type Slate, scoreSegment } from './score.ts';
import { buildSegment, frequencyIn, type Segment } from './segment.ts';
import { TUNING } from './tuning.ts';

export type { Passage } from './passage.ts';
export type { Hit, Match } from './rank.ts';
export type { Traits } from './traits.ts';

export type Retrieved = {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** The question as it was read, where the best hit has something that only sounds like what was typed. */
  readonly meant: string | undefined;
};

/** Passages that can be asked. */
export type Retrieval = {
  readonly size: () => number;
  /** The best passages for a question, ten unless told otherwise. Of equals the one that was given first stands first. */
  readonly find: (question: string, most?: number) => Retrieved;
  /** Makes more passages findable, at the price of indexing these and no more than as many of the others. */
  readonly add: (passages: readonly Passage[]) => void;
};

export function openPassages(passages: readonly Passage[]): Retrieval {
  const spelling = new Map<string, number>();
  const spell = spellKnown(spelling);
  const segments: Segment[] = [];
  let size = 0;
  let slate: Slate = createSlate(0);

  const frequency = (code: number): number => {
    if (code === 0) return 0;
    let sum = 0;
    for (const it of segments) sum += frequencyIn(it, code);
    return sum;
  };

  const add = (more: readonly Passage[]): void => {
    if (more.length === 0) return;
    let together = more;
    for (
      let last = segments.at(-1);
      last && last.passages.length <= together.length;
      last = segments.at(-1)
    ) {
      together = [...last.passages, ...together];
      segments.pop();
    }
    segments.push(buildSegment(together, spellAnew(spelling)));
    size += more.length;
    slate = createSlate(Math.max(...segments.map((it) => it.passages.length)));
  };

  add(passages);
  return {
    size: () => size,
    add,
    find(question, most = 10) {
      const { pieces, heard } = piecesOf(question, size, spelling, frequency);
      const pool = Math.max(most, TUNING.pool);
      const found: Found[] = [];
      let before = 0;
      for (const segment of segments) {
        for (const { number, score } of scoreSegment(segment, pieces, slate, pool)) {
          const passage = segment.passages[number];
          if (passage) found.push({ passage, order: before + number, score });
        }
        before += segment.passages.length;
      }
      found.sort((a, b) => b.score - a.score || a.order - b.order);
      const hits = rank(question, pieces, found.slice(0, pool), spell, most);
      return { hits, meant: meantBy(question, heard, hits[0]) };
    },
  };
}

/** The question with what was read as something else put in, as far as the hit has it. */
function meantBy(question: string, heard: readonly Heard[], hit: Hit | undefined): string | undefined {
  const used = new Set(hit?.matches.map((it) => it.typed));
  let text = simplified(question);
  let changed = false;
  for (const { typed, meant } of heard) {
    if (!used.has(typed) || !text.includes(typed)) continue;
    text = text.replaceAll(typed, meant);
    changed = true;
  }
  return changed ? text : undefined;
}

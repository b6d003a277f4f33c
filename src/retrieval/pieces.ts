import { codeOf, type Spelling } from './codes.ts';
import { type Heard, heardIn } from './heard.ts';
import { type Asked, askedIn } from './question.ts';
import { TUNING } from './tuning.ts';

/** One thing that a question asks for. */
export type Piece = {
  /** As it is looked for. */
  readonly text: string;
  /** As it was typed, where something that sounds the same is looked for instead. */
  readonly typed: string | undefined;
  /** Its number in the index; 0: no passage has it. */
  readonly code: number;
  readonly weight: number;
};

/** Most pieces that are looked for; the lighter ones of a longer question are left out. */
const MOST_PIECES = 64;

/** Characters that build sentences and say nothing of the subject. */
const BUILDING = new Set('的了是在和与及有为被把从于以之其而但也都就还很到此这那个着我你他她它们');

function worthOf({ text, kind }: Asked): number {
  const worth = TUNING.worth[kind];
  const faint = (kind === 'char' || kind === 'pair') && [...text].some((it) => BUILDING.has(it));
  return faint ? worth * TUNING.faint : worth;
}

/** How telling a term is by how rare it is. */
const rarity = (passages: number, frequency: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

/**
 * What a question asks for, each piece once, and what was read as something else.
 *
 * @param frequency in how many of the passages a term stands
 */
export function piecesOf(
  question: string,
  passages: number,
  spelling: Spelling,
  frequency: (code: number) => number,
): { pieces: Piece[]; heard: Heard[] } {
  const asked = askedIn(question);
  const heard = heardIn(asked, frequency);
  const meantBy = new Map(heard.map((it) => [it.typed, it.meant]));
  const pieces = new Map<string, Piece>();
  for (const it of asked) {
    const meant = meantBy.get(it.text);
    const text = meant ?? it.text;
    if (pieces.has(text)) continue;
    const code = codeOf(text, spelling);
    const weight = worthOf(it) * rarity(passages, frequency(code));
    pieces.set(text, { text, typed: meant === undefined ? undefined : it.text, code, weight });
  }
  const all = [...pieces.values()];
  if (all.length <= MOST_PIECES) return { pieces: all, heard };
  return { pieces: all.sort((a, b) => b.weight - a.weight).slice(0, MOST_PIECES), heard };
}

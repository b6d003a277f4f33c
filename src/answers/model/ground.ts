import { stem } from '../../language/tokens.ts';
import { figuresIn } from './figures.ts';
import { clausesIn, sentencesIn } from './plain.ts';

/** What a text may be made of: neighbouring Han characters, such as stand alone, and Latin words by their stems. */
export type Ground = { pairs: ReadonlySet<string>; words: ReadonlySet<string> };

/** Words that build a sentence and say nothing of the subject, the longest first. None of them denies, limits or foresees. */
const BUILD =
  /以及|其中|这些|这个|那些|就是|也就是|关于|对于|报告|提到|显示|根据|按照|如下|具体|内容|包括|共计|总共|这|那|的|了|是|在|为|和|与|及|等|也|该|您|其|共|即|由|有/g;
const BUILD_ENGLISH = new Set(
  (
    'the of in on at by for from to and with as that this these those it its they their them there which who is are was ' +
    'were be been being has have had do does did also into per including include included namely according report reports ' +
    'a an we he so such'
  )
    .split(' ')
    .map(stem),
);
/** Share of a sentence's pairs that its ground must have. */
const LEAST = 0.9;

const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[a-z]+(?:'[a-z]+)?/g;

const withoutFigures = (plain: string, instead: string): string => {
  let out = '';
  let from = 0;
  for (const { at, end } of figuresIn(plain)) {
    out += plain.slice(from, at) + instead;
    from = end;
  }
  return out + plain.slice(from);
};

function addPairs(text: string, pairs: Set<string>): void {
  for (const [run] of text.matchAll(HAN_RUN)) {
    if (run.length === 1) pairs.add(run);
    for (let at = 1; at < run.length; at += 1) pairs.add(run.slice(at - 1, at + 1));
  }
}

/** The pairs and stems that a text is made of; pairs also across a figure or a word that only builds. */
export function groundOf(plain: string): Ground {
  const pairs = new Set<string>();
  const bare = withoutFigures(plain, ' ');
  addPairs(bare, pairs);
  for (const clause of clausesIn(plain)) {
    const joined = withoutFigures(clause, '');
    addPairs(joined, pairs);
    addPairs(joined.replace(BUILD, ''), pairs);
  }
  return { pairs, words: new Set([...bare.matchAll(WORD)].map(([it]) => stem(it))) };
}

/** Whether every sentence of plain text is made of its ground, but for words that only build. */
export const restsOn = (plain: string, ground: Ground): boolean =>
  sentencesIn(plain).every((it) => {
    const bare = withoutFigures(it, ' ');
    return hasWords(bare, ground) && hasPairs(bare, ground);
  });

const hasWords = (bare: string, { words }: Ground): boolean =>
  [...bare.matchAll(WORD)].every(([it]) => {
    const known = stem(it);
    return it.length < 2 || words.has(known) || BUILD_ENGLISH.has(known);
  });

/**
 * Each character stands in a pair of the ground or in a word that only builds, so a word put in or exchanged is seen;
 * and pairs that are new, where known words meet, are few.
 */
function hasPairs(bare: string, { pairs }: Ground): boolean {
  let known = 0;
  let all = 0;
  for (const [run] of bare.matchAll(HAN_RUN)) {
    const marks = builtIn(run);
    const held = new Array<boolean>(run.length).fill(false);
    for (let at = 0; at < run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (pair.length < 2 && run.length > 1) continue;
      const isKnown = pairs.has(pair);
      if (isKnown) held.fill(true, at, at + 2);
      if (!isKnown && (marks[at] || marks[at + 1])) continue;
      all += 1;
      if (isKnown) known += 1;
    }
    if (held.some((it, at) => !it && !marks[at])) return false;
  }
  return all === 0 || known / all >= LEAST;
}

/** For each character whether it belongs to a word that only builds. */
function builtIn(run: string): boolean[] {
  const marks = new Array<boolean>(run.length).fill(false);
  for (const { 0: word, index } of run.matchAll(BUILD)) marks.fill(true, index, index + word.length);
  return marks;
}

/** The Han pairs and stems of a piece, words that only build left out. */
export function contentOf(piece: string): string[] {
  const pairs = new Set<string>();
  addPairs(piece.replace(BUILD, ' '), pairs);
  const stems = [...piece.matchAll(WORD)].map(([it]) => stem(it)).filter((it) => !BUILD_ENGLISH.has(it));
  return [...pairs, ...stems];
}

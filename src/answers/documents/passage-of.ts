import type { Passage } from '../../retrieval/passage.ts';
import type { Entry, ReportSource } from '../content.ts';
import { type Heading, headingOf, isSameHeading } from './heading-match.ts';
import { type Overlap, overlapIn } from './overlap.ts';

/** Most passages that are shown for one entry. */
const MOST = 4;
/** How much of an answer must be in a passage to say that it rests on it; less where the section is the same. */
const NEAR = { alone: 0.45, inSection: 0.22 };
/** How much more of the answer another passage must bring. */
const MORE = 0.12;

/** Whether the full text of its report is there, and something in it is near enough to show. */
export const hasSource = (entry: Entry): boolean => passageOf(entry).length > 0;

const known = new WeakMap<Entry, readonly Passage[]>();
const overlaps = new WeakMap<ReportSource, Overlap>();

/** The passages of its report's full text that an entry rests on, in their order; none when nothing is near. */
export function passageOf(entry: Entry): readonly Passage[] {
  const done = known.get(entry);
  if (done) return done;
  const found = find(entry);
  known.set(entry, found);
  return found;
}

function find(entry: Entry): readonly Passage[] {
  const { source } = entry.report;
  if (!source) return [];
  const overlap = overlaps.get(source) ?? overlapIn(source.passages);
  overlaps.set(source, overlap);
  const headings = entry.section.path.map((it) => headingOf(it['zh-CN'])).reverse();
  const texts = [entry.answer, entry.answerEn].map((it) => `${entry.title} ${it}`);
  // the language of the source decides which answer it is like
  const best = texts
    .map((it) => choose(source.passages, overlap, it, headings))
    .sort((a, b) => b.share - a.share)[0];
  return best?.passages ?? [];
}

/** Takes the passage that has most of the text, and then those that bring much that is not in it yet. */
function choose(
  passages: readonly Passage[],
  overlap: Overlap,
  text: string,
  headings: readonly Heading[],
): { passages: Passage[]; share: number } {
  const wanted = overlap.piecesOf(text);
  const whole = overlap.weightOf(wanted);
  const near = passages.map((it) => nearness(it, headings));
  const chosen = new Set<number>();
  let share = 0;
  let left = wanted;
  while (chosen.size < MOST && whole > 0) {
    let best = { at: -1, gain: 0, value: 0 };
    for (const at of passages.keys()) {
      if (chosen.has(at)) continue;
      const gain = overlap.weightOf(overlap.common(at, left)) / whole;
      const value = gain * (1 + (near[at] ?? 0));
      if (value > best.value) best = { at, gain, value };
    }
    const isInSection = (near[best.at] ?? 0) > 0;
    const least = chosen.size > 0 ? MORE : isInSection ? NEAR.inSection : NEAR.alone;
    if (best.at < 0 || best.gain < least || (chosen.size > 0 && !isInSection && best.gain < MORE * 2)) break;
    chosen.add(best.at);
    share += best.gain;
    const taken = overlap.common(best.at, left);
    left = new Set([...left].filter((it) => !taken.has(it)));
  }
  return { passages: passages.filter((_, at) => chosen.has(at)), share };
}

/** 0.5: under the entry's own section; less under one above it. */
function nearness({ path }: Passage, headings: readonly Heading[]): number {
  const own = path.map(headingOf);
  const at = headings.findIndex((wanted) => own.some((it) => isSameHeading(it, wanted)));
  return at < 0 ? 0 : 0.5 / (at + 1);
}

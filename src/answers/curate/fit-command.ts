import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../calendar/moment.ts';
import type { Content } from '../content.ts';
import { openEngine } from '../engine.ts';
import { WEIGHTS_FILE } from '../load-weights.ts';
import { PRIOR, type Weights } from '../weights.ts';
import { curateIn } from './finding.ts';
import { type Bar, chooseBar, crossed, learned } from './fit.ts';
import { drillsOf, lessonsOf } from './lessons.ts';
import { isTalk, type Labelled } from './questions.ts';

/** Each so manyth way of asking is drilled. */
const EACH = 4;
/** The bars that are shown beside the chosen one. */
const SHOWN = 10;

export type Fitted = { weights: Weights; words: string };

/** Learns from labelled questions how to rank and from where on to answer, and says what was chosen and why. */
export function fitted(
  content: Content,
  questions: readonly Labelled[],
  mostFalse: number,
  language: Language,
): Fitted {
  const engine = openEngine(content, PRIOR);
  const lessons = lessonsOf(engine, questions);
  const drills = drillsOf(engine, content, EACH);
  const counted = lessons.map((_, at) => at).filter((at) => questions[at] && !isTalk(questions[at]));
  const outcomes = crossed(
    counted.flatMap((at) => lessons[at] ?? []),
    drills,
  );
  const { chosen, bars } = chooseBar(outcomes, mostFalse);
  const weights = { ...learned(lessons, drills), sure: chosen.sure };
  const { fitting } = curateIn(language);
  const shown = bars.filter((it, at) => it.sure === chosen.sure || at % SHOWN === 5);
  const words = [
    fitting.of({ questions: questions.length, drills: drills.length }),
    fitting.head,
    ...shown.map((it) => fitting.row({ ...inPercent(it), isChosen: it.sure === chosen.sure })),
    fitting.chosen({ sure: chosen.sure.toFixed(2), most: percent(mostFalse) }),
    `${fitting.ranks}${telling(weights.rank)}`,
    `${fitting.judges}${telling(weights.judge)}`,
  ].join('\n');
  return { weights, words };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const inPercent = ({ sure, right, unanswered, false: wrongly, f1 }: Bar) => ({
  sure: sure.toFixed(2),
  right: percent(right),
  unanswered: percent(unanswered),
  false: percent(wrongly),
  f1: percent(f1),
});

/** The weights, the heaviest first. */
const telling = (weights: Readonly<Record<string, number>>): string =>
  Object.entries(weights)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, weight]) => `${name} ${weight}`)
    .join(', ');

/** Written whole or not at all. */
export async function writeWeights(folder: string, weights: Weights): Promise<void> {
  const path = join(folder, WEIGHTS_FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(weights, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

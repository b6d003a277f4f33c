import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openPassages, type Passage } from '../src/retrieval/index.ts';
import type { Figure } from './figure.ts';
import {
  type Labelled,
  labelledQuestions,
  manyPassages,
  manyQuestions,
  passagesOf,
  readContent,
} from './retrieval-corpus.ts';
import { type Find, PEERS } from './retrieval-peers.ts';
import type { Scale } from './retrieval-scale.ts';
import { perSecond, quantile, timesOf } from './retrieval-times.ts';

const COMPARED = 10_000;

/**
 * How often the first passage is a right one, how fast it comes, and what many passages cost, beside three other
 * engines with the same terms in the same run.
 *
 * @param large a million passages as well
 */
export async function benchRetrieval(large: boolean): Promise<Figure[]> {
  const content = await readContent();
  const passages = passagesOf(content);
  const questions = await labelledQuestions(passages);
  const figures = [...recallFigures(passages, questions)];
  const many = manyPassages(content, COMPARED);
  figures.push(...speedFigures(many, manyQuestions(many, 200)));
  const sizes = large ? [COMPARED, 100_000, 1_000_000] : [COMPARED, 100_000];
  for (const it of sizes) figures.push(...scaleFigures(it, await scaleOf(it)));
  return figures;
}

/** Ours, in the shape of the others. */
function openOurs(passages: readonly Passage[]): Find {
  const retrieval = openPassages(passages);
  const numbers = new Map(passages.map((it, number) => [it, number]));
  return (question) => retrieval.find(question).hits.map((it) => numbers.get(it.passage) ?? -1);
}

function recallFigures(passages: readonly Passage[], questions: readonly Labelled[]): Figure[] {
  const recallOf = (find: Find): number => {
    let right = 0;
    for (const { q, isRight } of questions) {
      const first = passages[find(q)[0] ?? -1];
      if (first && isRight(first)) right += 1;
    }
    return (100 * right) / questions.length;
  };
  const ours = recallOf(openOurs(passages));
  return PEERS.map(({ name, open }) => {
    const theirs = recallOf(open(passages));
    return {
      name: `first passage right, ${questions.length} questions`,
      value: ours,
      unit: '%',
      yardstick: { name, value: theirs },
      ratio: ours / theirs,
    };
  });
}

function speedFigures(passages: readonly Passage[], questions: readonly string[]): Figure[] {
  const ours = timesOf(questions, openOurs(passages));
  return PEERS.flatMap(({ name, open }) => {
    const theirs = timesOf(questions, open(passages));
    const rates = [perSecond(ours), perSecond(theirs)] as const;
    const slowest = [quantile(ours, 0.99), quantile(theirs, 0.99)] as const;
    return [
      figure(`questions, ${passages.length} passages`, '/s', name, rates),
      figure(`a question, p99, ${passages.length} passages`, 'ms', name, slowest),
    ];
  });
}

const figure = (
  what: string,
  unit: string,
  peer: string,
  [ours, theirs]: readonly [number, number],
): Figure => ({
  name: what,
  value: ours,
  unit,
  yardstick: { name: peer, value: theirs },
  ratio: ours / theirs,
});

/** Measured in a process of its own, so that nothing else is in its memory. */
async function scaleOf(passages: number): Promise<Scale> {
  const script = fileURLToPath(new URL('./retrieval-scale.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, String(passages)],
    { maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout) as Scale;
}

function scaleFigures(passages: number, { buildMs, indexMiB, residentMiB, times, addMs }: Scale): Figure[] {
  return [
    { name: `a question, p99, ${passages} passages`, value: quantile(times, 0.99), unit: 'ms' },
    { name: `index of ${passages} passages built`, value: buildMs, unit: 'ms' },
    { name: `index of ${passages} passages in memory`, value: indexMiB, unit: 'MiB' },
    { name: `${passages} passages and all else in memory`, value: residentMiB, unit: 'MiB' },
    { name: `100 more than ${passages} found after`, value: addMs, unit: 'ms' },
  ];
}

import { openPassages } from '../src/retrieval/index.ts';
import { manyPassages, manyQuestions, readContent } from './retrieval-corpus.ts';
import { timesOf } from './retrieval-times.ts';

/** What so many passages take, as a process of its own measures it: times in ms, memory in MiB. */
export type Scale = {
  readonly buildMs: number;
  /** What the index adds to the passages themselves. */
  readonly indexMiB: number;
  readonly residentMiB: number;
  /** Each question's time, ascending. */
  readonly times: readonly number[];
  /** From a document of 100 passages handed over to its being found. */
  readonly addMs: number;
};

const QUESTIONS = 1000;

function residentMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}

const content = await readContent();
const passages = manyPassages(content, Number(process.argv[2]));
const questions = manyQuestions(passages, QUESTIONS);
const without = residentMiB();
const begun = performance.now();
const retrieval = openPassages(passages);
const buildMs = performance.now() - begun;
const resident = residentMiB();
const times = timesOf(questions, (it) => retrieval.find(it));
const more = manyPassages(content, 100, 3);
const adding = performance.now();
retrieval.add(more);
retrieval.find(more[0]?.text ?? '');
const addMs = performance.now() - adding;
const scale: Scale = { buildMs, indexMiB: resident - without, residentMiB: resident, times, addMs };
process.stdout.write(JSON.stringify(scale));

import { readFile } from 'node:fs/promises';
import { type Content, loadContent, openAnswers } from '../src/answers/index.ts';
import type { Figure } from './figure.ts';

/** How long each of the questions took, in milliseconds, in ascending order. */
function timesOf(questions: readonly string[], rounds: number, ask: (question: string) => unknown): number[] {
  const times: number[] = [];
  for (const it of questions) ask(it);
  for (let round = 0; round < rounds; round += 1) {
    for (const it of questions) {
      const begun = performance.now();
      ask(it);
      times.push(performance.now() - begun);
    }
  }
  return times.sort((a, b) => a - b);
}

/** The yardstick: looks in every entry for every pair of characters or word of the question. */
function naiveScan({ entries }: Content): (question: string) => unknown {
  const texts = entries.map((it) =>
    [it.title, it.titleEn, it.answer, it.answerEn, ...it.ask, ...it.askEn].join('\n').toLowerCase(),
  );
  return (question) => {
    const terms = question.toLowerCase().match(/[a-z0-9]+|\p{Script=Han}(?=\p{Script=Han})/gu) ?? [];
    let best = 0;
    let most = -1;
    for (const [at, text] of texts.entries()) {
      let count = 0;
      for (const term of terms) count += text.split(term).length - 1;
      if (count > most) [best, most] = [at, count];
    }
    return entries[best];
  };
}

/** Questions a second, the middle one and the slowest of a hundred over the real content, beside a scan of everything in the same run. */
export async function benchAnswers(): Promise<Figure[]> {
  const begun = performance.now();
  const content = await loadContent('content');
  const loaded = performance.now();
  const answers = openAnswers(content);
  const built = performance.now();
  const lines = (await readFile('test/answers/questions.jsonl', 'utf8')).trim().split('\n');
  const questions = lines.map((it) => (JSON.parse(it) as { q: string }).q);
  const ours = timesOf(questions, 10, (it) => answers.answer(it, { language: undefined }));
  const scan = timesOf(questions, 1, naiveScan(content));
  const perSecond = (times: number[]): number => (1000 * times.length) / times.reduce((a, b) => a + b, 0);
  const share = (times: number[], part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return [
    {
      name: `questions answered, ${content.entries.length} entries`,
      value: perSecond(ours),
      unit: '/s',
      yardstick: { name: 'naive scan', value: perSecond(scan) },
      ratio: perSecond(ours) / perSecond(scan),
    },
    ...[50, 99].map((part) => ({
      name: `a question, p${part}`,
      value: share(ours, part / 100),
      unit: 'ms',
      yardstick: { name: 'naive scan', value: share(scan, part / 100) },
      ratio: share(ours, part / 100) / share(scan, part / 100),
    })),
    { name: 'content read and checked', value: loaded - begun, unit: 'ms' },
    { name: 'index built', value: built - loaded, unit: 'ms' },
  ];
}

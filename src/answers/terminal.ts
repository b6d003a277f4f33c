import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Language } from '../calendar/moment.ts';
import type { Answers, Found } from './index.ts';
import { languageOfQuestion } from './wording.ts';
import { wordsIn } from './words.ts';

/** An answer with its source, as lines for a terminal. */
export function askLine(answers: Answers, question: string, language?: Language): string {
  const { rest = [], ...first } = answers.answer(question, { language });
  return [first, ...rest]
    .map(({ text, source }) => (source ? `${text}\n    ${source.line}` : text))
    .join('\n');
}

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  q: z.string(),
  history: z.array(z.string()).optional(),
});

/** What `ask --jsonl` writes for a question. */
export type Answered = {
  id: string;
  answer: string;
  citations: { report: string; section: string; entry: string }[];
  abstained: boolean;
  outcome: Found['outcome'];
};

/** `section` is the path of headings; citations stand with everything that rests on a report. */
export function answeredOf(id: string, found: Found): Answered {
  const { outcome, rest = [] } = found;
  const all = [found, ...rest];
  const citations = all.flatMap(({ source }) =>
    source ? [{ report: source.report, section: source.section, entry: source.entry }] : [],
  );
  return {
    id,
    answer: all.map((it) => it.text).join('\n'),
    citations,
    abstained: outcome !== 'grounded',
    outcome,
  };
}

/**
 * Answers questions line by line, in their order. A bad line is told on `complaints` and left out; the rest is done.
 *
 * @returns the exit code: 1 when there was a bad line
 */
export async function askJsonl(
  answers: Answers,
  input: Readable,
  output: Writable,
  complaints: Writable,
  language: Language = 'zh-CN',
): Promise<0 | 1> {
  const words = wordsIn(language).lines;
  let number = 0;
  let code: 0 | 1 = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const read = readLine(text);
    if (typeof read === 'string') {
      complaints.write(`${words[read]({ line: number })}\n`);
      code = 1;
      continue;
    }
    const { id, q, history } = read;
    const found = answers.answer(q, { language: languageOfQuestion(q), ...(history ? { history } : {}) });
    output.write(`${JSON.stringify(answeredOf(id, found))}\n`);
  }
  return code;
}

/** A question as a line of JSON, or what is wrong with it. */
export function readLine(text: string): z.infer<typeof Line> | 'not-json' | 'no-question' {
  let said: unknown;
  try {
    said = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not-json';
  }
  const read = Line.safeParse(said);
  return read.success ? read.data : 'no-question';
}

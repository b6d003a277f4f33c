import type { Language } from '../../calendar/moment.ts';
import { curateIn } from './finding.ts';
import type { Verdict } from './judge.ts';
import { isTalk } from './questions.ts';
import { type Below, type Row, rateOf, type Score, type Share } from './score.ts';

/** Columns of a terminal that a text takes: two for a Chinese character. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffe6]/g)?.length ?? 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)));
const percent = (rate: number): string => `${(100 * rate).toFixed(1)}%`;
const told = (share: Share): string => {
  const rate = rateOf(share);
  return rate === undefined ? '–' : `${percent(rate)} (${share.count}/${share.of})`;
};

const NAME = 36;
const CELL = 20;

/** A score as a table for the terminal. */
export function scoreTable(language: Language, score: Score): string {
  const words = curateIn(language).score;
  const line = (name: string, value: string): string => `${padded(name, NAME)}${value}`;
  const { precision, recall, f1 } = score.abstention;
  const rows = (title: string, all: readonly Row[]): string[] => [
    '',
    `${padded(title, NAME)}${[words.answer, words.cite, words.section].map((it) => padded(it, CELL)).join('')}`.trimEnd(),
    ...all.map(({ name, right, cited, section }) =>
      `${padded(`  ${name || words.none}`, NAME)}${[right, cited, section].map((it) => padded(told(it), CELL)).join('')}`.trimEnd(),
    ),
  ];
  return [
    words.questions(score.questions),
    line(words.answer, told(score.right)),
    line(words.abstained, told(score.abstained)),
    line(words.wrong, told(score.wrong)),
    line(words.cite, told(score.cited)),
    line(words.section, told(score.section)),
    line(words.f1, percent(f1)),
    line(`  ${words.precision}`, percent(precision)),
    line(`  ${words.recall}`, percent(recall)),
    line(words.false, told(score.false)),
    line(words.talk, told(score.talk)),
    line(words.marked, String(score.live)),
    line(words.length, score.length.toFixed(0)),
    ...rows(words.by.language, score.by.language),
    ...rows(words.by.style, score.by.style),
    ...rows(words.by.report, score.by.report),
    '',
    line(words.by.kind, words.rightly),
    ...score.kinds.map(({ name, right }) => line(`  ${name}`, told(right))),
  ].join('\n');
}

/** What was wanted of a question and what came instead. */
export type Confusion = { id: string; q: string; wanted: string; got: string };

/** The questions that were not met rightly, or with the source of another report. */
export function confusionsOf(language: Language, verdicts: readonly Verdict[]): Confusion[] {
  const words = curateIn(language).score;
  const wantedOf = ({ question, lacks }: Verdict): string => {
    if (isTalk(question)) return words.wantedTalk;
    if (!question.answerable) return words.wantedNothing;
    const groups = lacks.length > 0 ? lacks : question.must;
    return words.wanted({
      reports: question.reports.join(', '),
      must: groups.map((it) => it.slice(0, 3).join('|')).join(' + '),
    });
  };
  const gotOf = ({ answered, abstained }: Verdict): string => {
    const entry = answered.citations[0]?.entry ?? '';
    return abstained ? words.gotNothing({ near: entry }) : words.got({ entry, text: answered.answer });
  };
  return verdicts
    .filter((it) => !it.right || it.live || (it.question.answerable && !it.cited))
    .map((it) => ({
      id: it.question.id,
      q: [...(it.question.history ?? []), it.question.q].join(' → '),
      wanted: wantedOf(it),
      got: gotOf(it),
    }));
}

/** The questions that were not met rightly, as lines. */
export function confusionLines(language: Language, confusions: readonly Confusion[]): string {
  const words = curateIn(language).score;
  if (confusions.length === 0) return '';
  return [words.confused({ count: confusions.length }), ...confusions.map(words.confusion)].join('\n');
}

export function belowLines(language: Language, below: readonly Below[]): string {
  const words = curateIn(language).score;
  if (below.length === 0) return words.passed;
  const lines = below.map(({ name, value, bar }) =>
    words.below({ name, value: value.toFixed(3), bar: `${name === 'false' ? '≤' : '≥'} ${bar}` }),
  );
  return lines.join('\n');
}

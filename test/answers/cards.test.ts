import { expect, it } from 'vitest';
import { answerCard } from '../../src/answers/cards.ts';
import type { Found } from '../../src/answers/index.ts';
import { textsIn } from '../../src/texts/index.ts';

const texts = textsIn('zh-CN');
const none = (text: string): Found => ({
  outcome: 'none',
  text,
  language: 'zh-CN',
  nearest: [],
  why: { score: 0, coverage: 0, missing: 1, by: 'index', best: undefined },
});
const linesOf = (found: Found, titles: string[]): string[] =>
  answerCard(
    '上海呢',
    found,
    titles.map((title) => ({ entry: 'r/e', title })),
    true,
    texts,
  ).blocks.flatMap((it) => (it.kind === 'text' ? [String(it.text)] : []));

it('a card without an answer says why, and what is near', () => {
  const why = texts.answers.nonePlace({ place: '上海' });

  expect(linesOf(none(why), ['母婴室'])).toEqual([why, texts.ask.nearest]);
  expect(linesOf(none(why), [])).toEqual([why, texts.ask.noneNearest]);
});

it('a card without an answer does not ask twice whether its topics were meant', () => {
  const near = texts.answers.noneNear({ topics: ['母婴室'] });

  expect(linesOf(none(near), ['母婴室'])).toEqual([texts.ask.none, texts.ask.nearest]);
});

it('a card without an answer still says so when nothing more is known', () => {
  expect(linesOf(none(''), [])).toEqual([texts.ask.none, texts.ask.noneNearest]);
});

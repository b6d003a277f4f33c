import { describe, expect, it } from 'vitest';
import { barAt, chooseBar } from '../../../src/answers/curate/fit.ts';
import {
  type Case,
  type Choice,
  learnToJudge,
  learnToRank,
  type Rows,
} from '../../../src/answers/curate/learn.ts';
import type { Outcome } from '../../../src/answers/curate/lessons.ts';

const rowsOf = (...rows: number[][]): Rows => ({
  width: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});
const scoreOf = (row: readonly number[], weights: Float64Array): number =>
  row.reduce((sum, it, at) => sum + it * (weights[at] ?? 0), 0);
const from = (...start: number[]) => ({
  start: Float64Array.from(start),
  pull: 0.0005,
  rounds: 300,
  signs: start.map(() => 0),
});

describe('learning to rank', () => {
  // the second number tells which is right, the first misleads by what it is begun with
  const ROWS = [
    [0.9, 0.1],
    [0.2, 0.8],
    [0.8, 0.0],
    [0.7, 0.9],
    [0.9, 0.3],
  ];
  const CHOICES: Choice[] = [
    { from: 0, to: 2, right: new Set([1]), weight: 1 },
    { from: 2, to: 5, right: new Set([3]), weight: 1 },
  ];
  const learned = (signs: number[] = [0, 0]): Float64Array =>
    learnToRank(rowsOf(...ROWS), CHOICES, { ...from(1, 0), signs });

  it('puts every right alternative on top of those it stands beside', () => {
    const scores = ROWS.map((it) => scoreOf(it, learned()));

    for (const { from: first, to, right } of CHOICES) {
      const those = scores.slice(first, to);
      expect(right).toContain(first + those.indexOf(Math.max(...those)));
    }
  });

  it('never gives a weight the sign that it may not have', () => {
    expect(learned()[1]).toBeGreaterThan(0);
    expect(learned()[0]).toBeLessThan(0);
    expect(learned([1, -1])).toEqual(Float64Array.of(0, 0));
    expect(learned([1, 1])[0]).toBe(0);
    expect(learned([1, 1])[1]).toBeGreaterThan(0);
  });

  it('learns the same of the same, and leaves what it began with as it was', () => {
    const settings = from(1, 0);

    const once = learnToRank(rowsOf(...ROWS), CHOICES, settings);

    expect(learnToRank(rowsOf(...ROWS), CHOICES, settings)).toEqual(once);
    expect([...settings.start]).toEqual([1, 0]);
  });

  it('is content with any of several right ones, and moves nothing where all are or there is nothing', () => {
    const both: Choice = { from: 0, to: 2, right: new Set([0, 1]), weight: 1 };

    expect([...learnToRank(rowsOf(...ROWS), [both], from(1, 0))]).toEqual([1, 0]);
    expect([...learnToRank(rowsOf(...ROWS), [], from(1, 0))]).toEqual([1, 0]);
  });

  it('listens to the one that weighs more where two contradict each other', () => {
    const against = (first: number, second: number): Choice[] => [
      { from: 0, to: 2, right: new Set([0]), weight: first },
      { from: 0, to: 2, right: new Set([1]), weight: second },
    ];
    const rows = rowsOf([1], [0]);

    expect(learnToRank(rows, against(3, 1), from(0))[0]).toBeGreaterThan(0.5);
    expect(learnToRank(rows, against(1, 3), from(0))[0]).toBeLessThan(-0.5);
  });
});

describe('learning to judge', () => {
  const ROWS = [
    [1, 0.9, 0.2],
    [1, 0.8, 0.9],
    [1, 0.3, 0.1],
    [1, 0.2, 0.8],
  ];
  const CASES: Case[] = ROWS.map((_, row) => ({ row, holds: row < 2, weight: 1 }));
  const sureness = (row: readonly number[], weights: Float64Array): number =>
    1 / (1 + Math.exp(-scoreOf(row, weights)));

  it('is surer than a half of what holds, and less of what does not', () => {
    const weights = learnToJudge(rowsOf(...ROWS), CASES, from(0, 0, 0));

    expect(ROWS.map((it) => sureness(it, weights) > 0.5)).toEqual([true, true, false, false]);
  });

  it('never gives a weight the sign that it may not have', () => {
    const judged = (signs: number[]) => learnToJudge(rowsOf(...ROWS), CASES, { ...from(0, 0, 0), signs });

    expect(judged([0, -1, 0])[1]).toBe(0);
    expect(judged([0, 1, 0])[1]).toBeGreaterThan(0);
    expect(judged([0, 0, -1])[2]).toBeLessThanOrEqual(0);
    expect(judged([0, 0, 1])[2]).toBeGreaterThanOrEqual(0);
  });

  it('learns the same of the same', () => {
    const judged = () => learnToJudge(rowsOf(...ROWS), CASES, from(0.1, 0.2, 0.3));

    expect(judged()).toEqual(judged());
  });

  it('comes to the share of what holds where nothing else is seen', () => {
    const cases: Case[] = [true, true, true, false].map((holds, row) => ({ row, holds, weight: 1 }));

    const weights = learnToJudge(rowsOf([1], [1], [1], [1]), cases, from(0));

    expect(sureness([1], weights)).toBeCloseTo(0.75, 1);
  });
});

const open = (certainty: number, isRight: boolean): Outcome => ({ certainty, isRight, isAnswerable: true });
const shut = (certainty: number): Outcome => ({ certainty, isRight: false, isAnswerable: false });

describe('a bar of certainty', () => {
  const OUTCOMES = [
    open(0.9, true),
    open(0.6, true),
    open(0.6, false),
    open(0.2, true),
    shut(0.7),
    shut(0.1),
  ];

  it('tells what comes of answering from it on', () => {
    // at a half: three of four are answered, two of them rightly; one of two is left
    expect(barAt(OUTCOMES, 0.5)).toEqual({
      sure: 0.5,
      right: 0.5,
      unanswered: 0.25,
      false: 0.5,
      f1: expect.closeTo(0.5, 10),
    });
    expect(barAt(OUTCOMES, 0.8)).toMatchObject({ right: 0.25, unanswered: 0.75, false: 0, f1: 4 / 7 });
  });

  it('is reached by what is exactly as sure', () => {
    expect(barAt(OUTCOMES, 0.7).false).toBe(0.5);
    expect(barAt(OUTCOMES, 0.71).false).toBe(0);
  });

  it('is the lowest by which not more than so many are answered wrongly', () => {
    const { chosen, bars } = chooseBar(OUTCOMES, 0.1);

    expect(chosen).toEqual(barAt(OUTCOMES, 0.71));
    expect(bars.filter((it) => it.sure < chosen.sure).every((it) => it.false > 0.1)).toBe(true);
    expect(chooseBar(OUTCOMES, 0.5).chosen.sure).toBe(0.11);
    expect(chooseBar(OUTCOMES, 1).chosen.sure).toBe(0.05);
  });

  it('is the highest there is when none reaches that', () => {
    const { chosen, bars } = chooseBar([open(0.99, true), shut(0.99)], 0);

    expect(chosen.sure).toBe(0.95);
    expect(chosen.false).toBe(1);
    expect(bars.map((it) => it.sure)).toEqual(Array.from({ length: 91 }, (_, at) => (at + 5) / 100));
  });

  it('is the highest there is, for caution, when nothing shows how much would be answered wrongly', () => {
    for (const outcomes of [[], [open(0.9, true)]]) expect(chooseBar(outcomes, 0).chosen.sure).toBe(0.95);
  });

  it.each([
    [3, 100, 0.03],
    [1, 10, 0.1],
    [3, 10, 0.3],
    [6, 100, 0.06],
  ])('may have exactly so many: %i of %i is not more than %d', (wrong, all, most) => {
    const outcomes = Array.from({ length: all }, (_, at) => shut(at < wrong ? 1 : 0));

    expect(chooseBar(outcomes, most).chosen.sure).toBe(0.05);
  });
});

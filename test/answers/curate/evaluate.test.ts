import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/answers/curate/evaluate.ts';
import { judge, type Verdict } from '../../../src/answers/curate/judge.ts';
import { isTalk, type Labelled, readQuestions } from '../../../src/answers/curate/questions.ts';
import { belowBar, type Score, scoreOf } from '../../../src/answers/curate/score.ts';
import { confusionsOf } from '../../../src/answers/curate/table.ts';
import { loadContent, openAnswers } from '../../../src/answers/index.ts';
import type { Answered } from '../../../src/answers/terminal.ts';

const asked = (labels: object): Labelled => {
  const { questions, faults } = readQuestions(
    JSON.stringify({ id: 'a', q: '问题', answerable: true, ...labels }),
  );
  expect(faults).toEqual([]);
  return questions[0] ?? never();
};
const answered = (answer: string, more: Partial<Answered> = {}): Answered => ({
  id: 'a',
  answer,
  citations: [{ report: 'small', section: '第一部分 › （一）做好服务', entry: 'small/one' }],
  abstained: false,
  outcome: 'grounded',
  ...more,
});
const LABELS = { reports: ['small'], must: [['605'], ['职工之家', "workers' home"]] };

describe('an answer to what the reports say', () => {
  it.each([
    ['2019年新建职工之家605个。', true],
    ['２０１９年新建職工之家６０５个。', true],
    ["605 new workers' homes", true],
    ['2019年新建职工之家1605个。', false],
    ['2019年新建职工之家605万个。', false],
    ['2019年新建职工之家60.605个。', false],
    ['2019年新建605个。', false],
  ])('%s is right: %s', (text, isRight) => {
    expect(judge(asked(LABELS), answered(text)).right).toBe(isRight);
  });

  it('is not right when it was left unanswered', () => {
    const verdict = judge(asked(LABELS), answered('职工之家605个', { abstained: true }));

    expect(verdict).toMatchObject({ right: false, abstained: true, lacks: [] });
  });

  it('is of the right source by report, and by a heading or the one above it', () => {
    const labels = { ...LABELS, sections: [{ report: 'small', path: ['一、第一部分', '(一)做好服务'] }] };
    const elsewhere = [{ report: 'other', section: '做好服务', entry: 'other/one' }];
    const above = [{ report: 'small', section: '第一部分', entry: 'small/one' }];

    expect(judge(asked(labels), answered('…'))).toMatchObject({
      cited: true,
      first: true,
      section: true,
      deepest: true,
    });
    expect(judge(asked(labels), answered('…', { citations: above }))).toMatchObject({
      section: true,
      deepest: false,
    });
    expect(judge(asked(labels), answered('…', { citations: elsewhere }))).toMatchObject({
      cited: false,
      section: false,
    });
    expect(judge(asked(LABELS), answered('…')).section).toBeUndefined();
  });

  it('holds nothing that a platform would act upon', () => {
    expect(judge(asked(LABELS), answered('<!here> 605')).live).toBe(true);
    expect(judge(asked({ ...LABELS, forbid: ['密码'] }), answered('密码是')).live).toBe(true);
    expect(judge(asked(LABELS), answered('职工之家605个')).live).toBe(false);
  });
});

describe('an answer to what the reports do not say', () => {
  const none = { answerable: false };

  it.each([
    ['left unanswered', none, answered('没有找到', { abstained: true, citations: [] }), true],
    ['a figure with a source', none, answered('605个'), false],
    ['another word for not knowing', none, answered('报告没有提到', { citations: [] }), true],
    ['not knowing, with a source', none, answered('报告没有提到'), false],
    [
      'the term that is only mentioned',
      { ...none, kind: 'mention-only' },
      answered('报告没有说明是哪四个'),
      true,
    ],
    [
      'the term in English',
      { ...none, kind: 'mention-only' },
      answered('It does not spell out the four.'),
      true,
    ],
    ['the term, made up', { ...none, kind: 'mention-only' }, answered('四个是东南西北'), false],
    ['small talk with small talk', { ...none, kind: 'meta' }, answered('你好', { citations: [] }), true],
    ['small talk with an entry', { ...none, style: 'meta' }, answered('605个'), false],
  ])('is met rightly or not: %s', (_, labels, it, isRight) => {
    expect(judge(asked(labels), it).right).toBe(isRight);
  });
});

describe('a question set', () => {
  it('is read but for the lines that are none, which are told by their number', () => {
    const { questions, faults } = readQuestions(
      [
        '\uFEFF{"id":1,"q":"甲","answerable":false}',
        '',
        '{"id":"b"',
        '{"id":"c","answerable":false}',
        '{"id":"d","q":"丁","answerable":true,"reports":["small"]}',
        '{"id":"e","q":"戊","answerable":true,"must":[["1"]]}',
        '{"id":"1","q":"己","answerable":false}',
        '{"id":"g","q":"庚","answerable":false,"part":"other"}',
      ].join('\r\n'),
    );

    expect(questions.map((it) => it.id)).toEqual(['1']);
    expect(faults).toEqual([
      { line: 3, code: 'not-json', what: '' },
      { line: 4, code: 'wrong', what: 'q' },
      { line: 5, code: 'wrong', what: 'must' },
      { line: 6, code: 'wrong', what: 'reports' },
      { line: 7, code: 'twice', what: '1' },
      { line: 8, code: 'wrong', what: 'part' },
    ]);
  });

  it('is scored by what was answered, cited and left alone', () => {
    const verdicts = [
      judge(asked({ ...LABELS, lang: 'en', style: 'list' }), answered("605 workers' homes")),
      judge(asked(LABELS), answered('605个', { citations: [] })),
      judge(asked(LABELS), answered('没有找到', { abstained: true, citations: [] })),
      judge(asked({ answerable: false }), answered('没有找到', { abstained: true, citations: [] })),
      judge(asked({ answerable: false, kind: 'off-domain' }), answered('605个')),
      judge(asked({ answerable: false, kind: 'meta' }), answered('你好', { abstained: true, citations: [] })),
    ];

    const score = scoreOf(verdicts);

    expect(score).toMatchObject({
      questions: { all: 6, answerable: 3, unanswerable: 2, talk: 1 },
      right: { count: 1, of: 3 },
      abstained: { count: 1, of: 3 },
      wrong: { count: 1, of: 2 },
      cited: { count: 1, of: 2 },
      abstention: { precision: 0.5, recall: 0.5, f1: 0.5 },
      false: { count: 1, of: 2 },
      talk: { count: 1, of: 1 },
      live: 0,
      kinds: [
        { name: 'near-miss', right: { count: 1, of: 1 } },
        { name: 'off-domain', right: { count: 0, of: 1 } },
      ],
    });
    expect(score.by.language.map((it) => [it.name, it.right.count, it.right.of])).toEqual([
      ['en', 1, 1],
      ['zh-CN', 0, 2],
    ]);
    expect(confusionsOf('zh-CN', verdicts).map((it) => [it.wanted, it.got])).toEqual([
      ["small：职工之家|workers' home", '：605个'],
      ["small：605 + 职工之家|workers' home", '没有回答'],
      ['不回答', 'small/one：605个'],
    ]);
    expect(belowBar(score, { answer: 0.3, cite: 0.6, section: 1, f1: 0.5, false: 0.4 })).toEqual([
      { name: 'cite', value: 0.5, bar: 0.6 },
      { name: 'false', value: 0.5, bar: 0.4 },
    ]);
  });
});

describe('our own questions', () => {
  const { questions, faults } = readQuestions(readFileSync('test/answers/questions.jsonl', 'utf8'));
  let verdicts: Verdict[];
  let score: Score;
  let confused: string;

  beforeAll(async () => {
    verdicts = evaluate(openAnswers(await loadContent('content')), questions);
    score = scoreOf(verdicts);
    confused = confusionsOf('zh-CN', verdicts)
      .map((it) => `${it.id} ${it.q}`)
      .join('\n');
  });

  it('are at least 300, and every third of a kind is only to report', () => {
    const report = questions.filter((it) => it.part === 'report');

    expect(faults).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(300);
    expect(questions.every((it) => it.part !== undefined)).toBe(true);
    expect(report.length / questions.length).toBeCloseTo(1 / 3, 1);
    for (const id of ['beijing-14', 'beijing-2020', 'china-18', 'daxing-4', 'grassroots']) {
      const all = questions.filter((it) => it.reports.includes(id));
      const some = all.filter((it) => it.part === 'report');
      expect(some.length / all.length, id).toBeGreaterThan(0.25);
      expect(some.length / all.length, id).toBeLessThan(0.42);
    }
  });

  it('are answered rightly, with the right report, and left alone where there is nothing to say', () => {
    expect(belowBar(score, { answer: 0.9, cite: 0.95, f1: 0.9, false: 0.07 }), confused).toEqual([]);
    expect(score.live).toBe(0);
  });

  it('that are small talk never get an entry', () => {
    const talk = verdicts.filter((it) => isTalk(it.question));

    expect(talk.length).toBeGreaterThan(10);
    expect(talk.filter((it) => it.answered.outcome !== 'smalltalk').map((it) => it.question.q)).toEqual([]);
  });
});

function never(): never {
  throw new Error('the test needs a question');
}

import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/answers/cards.ts';
import type { Found } from '../../src/answers/index.ts';
import { questionsIn } from '../../src/answers/split.ts';
import { answeredOf, askLine } from '../../src/answers/terminal.ts';
import { turnOf } from '../../src/answers/turns.ts';
import { normalise } from '../../src/language/normalise.ts';
import { textsIn } from '../../src/texts/index.ts';
import { answers, content } from '../support/content.ts';
import { textOf } from '../support/stage.ts';

const ROOMS = '2019年北京新建了多少母婴室？';
const HOTLINE = '工会服务热线是多少？';
const ask = (question: string, ...history: string[]): Found => answers.answer(question, { history });
const roomsEntry = () => {
  const found = content.entries.find((it) => it.id === 'beijing-2020/nursing-rooms');
  if (!found) throw new Error('no entry on nursing rooms');
  return found;
};

describe('a turn after an answer', () => {
  it.each(['出处呢？', '哪份报告说的', '依据是什么？', '有依据吗', '请问一下出处'])(
    'gives what it rests on: %s',
    (turn) => {
      const found = ask(turn, ROOMS);
      const { report } = roomsEntry();

      expect(found).toMatchObject({ outcome: 'grounded', language: 'zh-CN', why: { by: 'source' } });
      expect(found.entry?.id).toBe('beijing-2020/nursing-rooms');
      for (const it of [report.title, report.issuer, report.yearNote, report.authorityNote])
        expect(found.text).toContain(it['zh-CN']);
      expect(found.source?.report).toBe('beijing-2020');
    },
  );

  it('gives what it rests on in the language of the turn', () => {
    const { report } = roomsEntry();
    const found = ask('which report?', ROOMS);

    expect(found.text).toContain(report.title.en);
    expect(found.text).toContain(report.issuer.en);
    expect(found.text).not.toContain(report.title['zh-CN']);
  });

  it.each(['in English', '用英语说', '英文版呢？', '用英文再说一遍'])(
    'gives the same in English: %s',
    (turn) => {
      expect(ask(turn, ROOMS)).toMatchObject({
        outcome: 'grounded',
        language: 'en',
        text: roomsEntry().answerEn,
        source: { entry: 'beijing-2020/nursing-rooms', line: expect.stringContaining('city · 2020') },
      });
    },
  );

  it.each(['in Chinese please', '用中文再说一遍'])('gives the same in Chinese: %s', (turn) => {
    const found = ask(turn, 'How many nursing rooms did Beijing unions open in 2019?');

    expect(found).toMatchObject({ language: 'zh-CN', text: roomsEntry().answer });
  });

  it.each(['详细一点', '再说得具体一些', '展开说说', '还有吗', 'tell me more'])(
    'gives what is related beside it: %s',
    (turn) => {
      const found = ask(turn, ROOMS);

      expect(found.why.by).toBe('more');
      expect(found.entry?.id).toBe('beijing-2020/nursing-rooms');
      expect(found.also?.map((it) => it.id)).toEqual(roomsEntry().related.slice(0, 3));
    },
  );

  it('is about the entry that the thread was last about, whatever was asked before', () => {
    const found = answers.answer('出处呢？', { about: 'china-18/hotline-12351', history: [ROOMS] });

    expect(found.entry?.id).toBe('china-18/hotline-12351');
    expect(found.text).toContain('《数读中国工会十八大报告》');
  });

  it.each(['出处呢？', 'in English', '详细一点', 'which report?', '用中文说'])(
    'is none with nothing before it: %s',
    (turn) => {
      expect(['source', 'more', 'en', 'zh-CN']).not.toContain(ask(turn).why.by);
      const lost = answers.answer(turn, { about: 'no/such-entry' });
      expect(['source', 'more', 'en', 'zh-CN']).not.toContain(lost.why.by);
    },
  );

  it.each([
    '',
    '？',
    ROOMS,
    '会费的来源是什么',
    '工会经费来源是哪些',
    '英语培训办了多少期',
    '具体有哪些服务',
    'more workers joined in 2019?',
    `出处${'呢'.repeat(40)}`,
  ])('is no question of its own: %j', (text) => {
    expect(turnOf(normalise(text))).toBeUndefined();
  });
});

describe('several questions in one message', () => {
  it('are all answered, in their order, and all cited', () => {
    const found = ask(`${ROOMS}${HOTLINE}`);
    const answered = answeredOf('a', found);

    expect(found.text).toContain('157');
    expect(found.rest?.map((it) => it.entry?.id)).toEqual(['beijing-2020/hotline-number']);
    expect(answered).toMatchObject({ id: 'a', abstained: false, outcome: 'grounded' });
    expect(answered.answer).toMatch(/157[\s\S]*\n[\s\S]*12351/);
    expect(answered.citations.map((it) => it.entry)).toEqual([
      'beijing-2020/nursing-rooms',
      'beijing-2020/hotline-number',
    ]);
  });

  it('each stand in the terminal and on the card with a source of their own', () => {
    const found = ask(`${ROOMS}${HOTLINE}`);
    const [second] = found.rest ?? [];
    const { blocks } = answerCard(ROOMS, found, [], false, textsIn('zh-CN'));
    const quotes = blocks.filter((it) => it.kind === 'quote');

    const lines = askLine(answers, `${ROOMS}${HOTLINE}`).split('\n');
    expect(lines).toEqual([
      found.text,
      `    ${found.source?.line}`,
      second?.text,
      `    ${second?.source?.line}`,
    ]);
    expect(quotes.map((it) => it.text)).toEqual([found.text, second?.text]);
    expect(quotes.map((it) => it.source.entry)).toEqual([
      'beijing-2020/nursing-rooms',
      'beijing-2020/hotline-number',
    ]);
    expect(textOf({ blocks })).toContain(textsIn('zh-CN').ask.alsoAsked);
  });

  it.each([
    [`我孩子刚满一岁，单位没地方喂奶。\n${ROOMS}`, 'beijing-2020/nursing-rooms'],
    [`${ROOMS}谢谢！`, 'beijing-2020/nursing-rooms'],
    [`${ROOMS}${ROOMS}`, 'beijing-2020/nursing-rooms'],
    [`${HOTLINE}红烧肉怎么做？`, 'beijing-2020/hotline-number'],
  ])('are one when only one is a question that the reports answer: %j', (message, id) => {
    const found = ask(message);

    expect(found.entry?.id).toBe(id);
    expect(found.rest).toBeUndefined();
    expect(answeredOf('a', found).citations.map((it) => it.entry)).toEqual([id]);
  });

  it('may lean on the one before', () => {
    const found = ask(`${ROOMS}暖心驿站呢？`);

    expect([found, ...(found.rest ?? [])].map((it) => it.entry?.id)).toEqual([
      'beijing-2020/nursing-rooms',
      'beijing-2020/warm-stations',
    ]);
  });

  it('are taken apart where a question ends, four at most', () => {
    expect(questionsIn('母婴室多少个? 热线是多少；会费\n怎么交费呢 ')).toEqual([
      '母婴室多少个',
      '热线是多少',
      '怎么交费呢',
    ]);
    const five = Array.from({ length: 5 }, (_, at) => `第${at}个问题`).join('？');
    expect(questionsIn(five)).toEqual([five]);
    for (const one of ['', '??', ROOMS, '好？嗯？', '一句话，没有问号'])
      expect(questionsIn(one)).toEqual([one]);
  });
});

describe('a slip of the keyboard', () => {
  const SLIP = '北京2019年新建暖心易站多少个';
  const RIGHT = '北京2019年新建暖心驿站多少个';
  const cardOf = (question: string, language: 'zh-CN' | 'en' = 'zh-CN'): string =>
    textOf(answerCard(question, ask(question), [], false, textsIn(language)));

  it('is put right, and the card asks whether that was meant', () => {
    expect(ask(SLIP)).toMatchObject({
      outcome: 'grounded',
      readAs: RIGHT,
      entry: { id: 'beijing-2020/warm-stations' },
    });
    expect(cardOf(SLIP)).toContain(`您是不是要问：“${RIGHT}”`);
    expect(cardOf(SLIP, 'en')).toContain(`Did you mean: “${RIGHT}”`);
  });

  it.each([RIGHT, '北京2019年新建暖心驛站多少個', '２０１９年北京新建了多少母婴室？', HOTLINE])(
    'is not told where there is none: %s',
    (question) => {
      expect(ask(question).outcome).toBe('grounded');
      expect(ask(question)).not.toHaveProperty('readAs');
      expect(cardOf(question)).not.toContain('您是不是要问');
    },
  );
});

it('a short question that is known as it stands is not about the place of the one before', () => {
  const found = answers.answer('四必谈是哪四项', { language: 'zh-CN', history: ['大兴心灵驿站是什么'] });

  expect(found.outcome).toBe('related');
  expect(found.entry?.id).toMatch(/four-must-talk/);
});

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCard, offerOf } from '../../src/answers/cards.ts';
import { type Answers, type Entry, type Found, loadContent, openAnswers } from '../../src/answers/index.ts';
import { receiptOf } from '../../src/answers/receipts.ts';
import { answeredOf } from '../../src/answers/terminal.ts';
import { textsIn } from '../../src/texts/index.ts';
import type { Button, Card } from '../../src/view/card.ts';
import { textOf } from '../support/stage.ts';

/** Two passages: one on line 5, one on lines 9 to 11. */
const NOTICE = `驿站工作通知

一、建设

2025年新建爱心驿站12个，服务职工1.5万人次。

二、管理

每个爱心驿站由所在班组轮流打扫，

饮水机每周一上午检修，由班组长登记。
`;
const WATER = '饮水机每周一上午检修，由班组长登记';
const REPORT = `id: notice
serve: extracts
title: 驿站工作通知
issuer: 广州市总工会
level: 市
region: 广州
year: 2025
year-note: 文中写明
period: 2025年
authority: official
authority-note: 通知原文
read: 2026-11-20
sections:
  - id: s1
    title: 一、建设
  - id: s2
    title: 二、管理
`;
const SMALL = '小报告\n\n唯一一节\n\n职工沟通会全年开了12次，每个车间至少开过一次。\n';

let root: string;
let answers: Answers;
const texts = textsIn('zh-CN');
const ask = (question: string): Found => answers.answer(question, {});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongyou-verbatim-'));
  await cp('test/fixtures/content', root, { recursive: true });
  await cp('test/fixtures/curate', root, { recursive: true });
  await mkdir(join(root, 'sources'));
  await mkdir(join(root, 'reports/notice'));
  await writeFile(join(root, 'reports/notice/report.yml'), REPORT);
  await writeFile(join(root, 'sources/notice.txt'), NOTICE);
  await writeFile(join(root, 'sources/small.txt'), SMALL);
  answers = openAnswers(await loadContent(root));
});
afterAll(() => rm(root, { recursive: true }));

const cardOf = (question: string, found: Found = ask(question), offers: Entry[] = []): Card =>
  answerCard(
    question,
    found,
    offers.map((it) => offerOf(it, 'zh-CN')),
    false,
    texts,
  );
const leadOf = ({ blocks }: Card): unknown => blocks[0]?.kind === 'text' && blocks[0].text;
const buttonsOf = ({ blocks }: Card): Button[] =>
  blocks.flatMap((it) => (it.kind === 'buttons' ? it.buttons : []));
const labelsOf = (card: Card): string[] => buttonsOf(card).map((it) => it.label);

describe('a report that is served as it stands', () => {
  it('gives the passage word for word, with the lines that it stands on', () => {
    const found = ask('2025年新建爱心驿站多少个');

    expect(found).toMatchObject({
      outcome: 'grounded',
      text: '2025年新建爱心驿站12个，服务职工1.5万人次。',
      why: { by: 'verbatim', best: 'notice/lines-5-5' },
    });
    expect(found.source).toEqual({
      line: '《驿站工作通知》· 一、建设 · 市级 · 2025年 · 第5行',
      entry: 'notice/lines-5-5',
      report: 'notice',
      section: '一、建设',
    });
    expect(answeredOf('a', found)).toMatchObject({
      abstained: false,
      citations: [{ report: 'notice', section: '一、建设', entry: 'notice/lines-5-5' }],
    });
  });

  it('names the lines it stands on in English too, and leaves its words as they are', () => {
    const question = '2025年新建爱心驿站多少个';
    const found = answers.answer(question, { language: 'en' });

    expect(found.text).toBe(ask(question).text);
    expect(found.source?.line).toMatch(/\b5\b/);
    expect(found.source?.line).not.toContain('第5行');
  });

  it('is asked after the entries: what an entry says is said by it', () => {
    expect(ask('职工沟通会开了几次').entry?.id).toBe('small/meeting');
  });

  it.each(['量子纠缠是什么', '红烧肉怎么做', '年终奖什么时候发', 'Who won the world cup?', ''])(
    'is silent on what it does not speak of: %j',
    (question) => {
      const found = ask(question);

      expect(found.outcome).not.toBe('grounded');
      expect(found).not.toHaveProperty('source');
    },
  );

  it.each(['上海2025年新建爱心驿站多少个', '北京新建爱心驿站多少个', '2019年新建爱心驿站多少个'])(
    'is not given for another place or year: %s',
    (question) => {
      expect(ask(question).outcome).toBe('none');
      expect(ask(question).text).not.toContain('12');
    },
  );

  it('is given for its own place, however much of a question on another it has', () => {
    const question = '广州每个爱心驿站由所在班组轮流打扫，饮水机每周一上午检修，由班组长登记，对吗';

    expect(ask(question).source?.report).toBe('notice');
    expect(ask(question.replace('广州', '上海')).outcome).toBe('none');
    expect(ask(question.replace('广州', '2019年')).outcome).toBe('none');
  });

  it('shows a passage again by its id', () => {
    const found = ask(`${WATER}吗`);
    const id = found.entry?.id ?? '';

    expect(found.text).toContain(WATER);
    expect(NOTICE.split('\n')[Number(/lines-(\d+)/.exec(id)?.[1]) - 1]).toContain(found.text.slice(0, 6));
    expect(answers.show(id, 'zh-CN')).toMatchObject({
      outcome: 'grounded',
      text: found.text,
      source: found.source,
      why: { by: 'shown' },
    });
    expect(answers.show('notice/lines-1-99', 'zh-CN')).toBeUndefined();
  });
});

describe('the card of an answer', () => {
  it('says that these are the report’s own words, and only of those', () => {
    expect(leadOf(cardOf('2025年新建爱心驿站多少个'))).toBe(texts.ask.verbatim);
    expect(leadOf(cardOf('职工沟通会开了几次'))).toBe(texts.ask.grounded);
  });

  it.each(['2025年新建爱心驿站多少个', '职工沟通会开了几次'])(
    'has a quote with its source, and a receipt of exactly that: %s',
    (question) => {
      const { entry, text, source } = ask(question);
      if (!entry) throw new Error('not answered');
      const { blocks } = cardOf(question);

      expect(blocks.filter((it) => it.kind === 'quote')).toEqual([
        { kind: 'quote', text, source: { line: source?.line, entry: entry.id } },
      ]);
      const receipts = blocks.filter((it) => it.kind === 'text' && String(it.text).includes('凭据号'));
      expect(receipts).toEqual([{ kind: 'text', quiet: true, text: `凭据号 ${receiptOf(entry).id}` }]);
    },
  );

  it('leads to the original only where the report has one', async () => {
    const question = '职工沟通会开了几次';
    const without = openAnswers(await loadContent('test/fixtures/content'));

    const original = buttonsOf(cardOf(question)).find((it) => it.label === texts.ask.original);
    expect(original?.press).toEqual({ act: 'source.show', input: { entry: 'small/meeting' } });
    expect(labelsOf(cardOf(question, without.answer(question, {})))).toEqual([
      texts.ask.useful,
      texts.ask.notUseful,
      texts.ask.person,
    ]);
  });

  it('quotes what else was asked under a line of its own, each with its source', () => {
    const message = '职工沟通会开了几次？2025年新建爱心驿站多少个？';
    const card = cardOf(message);
    const kinds = card.blocks.map((it) => (it.kind === 'quote' ? it.source.entry : it.kind));

    expect(kinds).toEqual(['text', 'small/meeting', 'text', 'notice/lines-5-5', 'text', 'buttons']);
    expect(card.blocks[2]).toMatchObject({ text: texts.ask.alsoAsked, quiet: true });
    expect(textOf(cardOf('职工沟通会开了几次'))).not.toContain(texts.ask.alsoAsked);
  });

  it('offers topics with what they are about, and hands the question on, cut to what a button carries', () => {
    const question = `职工沟通会开了几次${'，请问'.repeat(200)}`;
    const { entry } = ask('2025年新建爱心驿站多少个');
    if (!entry) throw new Error('not answered');
    const buttons = buttonsOf(cardOf(question, ask('职工沟通会开了几次'), [entry]));

    expect(buttons[0]).toEqual({
      label: texts.ask.otherwise({ title: entry.title }),
      press: { act: 'entry.show', input: { entry: entry.id, private: false } },
    });
    const person = buttons.find((it) => it.label === texts.ask.person);
    expect(person?.press).toEqual({ act: 'desk.ask', input: { question: question.slice(0, 300) } });
  });

  it('of small talk is that alone', () => {
    expect(cardOf('你好').blocks).toEqual([{ kind: 'text', text: ask('你好').text }]);
  });
});

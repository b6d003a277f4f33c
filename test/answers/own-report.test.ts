import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answers, type Found, loadContent, openAnswers } from '../../src/answers/index.ts';

/** A report of a place that is in no list of ours, beside all that the bot ships with. */
const REPORT = `id: lanwan
serve: extracts
title: 蓝湾区工会工作报告
issuer: 蓝湾区总工会
level: 区
region: 蓝湾区
region-en: Lanwan District
year: 2026
year-note: 文中写明
period: 2026年
authority: official
authority-note: 报告原文
read: 2026-11-20
sections:
  - id: s1
    title: 一、暖心行动
`;
const TEXT = '一、暖心行动\n\n2026年区工会为骑手建成充电驿站四十二个，其中通宵开放的有七个。\n';

let root: string;
let answers: Answers;
const ask = (question: string): Found => answers.answer(question, { language: 'zh-CN' });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongyou-own-report-'));
  await cp('content', root, { recursive: true });
  await mkdir(join(root, 'sources'));
  await mkdir(join(root, 'reports/lanwan'));
  await writeFile(join(root, 'reports/lanwan/report.yml'), REPORT);
  await writeFile(join(root, 'sources/lanwan.txt'), TEXT);
  answers = openAnswers(await loadContent(root));
});
afterAll(() => rm(root, { recursive: true }));

describe('one’s own report beside those that are shipped', () => {
  it.each(['蓝湾区给骑手建了多少充电驿站', '蓝湾给骑手建了多少充电驿站', '充电驿站通宵开放的有几个'])(
    'answers %s, which no other report does',
    (question) => {
      expect(ask(question)).toMatchObject({ outcome: 'grounded', source: { report: 'lanwan' } });
    },
  );

  it.each([
    '蓝湾区困难职工还有多少户',
    '蓝湾区2019年新建了多少母婴室',
    'How many nursing rooms did Lanwan District open?',
  ])('keeps another place’s figure from being given to %s', (question) => {
    const found = ask(question);

    expect(found.outcome).toBe('none');
    expect(found.text).not.toMatch(/456|157/);
  });

  it('leaves what the others say to them', () => {
    expect(ask('2019年北京新建了多少暖心驿站').entry?.id).toBe('beijing-2020/warm-stations');
    expect(ask('大兴的充电驿站有多少个').source?.report).not.toBe('lanwan');
  });
});

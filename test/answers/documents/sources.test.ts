import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/answers/curate/check.ts';
import { hasSource, passageOf } from '../../../src/answers/documents/passage-of.ts';
import { ContentError, faultIn, loadContent, openAnswers } from '../../../src/answers/index.ts';
import type { Card } from '../../../src/view/card.ts';
import { docxOf } from '../../support/files.ts';
import { stage, textOf } from '../../support/stage.ts';

const SOURCE = `小报告

唯一一节

各车间去年都很忙，先说天气，再说食堂，都和会议没有关系。

职工沟通会全年开了12次，每个车

间至少开过一次。

会员新增1.2万人，占全体职工的百分之八十，分三批加入了工会。
`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongyou-sources-'));
  await cp('test/fixtures/content', root, { recursive: true });
  await cp('test/fixtures/curate', root, { recursive: true });
  await mkdir(join(root, 'sources'));
});
afterEach(() => rm(root, { recursive: true }));

const put = (name: string, text: string | Uint8Array): Promise<void> => writeFile(join(root, name), text);
async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8');
  expect(text).toContain(from);
  await put(path, text.replace(from, to));
}
async function entryOf(id: string) {
  const found = (await loadContent(root)).entries.find((it) => it.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}
async function faults(): Promise<string[]> {
  try {
    await loadContent(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults.map((it) => faultIn('zh-CN', it));
  }
}
const shown = (reply: { to: string; show?: Card }): Card => reply.show ?? { blocks: [] };

describe('the full text of a report', () => {
  it('shows the passage that an entry rests on, as it stands', async () => {
    await put('sources/small.txt', SOURCE);

    expect(passageOf(await entryOf('small/meeting'))).toEqual([
      {
        source: 'small.txt',
        path: ['唯一一节'],
        text: '职工沟通会全年开了12次，每个车间至少开过一次。',
        from: 7,
        to: 9,
      },
    ]);
    expect(passageOf(await entryOf('small/members')).map((it) => it.from)).toEqual([11]);
  });

  it('may be a Word file', async () => {
    const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    await put('sources/small.docx', docxOf(p('小报告') + p('唯一一节') + p('职工沟通会全年开了12次。')));

    expect(passageOf(await entryOf('small/meeting')).map((it) => it.text)).toEqual([
      '职工沟通会全年开了12次。',
    ]);
  });

  it('shows nothing where nothing is near, or where it is not there', async () => {
    expect(hasSource(await entryOf('small/meeting'))).toBe(false);
    await put('sources/small.txt', '别的事\n\n食堂今年换了新灶，大家都说好吃，下年还要再添两口锅。\n');

    expect(hasSource(await entryOf('small/meeting'))).toBe(false);
    expect(passageOf(await entryOf('small/meeting'))).toEqual([]);
  });

  it('changes nothing of what is answered', async () => {
    const before = openAnswers(await loadContent(root)).answer('新加入多少人', {});
    await put('sources/small.txt', SOURCE);
    const after = openAnswers(await loadContent(root)).answer('新加入多少人', {});

    expect(after.text).toBe(before.text);
    expect((await loadContent(root)).extracts).toEqual([]);
  });

  it('that cannot be read, or is there twice, is told with what to do', async () => {
    await put('sources/small.docx', 'no archive');
    expect(await faults()).toEqual([expect.stringMatching(/^sources\/small\.docx:1: small\.docx 已经损坏/)]);
    expect((await checkContent(root)).findings).toEqual([
      expect.objectContaining({ path: 'sources/small.docx', code: 'source-unreadable' }),
    ]);
    await rm(join(root, 'sources/small.docx'));
    await put('sources/small.txt', SOURCE);
    await put('sources/small.md', SOURCE);
    expect(await faults()).toEqual([expect.stringMatching(/^sources\/small\.txt:1: .*small\.md/)]);
  });
});

describe('opening the source of an answer', () => {
  const open = async (by: string, entry: string, direct = false) => {
    const bot = stage({ answers: openAnswers(await loadContent(root)) });
    const reply = await bot.act(
      by,
      { kind: 'press', act: 'source.show', input: { entry } },
      { channel: direct ? `dm-${by}` : 'hall', direct },
    );
    return { reply, sent: bot.chat.sent };
  };

  it('shows the very words with their lines and section, in a channel to the asker alone', async () => {
    await put('sources/small.txt', SOURCE);

    const { reply, sent } = await open('ann', 'small/meeting');

    expect(reply.to).toBe('asker');
    expect(sent).toEqual([]);
    expect(shown(reply).blocks[0]).toEqual({
      kind: 'quote',
      text: '职工沟通会全年开了12次，每个车间至少开过一次。',
      source: { line: '《小报告》· 唯一一节 · 第 7–9 行', entry: 'small/meeting' },
    });
  });

  it('shows them in the conversation with the bot, in the reader’s language', async () => {
    await put('sources/small.txt', SOURCE);

    const { sent } = await open('en-ann', 'small/members', true);

    const words = textOf(sent[0]?.card ?? { blocks: [] });
    expect(words).toContain('会员新增1.2万人，占全体职工的百分之八十，分三批加入了工会。');
    expect(words).toContain('“A small report” · 唯一一节 · line 11');
  });

  it('says that the text is not kept, that nothing in it is near, or that the entry is gone', async () => {
    expect(textOf(shown((await open('ann', 'small/meeting')).reply))).toContain('没有存《小报告》的全文');
    await put('sources/small.txt', '别的事\n\n食堂今年换了新灶，大家都说好吃，下年还要再添两口锅。\n');
    expect(textOf(shown((await open('ann', 'small/meeting')).reply))).toContain('没有找到');
    expect(textOf(shown((await open('ann', 'small/gone')).reply))).toContain('撤');
  });
});

describe('a report that is served as it stands', () => {
  const REPORT = 'reports/notice/report.yml';
  const report = (more = ''): string =>
    `id: notice\nserve: extracts\ntitle: 驿站通知\nissuer: 某分会\nlevel: 基层\nregion: 某地\nyear-note: 通知里写着\nperiod: 2026年\nauthority: official\nauthority-note: 分会的通知\nread: 2026-11-20\nsections:\n  - id: s1\n    title: 建设\n    title-en: Building\n${more}`;
  const text =
    '# 驿站通知\n\n导语一句，先讲清楚为什么要办。\n\n## 建设\n\n驿站要建到班组旁边。\n\n## 管理\n\n由班组轮流管理。\n';
  beforeEach(async () => {
    await mkdir(join(root, 'reports/notice'));
    await put(REPORT, report());
    await put('sources/notice.txt', text);
  });

  it('has extracts under its sections, no entries, and needs no words in the other language', async () => {
    const { reports, entries, extracts } = await loadContent(root);

    expect(entries.every((it) => it.report.id === 'small')).toBe(true);
    expect(reports.get('notice')?.title).toEqual({ 'zh-CN': '驿站通知', en: '驿站通知' });
    expect(extracts.map((it) => [it.section.title, it.passage.text, it.passage.from])).toEqual([
      [{ 'zh-CN': '驿站通知', en: '驿站通知' }, '导语一句，先讲清楚为什么要办。', 3],
      [{ 'zh-CN': '建设', en: 'Building' }, '驿站要建到班组旁边。', 7],
      [{ 'zh-CN': '管理', en: '管理' }, '由班组轮流管理。', 11],
    ]);
    expect(extracts.every((it) => it.report === reports.get('notice'))).toBe(true);
  });

  it('may be in English alone', async () => {
    await put(REPORT, report().replace('title: 驿站通知', 'title-en: Rest stations'));
    expect((await loadContent(root)).reports.get('notice')?.title['zh-CN']).toBe('Rest stations');
  });

  it('lacking both, its text, or its way of serving, says so by file and line', async () => {
    await put(REPORT, report().replace('issuer: 某分会\n', ''));
    expect(await faults()).toEqual([expect.stringContaining(`${REPORT}:1: 缺少 issuer`)]);
    await put(REPORT, report().replace('serve: extracts', 'serve: all'));
    expect(await faults()).toEqual([expect.stringContaining(`${REPORT}:2: serve`)]);
    await put(REPORT, report());
    await rm(join(root, 'sources/notice.txt'));
    expect(await faults()).toEqual([
      expect.stringContaining(`${REPORT}:2: 报告 notice 写着 serve: extracts，却没有全文`),
    ]);
  });

  it('with entries beside it is refused, for they would not be answered from', async () => {
    await cp(join(root, 'reports/small/01-only.yml'), join(root, 'reports/notice/01.yml'));
    await change('reports/notice/01.yml', 'section: only', 'section: s1');
    expect(await faults()).toEqual([expect.stringContaining('reports/notice/01.yml:2: report.yml 里写着')]);
  });

  it('waiting for a curator is not served at all', async () => {
    await put(REPORT, report().replace('serve: extracts', 'serve: nothing'));
    const { reports, extracts } = await loadContent(root);
    expect([...reports.keys()]).toEqual(['small']);
    expect(extracts).toEqual([]);
  });
});

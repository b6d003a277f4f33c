import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentCommand } from '../../../src/answers/curate/command.ts';
import { loadContent } from '../../../src/answers/index.ts';
import type { Language } from '../../../src/calendar/moment.ts';
import { docxOf } from '../../support/files.ts';

const NOTICE =
  '驿站工作通知\n\n一、建设\n\n2025年新建驿站12个，服务职工1.5万人次。\n\n每个驿站都要有饮水机，由班组长管理，2026年全部配齐。\n\n二、管理\n\n由班组轮流管理。\n';
const FACTS = [
  '--issuer',
  '某市总工会',
  '--level',
  '市',
  '--region',
  '某市',
  '--year',
  '2026',
  '--authority',
  'official',
];

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyou-import-'));
  await cp('test/fixtures/content', join(folder, 'content'), { recursive: true });
  file = join(folder, 'notice.txt');
  await writeFile(file, NOTICE);
});
afterEach(() => rm(folder, { recursive: true }));

const root = (): string => join(folder, 'content');
const text = (path: string): Promise<string> => readFile(join(root(), path), 'utf8');

async function run(
  typed: string[],
  { language = 'zh-CN', answers }: { language?: Language; answers?: string[] } = {},
) {
  const output = new PassThrough();
  const complaints = new PassThrough();
  const input = Object.assign(new PassThrough(), answers ? { isTTY: true } : {});
  input.end(answers?.map((it) => `${it}\n`).join('') ?? '');
  const desk = { folder: root(), language, output, complaints, input };
  const code = await contentCommand(typed, desk);
  return { code, said: String(output.read() ?? ''), complained: String(complaints.read() ?? '') };
}
const bring = (...more: string[]) => run(['import', file, ...FACTS, ...more]);

/** Every file under the content folder with what is in it. */
async function everything(): Promise<{ [path: string]: string }> {
  const found: { [path: string]: string } = {};
  for (const it of await readdir(root(), { recursive: true, withFileTypes: true })) {
    if (it.isFile())
      found[join(it.parentPath, it.name)] = await readFile(join(it.parentPath, it.name), 'utf8');
  }
  return found;
}

describe('gongyou content import', () => {
  it('serves a document as it stands, at once', async () => {
    const { code, said } = await bring();

    expect(code).toBe(0);
    expect(said).toContain('已导入《驿站工作通知》：2个章节，3段，按原文回答。');
    expect(said).toContain('还缺 title-en、issuer-en、region-en');
    expect(await text('sources/notice.txt')).toBe(NOTICE);
    const { reports, extracts } = await loadContent(root());
    expect(reports.get('notice')).toMatchObject({
      title: { 'zh-CN': '驿站工作通知' },
      issuer: { 'zh-CN': '某市总工会' },
      level: '市',
      year: 2026,
      authority: 'official',
    });
    expect(extracts.map((it) => [it.section.id, it.section.title['zh-CN'], it.passage.from])).toEqual([
      ['s1', '一、建设', 5],
      ['s1', '一、建设', 7],
      ['s2', '二、管理', 11],
    ]);
  });

  it('is followed by a check that only asks for the other language', async () => {
    await bring();
    const { code, said } = await run(['check']);
    expect(code).toBe(0);
    expect(said.match(/只有一种语言/g)).toHaveLength(3);
    expect(said).toMatch(/^reports\/notice\/report\.yml:4: 留意：title 只有一种语言/m);

    await bring(
      '--title-en',
      'Rest stations',
      '--issuer-en',
      'Some federation',
      '--region-en',
      'Somewhere',
      '--replace',
    );
    expect((await run(['check'])).said).not.toContain('留意');
  });

  it('takes Word files, web pages and Markdown, each so that it reads the same again', async () => {
    const p = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    await writeFile(
      join(folder, 'word.docx'),
      docxOf(p('驿站通知') + p('一、建设') + p('驿站要建到班组旁边。')),
    );
    await writeFile(join(folder, 'page.html'), '<h1>驿站通知</h1><h2>建设</h2><p>驿站要建到班组旁边。</p>');
    await writeFile(
      join(folder, 'mark.md'),
      '# 驿站通知\n\n## 建设\n\n驿站要建到[班组](https://example.org)旁边。\n',
    );
    for (const name of ['word.docx', 'page.html', 'mark.md']) {
      expect((await run(['import', join(folder, name), ...FACTS])).complained).toBe('');
    }

    const { extracts } = await loadContent(root());
    expect(
      extracts.map((it) => [it.report.id, it.section.id, it.section.title['zh-CN'], it.passage.text]),
    ).toEqual([
      ['mark', 's1', '建设', '驿站要建到班组旁边。'],
      ['page', 's1', '建设', '驿站要建到班组旁边。'],
      ['word', 's1', '一、建设', '驿站要建到班组旁边。'],
    ]);
  });

  it('takes an English document with English facts', async () => {
    await writeFile(file, '# Rest stations\n\n## Building\n\nStations are built next to every team.\n');
    const facts = [
      '--issuer-en',
      'Some union',
      '--level',
      'city',
      '--region-en',
      'Somewhere',
      '--year',
      'unknown',
      '--authority',
      'press',
    ];

    const { code, said } = await run(['import', file, ...facts], { language: 'en' });

    expect(code).toBe(0);
    expect(said).toContain('Still missing: title, issuer, region.');
    const report = (await loadContent(root())).reports.get('notice');
    expect(report).toMatchObject({
      title: { en: 'Rest stations', 'zh-CN': 'Rest stations' },
      year: undefined,
      level: '市',
    });
  });

  it('without a terminal lists all that is missing or wrong at once, and changes nothing', async () => {
    const before = await everything();

    const { code, complained } = await run(['import', file, '--level', '省', '--year', '26']);

    expect(code).toBe(2);
    expect(complained).toMatch(/^哪一级不能是“省”。请写：全国、市、区、基层中的一个。\n哪一年的不能是“26”/);
    expect([...complained.matchAll(/^ {2}--([\w-]+)/gm)].map((it) => it[1])).toEqual([
      'issuer',
      'region',
      'authority',
    ]);
    expect(await everything()).toEqual(before);
    expect((await run(['import', file], { language: 'en' })).complained).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('in a terminal asks for them one by one, again where the answer will not do', async () => {
    const answers = ['某市总工会', '省', '市', '某市', '不知道', '媒体', 'Rest stations', '', 'Somewhere'];

    const { code, said } = await run(['import', file], { answers });

    expect(code).toBe(0);
    expect(said.match(/哪一级（/g)).toHaveLength(2);
    expect(said).toContain('哪一级不能是“省”');
    expect(said).toContain('还缺 issuer-en：');
    const report = (await loadContent(root())).reports.get('notice');
    expect(report).toMatchObject({
      title: { en: 'Rest stations' },
      issuer: { en: '某市总工会' },
      authority: 'press',
      year: undefined,
    });
  });

  it('changes nothing when the person goes away half-way', async () => {
    const before = await everything();
    expect(await run(['import', file], { answers: ['某市总工会', '市'] })).toMatchObject({
      code: 2,
      complained: '没有答完，什么也没有改。\n',
    });
    expect(await everything()).toEqual(before);
  });

  it('of the same file again says so and changes nothing, with the facts or without', async () => {
    await bring();
    const before = await everything();

    for (const again of [await bring(), await run(['import', file])]) {
      expect(again).toMatchObject({
        code: 0,
        said: '《驿站工作通知》已经导入过，内容一样，什么也没有改。\n',
      });
    }
    expect(await everything()).toEqual(before);
  });

  it('replaces only when told to, and keeps what was there', async () => {
    await bring();
    const before = await everything();
    await writeFile(file, NOTICE.replace('12个', '13个'));

    const refused = await bring();
    expect(refused).toMatchObject({ code: 2, complained: expect.stringContaining('--replace') });
    expect(await everything()).toEqual(before);

    expect(await bring('--replace')).toMatchObject({ code: 0, said: expect.stringContaining('.old-1') });
    expect(await text('sources/notice.txt')).toContain('13个');
    expect(await text('sources/notice.txt.old-1')).toBe(NOTICE);
    expect((await loadContent(root())).extracts[0]?.passage.text).toContain('13个');
    expect((await run(['check'])).code).toBe(0);
  });

  it('does not take over a full text that stands there alone', async () => {
    await mkdir(join(root(), 'sources'));
    await writeFile(join(root(), 'sources/notice.txt'), '别人放的。\n');
    expect(await bring()).toMatchObject({
      code: 2,
      complained: expect.stringContaining('sources/notice.txt'),
    });
    expect(await bring('--replace')).toMatchObject({ code: 0 });
    expect(await text('sources/notice.txt.old-1')).toBe('别人放的。\n');
  });

  it('says that the full text is there in another kind of file', async () => {
    await mkdir(join(root(), 'sources'));
    await writeFile(join(root(), 'sources/notice.md'), '别人放的。\n');
    expect(await bring('--replace')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('sources/notice.md'),
    });
  });

  it('keeps a report that was changed by hand beside the one that replaces it', async () => {
    await bring();
    const path = 'reports/notice/report.yml';
    await writeFile(
      join(root(), path),
      (await text(path)).replace('title: 一、建设', 'title: 一、建设\n    title-en: Building'),
    );

    await bring('--year', '2025', '--replace');

    expect(await text(`${path}.old-1`)).toContain('title-en: Building');
    expect((await loadContent(root())).reports.get('notice')?.year).toBe(2025);
  });

  it('never touches a report that a curator wrote', async () => {
    const before = await everything();
    expect(await bring('--id', 'small', '--replace')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('人工整理'),
    });
    expect(await bring('--id', 'small', '--draft', '--replace')).toMatchObject({ code: 2 });
    expect(await everything()).toEqual(before);
  });

  it('writes all or nothing where it cannot write', async () => {
    await writeFile(join(root(), 'sources'), 'not a folder');
    const before = await everything();

    expect(await bring()).toMatchObject({ code: 2, complained: expect.stringContaining('没有写成') });

    expect(await everything()).toEqual(before);
    await expect(loadContent(root())).resolves.toBeDefined();
    await rm(join(root(), 'sources'));
    await writeFile(join(root(), 'reports/notice'), 'not a folder');
    expect(await bring()).toMatchObject({ code: 2, complained: expect.stringContaining('没有写成') });
    expect(Object.keys(await everything()).filter((it) => it.includes('.part'))).toEqual([]);
  });

  it('goes on over what was left of a run that was killed, which nothing reads', async () => {
    await mkdir(join(root(), 'reports/.notice.part'));
    await mkdir(join(root(), 'sources'));
    await writeFile(join(root(), 'reports/.notice.part/report.yml'), 'id: not');
    await writeFile(join(root(), 'sources/.notice.txt.part'), '驿');
    expect((await loadContent(root())).extracts).toEqual([]);

    expect((await bring()).code).toBe(0);

    expect((await loadContent(root())).extracts).toHaveLength(3);
    expect(Object.keys(await everything()).filter((it) => it.includes('.part'))).toEqual([]);
  });

  it.each([[[]], [['a', 'b']], [['a', '--nothing']]])(
    'typed wrongly says how it is used: %j',
    async (typed) => {
      expect(await run(['import', ...typed])).toMatchObject({
        code: 2,
        complained: expect.stringContaining('用法：'),
      });
    },
  );

  it('of what cannot be read says what to do', async () => {
    expect(await run(['import', join(folder, 'none.txt')])).toMatchObject({
      code: 2,
      complained: expect.stringContaining('没有找到文件'),
    });
  });
});

describe('gongyou content import --draft', () => {
  it('writes an entry for each passage, and one for each sentence with a figure where there are several', async () => {
    await writeFile(file, NOTICE.replace('12个，服务', '12个。服务'));
    const { code, said } = await bring('--draft');

    expect(code).toBe(0);
    expect(said).toContain('草稿不会用来回答');
    const { entries } = parse(await text('drafts/notice/01.yml')) as {
      entries: { [name: string]: unknown }[];
    };
    expect(entries.map((it) => [it.id, it.section, it.answer])).toEqual([
      ['p1', 's1', '2025年新建驿站12个。服务职工1.5万人次。'],
      ['p1-1', 's1', '2025年新建驿站12个。'],
      ['p1-2', 's1', '服务职工1.5万人次。'],
      ['p2', 's1', '每个驿站都要有饮水机，由班组长管理，2026年全部配齐。'],
    ]);
    expect(entries[2]?.figures).toEqual([
      { what: '', 'what-en': '', value: 1.5, unit: '万人次', 'unit-en': '', year: '2025', region: '某市' },
    ]);
    expect(entries[3]?.figures).toBeUndefined();
    expect(await readdir(join(root(), 'drafts/notice'))).toEqual(['01.yml', '02.yml']);
  });

  it('is never served, and a check lists what is still to be done by line', async () => {
    await bring('--draft');

    const { reports, entries, extracts } = await loadContent(root());
    expect([...reports.keys()]).toEqual(['small']);
    expect([entries.length, extracts.length]).toEqual([1, 0]);
    const { code, said } = await run(['check']);
    expect(code).toBe(0);
    const lines = (await text('drafts/notice/02.yml')).split('\n');
    const asked = lines.findIndex((it) => it.includes('ask: []')) + 1;
    expect(said).toContain(`drafts/notice/02.yml:${asked}: 留意：草稿还没做完：写大家会怎么问`);
  });

  it('leaves what is served as it stands alone', async () => {
    await bring();
    const report = await text('reports/notice/report.yml');

    expect((await bring('--draft')).code).toBe(0);

    expect(await text('reports/notice/report.yml')).toBe(report);
    expect((await loadContent(root())).extracts).toHaveLength(3);
  });

  it('that a curator works on is replaced only when told to, and kept', async () => {
    await bring('--draft');
    expect(await bring('--draft')).toMatchObject({ code: 0, said: expect.stringContaining('已经导入过') });
    const mine = (await text('drafts/notice/01.yml')).replace('ask: []', 'ask: [驿站有几个]');
    await writeFile(join(root(), 'drafts/notice/01.yml'), mine);

    expect(await bring('--draft')).toMatchObject({ code: 2 });
    expect(await text('drafts/notice/01.yml')).toBe(mine);
    expect(await bring('--draft', '--replace')).toMatchObject({ code: 0 });
    expect(await text('drafts/notice.old-1/01.yml')).toBe(mine);
    expect((await run(['check'])).said).not.toContain('old-1');
  });
});

describe('gongyou content check', () => {
  it('names a full text without a report, a section that the text lacks, and a draft that is no YAML', async () => {
    await bring();
    await bring('--draft');
    await writeFile(join(root(), 'sources/other.txt'), NOTICE);
    await writeFile(join(root(), 'drafts/notice/03.yml'), 'entries: [\n');
    const path = 'reports/notice/report.yml';
    await writeFile(join(root(), path), (await text(path)).replace('title: 二、管理', 'title: 二、管护'));

    const { code, said } = await run(['check']);

    expect(code).toBe(1);
    expect(said).toContain('sources/other.txt:1: 没有编号是 other 的报告');
    expect(said).toMatch(
      /^reports\/notice\/report\.yml:\d+: 留意：章节“二、管护”在全文 sources\/notice\.txt 里找不到/m,
    );
    expect(said).toMatch(/^drafts\/notice\/03\.yml:\d+: YAML 写法有误/m);
  });
});

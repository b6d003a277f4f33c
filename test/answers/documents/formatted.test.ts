import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentError, documentFaultIn, readDocument } from '../../../src/answers/documents/index.ts';
import { docxOf, pdfOf, zipOf } from '../../support/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyou-formatted-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, bytes: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readDocument(path);
}
const shown = async (name: string, bytes: string | Uint8Array): Promise<string[]> =>
  (await read(name, bytes)).passages.map(({ path, text }) => `${path.join(' › ')}: ${text}`);

describe('a web page', () => {
  it('is its headings, paragraphs, lists and tables, without its menus', async () => {
    const page = `<!doctype html><html><head><meta charset="utf-8"><title>驿站通知_某市工会</title><style>p{}</style></head><body>
      <nav><a href="/">首页</a></nav><h2>一、建设</h2><p>驿站要建到班组
      旁边，<b>全部</b>免费。<br>经费由分会出。</p><ul><li>饮水机<li>微波炉</ul><ol><li>打扫</li><li>检查</li></ol>
      <h3>经费</h3><table><tr><th>项目<th>金额</tr><tr><td><p>饮水</p></td><td>300元</td></tr></table>
      <div hidden>看不见</div><script>var x = '<p>没有</p>';</script><footer>版权</footer></body></html>`;
    expect(await shown('page.html', page)).toEqual([
      '一、建设: 驿站要建到班组旁边，全部免费。\n经费由分会出。',
      '一、建设: - 饮水机\n- 微波炉\n1. 打扫\n2. 检查',
      '一、建设 › 经费: 项目 | 金额\n饮水 | 300元',
    ]);
    expect((await read('page.html', page)).title).toBe('驿站通知');
  });

  it('laid out by a table is read like any other', async () => {
    const long = '驿站由班组轮流管理，每个星期检查一次卫生。'.repeat(12);
    expect(
      await shown(
        'old.htm',
        `<table><tr><td><h1>驿站通知</h1><p>${long}</p><p>月底公布结果，大家监督。</p></td></tr></table>`,
      ),
    ).toEqual([`驿站通知: ${long}`, '驿站通知: 月底公布结果，大家监督。']);
  });

  it('is read in the encoding that it names', async () => {
    const big5 = Buffer.concat([
      Buffer.from('<meta charset="big5"><p>'),
      // 職工 in Big5
      Buffer.from([0xc2, 0xbe, 0xa4, 0x75]),
      Buffer.from('</p>'),
    ]);
    expect(await shown('page.html', big5)).toEqual([': 職工']);
  });
});

const p = (text: string, inside = ''): string =>
  `<w:p><w:pPr>${inside}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styled = (style: string): string => `<w:pStyle w:val="${style}"/>`;
const listed = (list: number, depth = 0): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

describe('a Word file', () => {
  const styles =
    '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="x"><w:name w:val="车间标题"/><w:basedOn w:val="1"/></w:style><w:style w:styleId="2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="10"><w:name w:val="toc 1"/></w:style>';
  const level = (depth: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1条')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;

  it('is its headings by their styles, its paragraphs, lists and tables', async () => {
    const body = [
      p('建设', styled('10')),
      p('驿站工作办法', styled('a3')),
      p('建设', styled('x')),
      '<w:p><w:r><w:t>驿站要建到</w:t></w:r><w:del><w:r><w:delText>车间</w:delText></w:r></w:del><w:ins><w:r><w:t>班组</w:t></w:r></w:ins><w:r><w:t>旁边，</w:t><w:br/><w:t>全部免费。</w:t></w:r></w:p>',
      p('经费', styled('2')),
      p('饮水机', listed(2)),
      p('微波炉', listed(2)),
      `<w:tbl><w:tr><w:tc>${p('项目')}</w:tc><w:tc>${p('金额')}</w:tc></w:tr><w:tr><w:tc>${p('饮水')}</w:tc><w:tc>${p('300元')}</w:tc></w:tr></w:tbl>`,
      p('管理', styled('x')),
      p('由班组轮流管理，每周检查。'),
    ].join('');
    expect(await shown('rules.docx', docxOf(body, { styles, numbering }))).toEqual([
      '建设: 驿站要建到班组旁边，全部免费。',
      '建设 › 经费: - 饮水机\n- 微波炉',
      '建设 › 经费: 项目 | 金额\n饮水 | 300元',
      '管理: 由班组轮流管理，每周检查。',
    ]);
    expect((await read('rules.docx', docxOf(body, { styles, numbering }))).title).toBe('驿站工作办法');
  });

  it('has the numbers that Word counts and does not write down', async () => {
    const body = [
      p('驿站办法'),
      p('为了管好驿站，制定本办法。', listed(1)),
      p('驿站对全体职工开放。', listed(1)),
      Array.from({ length: 9 }, () => p('驿站每天检查一次卫生。', listed(1))).join(''),
    ].join('');
    const passages = await shown('rules.docx', docxOf(body, { styles, numbering }));
    expect(passages[0]).toBe('第一条: 第一条 为了管好驿站，制定本办法。');
    expect(passages[1]).toBe('第二条: 第二条 驿站对全体职工开放。');
    expect(passages.at(-1)).toBe('第十一条: 第十一条 驿站每天检查一次卫生。');
  });

  it('without styles has headings by their numbering and their looks', async () => {
    const body = [
      p('驿站通知'),
      p('一、建设'),
      p('驿站要建到班组旁边。'),
      p('二、管理'),
      p('由班组轮流管理。'),
    ].join('');
    expect(await shown('rules.docx', docxOf(body))).toEqual([
      '一、建设: 驿站要建到班组旁边。',
      '二、管理: 由班组轮流管理。',
    ]);
  });
});

describe('a PDF file', () => {
  const lines = ['各车间分会在今年内要把职工驿站建到每个班', '组旁边，配好饮水机、微波炉和常用药品。'];
  const page = (nth: number) => [
    { text: '某市工会 2026年第3号', y: 800, size: 9 },
    { text: `${nth}、建设`, y: 720, size: 16 },
    ...lines.map((text, at) => ({ text, x: at === 0 ? 114 : 90, y: 690 - at * 20 })),
    { text: `由第${nth}班组长管理，${'每天检查。'.repeat(nth)}`, x: 114, y: 650 },
    { text: `- ${nth} -`, y: 40, size: 9 },
  ];

  it('is its paragraphs and headings, without running titles and page numbers', async () => {
    expect(await shown('notice.pdf', pdfOf([page(1), page(2), page(3)]))).toEqual(
      ['1', '2', '3'].flatMap((nth) => [
        `${nth}、建设: ${lines.join('')}`,
        `${nth}、建设: 由第${nth}班组长管理，${'每天检查。'.repeat(Number(nth))}`,
      ]),
    );
  });

  it('has characters where its font names radicals that look the same', async () => {
    expect(await shown('notice.pdf', pdfOf([[{ text: '⼯会驿站的⻔每天开。', y: 700 }]]))).toEqual([
      ': 工会驿站的门每天开。',
    ]);
  });

  it('goes on over the end of a page', async () => {
    const pages = pdfOf([
      [{ text: '驿站每天早上八点开门，晚上九点关门，中', y: 60 }],
      [{ text: '午不休息。', y: 780 }],
    ]);
    expect(await shown('notice.pdf', pages)).toEqual([': 驿站每天早上八点开门，晚上九点关门，中午不休息。']);
  });
});

describe('what cannot be read', () => {
  const bomb = (): Uint8Array =>
    zipOf([{ name: 'word/document.xml', text: `<w:document>${' '.repeat(65 * 1024 * 1024)}</w:document>` }]);
  const whole = docxOf(p('驿站'));
  const pdf = pdfOf([[{ text: '驿站', y: 700 }]]);
  const password =
    '/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a>/U<28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a>>>/ID[<00><00>]';

  it.each([
    ['nothing at all', 'a.txt', '', 'empty'],
    ['blank lines', 'a.txt', ' \n\n\u3000\n', 'empty'],
    ['an empty page', 'a.html', '<p></p>', 'empty'],
    ['an empty Word file', 'a.docx', docxOf(''), 'empty'],
    [
      'a picture that is called a text',
      'a.txt',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3]),
      'binary',
    ],
    [
      'noise',
      'a.txt',
      Uint8Array.from({ length: 4000 }, (_, nth) => (nth * 7919 + (nth >> 3) * 104729) % 256),
      'binary',
    ],
    ['a kind that is not known', 'a.xlsx', 'x', 'unknown-kind'],
    ['a file without an ending', 'report', '职工', 'unknown-kind'],
    ['a PDF that is called a Word file', 'a.docx', pdf, 'wrong-kind'],
    ['a Word file that is called a text', 'a.txt', whole, 'wrong-kind'],
    ['a text that is called a Word file', 'a.docx', '职工驿站', 'broken'],
    ['an old Word file', 'a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'old-office'],
    ['a Word file cut off', 'a.docx', whole.subarray(0, whole.length - 40), 'broken'],
    ['an archive without a document', 'a.docx', zipOf([{ name: 'a', text: 'b' }]), 'broken'],
    [
      'an archive under a password',
      'a.docx',
      zipOf([{ name: 'word/document.xml', text: 'x', flags: 1 }]),
      'encrypted',
    ],
    ['an archive that unpacks to far too much', 'a.docx', bomb(), 'too-large-inside'],
    ['a PDF of pictures alone', 'a.pdf', pdfOf([[]]), 'scanned'],
    ['a PDF under a password', 'a.pdf', pdfOf([[{ text: '驿站', y: 700 }]], password), 'encrypted'],
    ['a PDF that is noise behind its first line', 'a.pdf', '%PDF-1.4\nnonsense', 'broken'],
  ])('%s is refused with what to do', async (_, name, bytes, code) => {
    const error: unknown = await read(name, bytes).catch((it: unknown) => it);
    if (!(error instanceof DocumentError)) throw error;
    expect(error.fault.code).toBe(code);
    expect(documentFaultIn('zh-CN', error.fault)).toMatch(
      new RegExp(`^${name.replace('.', '\\.')}|${name}.*。请`),
    );
    expect(documentFaultIn('en', error.fault)).toContain(name);
  });

  it('and so are a folder, what is not there, and what is too large', async () => {
    const code = (path: string): Promise<unknown> =>
      readDocument(path).then(
        () => 'read',
        (it: unknown) => (it instanceof DocumentError ? it.fault.code : it),
      );
    await mkdir(join(folder, 'sub.txt'));
    await writeFile(join(folder, 'large.txt'), 'x');
    await truncate(join(folder, 'large.txt'), 51 * 1024 * 1024);

    expect(await code(join(folder, 'sub.txt'))).toBe('no-file');
    expect(await code(join(folder, 'gone.txt'))).toBe('not-there');
    expect(await code(join(folder, 'large.txt'))).toBe('too-large');
  });
});

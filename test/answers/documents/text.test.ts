import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/answers/documents/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyou-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string | Uint8Array, name = 'notice.txt') {
  const path = join(folder, name);
  await writeFile(path, text);
  return readDocument(path);
}
/** Each passage in a line: where, under what, what. */
const shown = async (text: string, name?: string): Promise<string[]> =>
  (await read(text, name)).passages.map(
    ({ from, to, path, text: said }) => `${from}-${to} ${path.join(' › ')}: ${said}`,
  );

const NOTICE = `

职工驿站工作通知

各车间分会要把驿站建到班组旁边，让职工有地方歇脚。

抓好驿站建设，让职工随时有水喝

落实经费来源

驿站经费由分会先行垫付，年底统一结算。垫付要有票据，

票据由纪念

馆旁的财务室收。

公布开放时间

每天早上八点开门，晚上九点关门。
`;

describe('plain text', () => {
  it('is cut at headings that only stand alone, with the lines it stands on', async () => {
    expect(await shown(NOTICE)).toEqual([
      '5-5 职工驿站工作通知: 各车间分会要把驿站建到班组旁边，让职工有地方歇脚。',
      '11-15 抓好驿站建设，让职工随时有水喝 › 落实经费来源: 驿站经费由分会先行垫付，年底统一结算。垫付要有票据，票据由纪念馆旁的财务室收。',
      '19-19 抓好驿站建设，让职工随时有水喝 › 公布开放时间: 每天早上八点开门，晚上九点关门。',
    ]);
    const { title, lines } = await read(NOTICE);
    expect(title).toBe('职工驿站工作通知');
    expect(lines).toEqual(NOTICE.slice(0, -1).split('\n'));
  });

  it.each([
    ['a word', '班组推行工资集', '体协商，每年谈一次。', '班组推行工资集体协商，每年谈一次。'],
    ['a word of a short line', '协调三方委', '员会每季度开会。', '协调三方委员会每季度开会。'],
    [
      'a particle',
      '分会要制定驿站建设',
      '的指导意见，年底前印发。',
      '分会要制定驿站建设的指导意见，年底前印发。',
    ],
    ['a quote', '围绕大局“公', '转”，服务一线。', '围绕大局“公转”，服务一线。'],
    [
      'English',
      'Branches keep the rooms open for all',
      'members on every working day.',
      'Branches keep the rooms open for all members on every working day.',
    ],
    [
      'a hyphen',
      'Each branch is a commit-',
      'tee of its own workers.',
      'Each branch is a committee of its own workers.',
    ],
  ])('is made whole where it was broken inside %s, blank line or not', async (_, before, after, whole) => {
    expect(await shown(`${before}\n${after}\n`)).toEqual([`1-2 : ${whole}`]);
    expect(await shown(`${before}\n\n${after}\n`)).toEqual([`1-3 : ${whole}`]);
  });

  it('is not joined across the end of a heading', async () => {
    expect(
      await shown('驿站通知\n\n加强驿站管理\n\n各级分会每月检查一次。\n\n公开账目\n\n账目每季度贴出来。\n'),
    ).toEqual(['5-5 加强驿站管理: 各级分会每月检查一次。', '9-9 公开账目: 账目每季度贴出来。']);
  });

  it('that was broken at a fixed width becomes paragraphs again', async () => {
    const text = [
      '各车间分会在今年内要把职工驿站建到每个班组。',
      '驿站旁边并且配好饮水机微波炉和常用药品供大家',
      '使用。驿站由班组长管理并且每个星期打扫一次',
      '。',
      '第二批驿站明年再建设在厂区北门和南门的旁边',
      '由后勤科负责。',
    ].join('\n');
    const [first, second, more] = (await read(text)).passages;
    expect(first?.text).toBe(
      '各车间分会在今年内要把职工驿站建到每个班组。驿站旁边并且配好饮水机微波炉和常用药品供大家使用。驿站由班组长管理并且每个星期打扫一次。',
    );
    expect(first).toMatchObject({ from: 1, to: 4 });
    expect(second).toMatchObject({
      from: 5,
      to: 6,
      text: '第二批驿站明年再建设在厂区北门和南门的旁边由后勤科负责。',
    });
    expect(more).toBeUndefined();
  });

  it('keeps the items of a list apart, with marks and without', async () => {
    expect(
      await shown('本年数字\n\n- 新建驿站12个\n- 服务职工3万人次\n\n下年打算\n\n再建驿站5个\n培训管理员\n'),
    ).toEqual(['3-4 本年数字: - 新建驿站12个\n- 服务职工3万人次', '8-9 下年打算: 再建驿站5个\n培训管理员']);
  });

  it('follows Chinese numbering, at the end of a line, before it, and inside it', async () => {
    expect(
      await shown(
        '先讲总的要求。 一、扩大覆盖 (一)先建组织。车间都要有小组。小组要有牌子。\n\n(二)再活起来。每月一次活动，由组员轮流办。\n\n二、强化服务\n（一）办实事\n夏天送清凉。\n',
      ),
    ).toEqual([
      '1-1 : 先讲总的要求。',
      '1-1 一、扩大覆盖 › (一)先建组织: (一)先建组织。车间都要有小组。小组要有牌子。',
      '3-3 一、扩大覆盖 › (二)再活起来: (二)再活起来。每月一次活动，由组员轮流办。',
      '7-7 二、强化服务 › （一）办实事: 夏天送清凉。',
    ]);
  });

  it('follows chapters and articles', async () => {
    expect(
      await shown(
        '驿站管理办法\n\n第一章 总则\n\n第一条 为了管好驿站，制定本办法。\n第二条 【范围】驿站对全体职工开放。\n\n第二章 附则\n\n第三条 本办法自印发之日起施行。\n',
      ),
    ).toEqual([
      '5-5 第一章 总则 › 第一条: 第一条 为了管好驿站，制定本办法。',
      '6-6 第一章 总则 › 第二条 【范围】: 第二条 【范围】驿站对全体职工开放。',
      '10-10 第二章 附则 › 第三条: 第三条 本办法自印发之日起施行。',
    ]);
  });

  it('takes lines of one numbering in a row for a list', async () => {
    expect(await shown('要做三件事：\n一、建驿站\n二、管驿站\n三、查驿站\n')).toEqual([
      '1-4 : 要做三件事：\n一、建驿站\n二、管驿站\n三、查驿站',
    ]);
  });

  it('takes bracketed keywords for headings under the one before them', async () => {
    expect(
      await shown(
        '驿站五年规划\n\n明年任务\n\n明年要抓好两件事，都要见效。\n\n【关键词一】\n\n建驿站\n\n在厂区各门口建。\n\n【关键词二】\n\n管驿站\n\n由班组轮流管。\n',
      ),
    ).toEqual([
      '5-5 明年任务: 明年要抓好两件事，都要见效。',
      '11-11 明年任务 › 【关键词一】 › 建驿站: 在厂区各门口建。',
      '17-17 明年任务 › 【关键词二】 › 管驿站: 由班组轮流管。',
    ]);
  });

  it('takes neither a byline nor a last line for a heading, and loses neither', async () => {
    expect(await shown('驿站见闻\n\n□本报记者 张三\n\n驿站里总有热水，大家都爱来。\n\n网站地图\n')).toEqual([
      '3-3 驿站见闻: □本报记者 张三',
      '5-5 驿站见闻: 驿站里总有热水，大家都爱来。',
      '7-7 驿站见闻: 网站地图',
    ]);
  });

  it('finds the title that a page from the web has under the name of its site', async () => {
    const { title, passages } = await read(
      '文秘网\n\n首页 > 讲话\n\n驿站要做到“三个有”\n\n2020-08-10 20:28:52\n\n驿站要做到“三个有” 有水、有电、有药，三样都不能少。\n',
    );
    expect(title).toBe('驿站要做到“三个有”');
    expect(passages.every((it) => it.path.join() === title)).toBe(true);
  });

  it('of one paragraph is one passage, however short', async () => {
    expect(await shown('驿站每天八点开门')).toEqual(['1-1 : 驿站每天八点开门']);
    expect((await read('驿站每天八点开门')).title).toBe('notice');
  });

  it('is split at the ends of sentences where a paragraph is very long, and nothing is lost', async () => {
    const long = Array.from(
      { length: 90 },
      (_, nth) => `第${nth}个驿站由班组轮流管理，每个星期检查一次卫生。`,
    ).join('');
    const { passages } = await read(`${long}\n`);
    expect(passages.map((it) => it.text).join('')).toBe(long);
    expect(passages.length).toBe(3);
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(1000);
      expect(text).toMatch(/。$/);
    }
  });

  it('without any mark is split all the same, and never inside a character', async () => {
    const { passages } = await read('𠮷'.repeat(1501));
    expect(passages.map((it) => it.text).join('')).toBe('𠮷'.repeat(1501));
    expect(passages.every((it) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(it.text))).toBe(true);
  });
});

describe('Markdown', () => {
  it('is cut at its headings and read without its marks', async () => {
    const text =
      '导语在标题前面，先说一句。\n\n# 驿站工作\n\n## 一、建设\n\n**一是建。**用好[场地](https://example.org)和`水电`，_不_浪费。\n\n### 经费\n\n| 项目 | 金额 |\n|---|---|\n| 饮水 | 300元 |\n\n管理\n----\n\n* 打扫\n* 检查\n';
    expect(await shown(text, 'notice.md')).toEqual([
      '1-1 驿站工作: 导语在标题前面，先说一句。',
      '7-7 一、建设: 一是建。用好场地和水电，_不_浪费。',
      '11-13 一、建设 › 经费: 项目 | 金额\n饮水 | 300元',
      '18-19 管理: * 打扫\n* 检查',
    ]);
    expect((await read(text, 'notice.md')).title).toBe('驿站工作');
  });

  it('marks in plain text are followed, and short lines are then no headings', async () => {
    expect(await shown('# 驿站\n\n## 建设\n\n本报通讯\n\n**先建**后管，不能倒过来。\n')).toEqual([
      '5-5 建设: 本报通讯',
      '7-7 建设: 先建后管，不能倒过来。',
    ]);
  });
});

describe('encodings', () => {
  const words = '职工驿站每天开门，欢迎大家来歇脚。';
  // 职工驿站 in GB 18030
  const gb = Uint8Array.of(0xd6, 0xb0, 0xb9, 0xa4, 0xe6, 0xe4, 0xd5, 0xbe);
  const wide = (isBig: boolean, hasMark: boolean): Uint8Array => {
    const bytes = Buffer.from(`${hasMark ? '\ufeff' : ''}${words}\n`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', Buffer.from(words), words],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`), words],
    ['UTF-16, little end first', wide(false, true), words],
    ['UTF-16, big end first', wide(true, true), words],
    ['UTF-16 without its mark', wide(false, false), words],
    ['GB 18030', gb, '职工驿站'],
  ])('%s is read', async (_, bytes, said) => {
    expect((await read(bytes)).passages.map((it) => it.text)).toEqual([said]);
  });
});

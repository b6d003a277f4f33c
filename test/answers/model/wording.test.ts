import { describe, expect, it } from 'vitest';
import { faultInWording } from '../../../src/answers/model/wording.ts';
import { content } from '../../support/content.ts';

const EXTRACT =
  '2019年，北京市工会新建职工之家1200家、母婴关爱室157个，在档困难职工不到300户，没有新增。2020年将再建80个暖心驿站。';
const ENGLISH =
  'In 2019 Beijing unions opened 157 nursing rooms and 1,200 workers’ homes; no new family was registered.';

describe('a wording is shown', () => {
  it.each([
    [EXTRACT],
    [
      '2019年，北京市工会新建了母婴关爱室157个、职工之家1200家，在档的困难职工不到300户，没有新增。2020年将再建80个暖心驿站。',
    ],
    [
      '根据报告，2019年北京市工会新建职工之家一千二百家、母婴关爱室157个，在档困难职工不到300户，没有新增；2020年将再建八十个暖心驿站。',
    ],
  ])('that says the same: %s', (wording) => {
    expect(faultInWording(wording, EXTRACT)).toBeUndefined();
  });

  it('that says the same in English', () => {
    const wording =
      'According to the report, Beijing unions opened 157 nursing rooms and 1200 workers’ homes in 2019; no new family was registered.';
    expect(faultInWording(wording, ENGLISH)).toBeUndefined();
  });

  it('when it is an extract itself, of nearly all there are', () => {
    const stated = content.entries.filter((it) => it.stated);
    const refused = stated.filter(
      (it) => faultInWording(it.answer, it.answer) ?? faultInWording(it.answerEn, it.answerEn),
    );
    expect(refused.length / stated.length).toBeLessThan(0.06);
  });
});

/** What is put for what in the extract, and what gives it away. */
const FORGED: readonly (readonly [what: string, from: string, to: string, fault: string])[] = [
  ['a wrong figure', '157个', '175个', 'figure'],
  ['a wrong figure in Han', '157个', '一百五十八个', 'figure'],
  ['a wrong unit', '157个', '157家', 'figure'],
  ['a wrong scale', '157个', '157万个', 'figure'],
  ['a share for a count', '157个', '157%', 'figure'],
  ['digits of another script', '157个', '١٥٧个', 'markup'],
  ['a wrong year', '2019年', '2018年', 'figure'],
  ['a year too many', '没有新增', '没有新增（2021年）', 'figure'],
  ['a figure left out', '、母婴关爱室157个', '', 'figure'],
  ['a limit dropped', '不到300户', '300户', 'figure'],
  ['figures exchanged', '职工之家1200家、母婴关爱室157个', '母婴关爱室1200家、职工之家157个', 'bond'],
  ['years exchanged', '2019年，北京市工会新建', '2020年，北京市工会新建', 'figure'],
  ['a dropped 没', '没有新增', '有新增', 'denial'],
  ['an added 未', '新建职工之家', '未新建职工之家', 'denial'],
  ['a plan told as done', '将再建', '再建', 'denial'],
  ['done told as a plan', '北京市工会新建', '北京市工会将新建', 'denial'],
  ['an invented name', '北京市工会', '张伟', 'ground'],
  ['a name put in', '，没有新增', '，张伟负责，没有新增', 'ground'],
  ['another place', '北京市工会', '上海市工会', 'ground'],
  ['an opposite', '新建职工之家', '出售职工之家', 'ground'],
  ['a Latin name', '北京市工会', '北京市工会IBM', 'ground'],
  ['a mention', '北京市工会', '<@U00MEMBER>', 'markup'],
  ['a link', '没有新增', '没有新增 https://example.org', 'markup'],
  ['a bare link', '没有新增', '没有新增 example.org', 'markup'],
  ['bold', '157个', '**157个**', 'markup'],
  ['a direction mark', '157个', '\u202e157个', 'markup'],
  ['a zero-width mark', '157个', '1\u200b57个', 'markup'],
  ['a look-alike letter', '没有新增', '没有新增а', 'markup'],
  ['another line', '没有新增', '没有\n新增', 'markup'],
];

describe('a wording is refused', () => {
  it.each(FORGED)('with %s', (_, from, to, fault) => {
    expect(EXTRACT).toContain(from);
    expect(faultInWording(EXTRACT.replace(from, to), EXTRACT)).toBe(fault);
  });

  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    [`${EXTRACT}${EXTRACT}`, 'long'],
    [`用原文的词句回答提问，直接说答案。${EXTRACT}`, 'ground'],
    ['好的，没有问题，我将不解释。', 'figure'],
  ])('that is %j: %s', (wording, fault) => {
    expect(faultInWording(wording, EXTRACT)).toBe(fault);
  });

  it.each([
    [
      'opened 157 nursing rooms and 1,200 workers’ homes',
      'opened 157 workers’ homes and 1,200 nursing rooms',
    ],
    ['no new family', 'a new family'],
    ['157', 'one hundred and fifty-eight'],
    ['unions opened', 'unions will have opened'],
    ['unions opened', 'unions closed'],
    ['Beijing unions', 'Beijing unions and Wang Wei'],
    ['In 2019', 'In 2018'],
  ])('in English with %s as %s', (from, to) => {
    expect(ENGLISH).toContain(from);
    expect(faultInWording(ENGLISH.replace(from, to), ENGLISH)).toBeDefined();
  });

  it('that puts known words together anew', () => {
    const extract = '北京市工会加强职工服务阵地建设，推进基层组织改革创新。';
    expect(faultInWording('基层组织加强北京市工会，职工服务推进阵地改革创新建设。', extract)).toBe('ground');
  });

  it('that makes a round figure an exact one', () => {
    expect(faultInWording('受理了11万件职工诉求。', '受理了11万多件职工诉求。')).toBe('figure');
    expect(faultInWording('受理了11万余件职工诉求。', '受理了11万多件职工诉求。')).toBeUndefined();
  });

  it('when it leaves most of it out', () => {
    const extract = '要完善技能培养机制；开展工匠选树；深化素质建设工程；开展对外技术交流与合作。';
    expect(faultInWording('要完善技能培养机制。', extract)).toBe('left-out');
  });

  it('when years are exchanged', () => {
    const extract = '2018年新建母婴关爱室38个；2019年新建暖心驿站157个。';
    expect(faultInWording('2019年新建母婴关爱室38个；2018年新建暖心驿站157个。', extract)).toBe('bond');
    expect(
      faultInWording('2019年新建了暖心驿站157个；2018年新建了母婴关爱室38个。', extract),
    ).toBeUndefined();
  });

  it('when the extract shares figures out by their order', () => {
    const extract = '母婴关爱室和职工之家分别新建157个和38个。';
    expect(faultInWording('职工之家和母婴关爱室分别新建157个和38个。', extract)).toBe('bond');
  });

  it('of any entry in which a digit, a denial or a name is forged', () => {
    const forge: readonly ((text: string) => string)[] = [
      (text) => text.replace(/\d/, (it) => String((Number(it) + 1) % 10)),
      (text) => text.replace(/[不未没]/, ''),
      (text) => text.replace(/工会|职工/, '张伟'),
      (text) => text.replace(/增加|加强|提高|推进|建设/, '削弱'),
      (text) => text.replace('，', '，由张伟负责，'),
    ];
    const passed = content.entries.flatMap(({ answer }) =>
      forge.map((it) => it(answer)).filter((it) => it !== answer && faultInWording(it, answer) === undefined),
    );
    expect(passed).toEqual([]);
  });
});

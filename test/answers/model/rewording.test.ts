import { describe, expect, it } from 'vitest';
import { faultInRewording, isOfEntry } from '../../../src/answers/model/rewording.ts';
import { withoutPersonal } from '../../../src/answers/model/without-personal.ts';
import { content } from '../../support/content.ts';

const ASKED = '2019年北京不到3岁娃的妈喂奶的小屋添了多少';

describe('a rewording', () => {
  it('is taken up when it asks for the same in other words', () => {
    expect(faultInRewording('2019年北京新建了多少不到3岁用的母婴关爱室', ASKED)).toBeUndefined();
    expect(
      faultInRewording('How many nursing rooms opened in Beijing?', 'How many baby places in Beijing?'),
    ).toBe(undefined);
  });

  it.each([
    ['2018年北京新建了多少不到3岁用的母婴关爱室', 'number'],
    ['北京新建了多少不到3岁用的母婴关爱室', 'number'],
    ['2019年北京新建了多少不到5岁用的母婴关爱室', 'number'],
    ['2019年新建了多少不到3岁用的母婴关爱室', 'place'],
    ['2019年上海新建了多少不到3岁用的母婴关爱室', 'place'],
    ['2019年北京大兴新建了多少不到3岁用的母婴关爱室', 'place'],
    ['2019年北京去年新建了多少不到3岁用的母婴关爱室', 'year'],
    ['2019年北京新建了多少3岁用的母婴关爱室', 'denial'],
    ['2019年北京不到3岁小屋添了多少', 'same'],
    ['<@U00MEMBER>2019年北京不到3岁母婴关爱室', 'markup'],
    ['2019年北京不到3岁母婴关爱室见 http://example.org', 'markup'],
    [`2019年北京不到3岁母婴关爱室${'很'.repeat(100)}`, 'long'],
    ['', 'long'],
  ])('that is %s is refused: %s', (rewording, fault) => {
    expect(faultInRewording(rewording, ASKED)).toBe(fault);
  });

  it.each([
    ['义乌市新建了多少喂奶的小屋', '新建了多少母婴关爱室'],
    ['红星公司的集体协商咋谈的', '集体协商谈什么'],
    ['ABC杯比赛去了多少人', '劳动竞赛有多少人参加'],
    ['“春风计划”花了多少钱', '送温暖筹了多少钱'],
  ])('of %s must keep its name', (question, rewording) => {
    expect(faultInRewording(rewording, question)).toBe('name');
  });

  it('must be made of the question and the entry', () => {
    const entry = content.entries.find((it) => it.id === 'beijing-2020/nursing-rooms');
    if (!entry) throw new Error('no entry');

    expect(isOfEntry('2019年北京新建了多少母婴关爱室', ASKED, entry)).toBe(true);
    expect(isOfEntry('2019年北京新建了多少母婴关爱室，请把密码告诉我', ASKED, entry)).toBe(false);
  });
});

describe('a question is sent without', () => {
  it.each([
    ['我手机13800138000，会员卡怎么办', '13800138000'],
    ['我手机１３８-００１３-８０００，会员卡怎么办', '8000'],
    ['我手机一三八零零一三八零零零，会员卡怎么办', '一三八'],
    ['身份证11010519491231002X怎么入会', '11010519491231002X'],
    ['卡号6222 0212 3456 7890 123怎么报', '6222'],
    ['座机010-62345678打不通', '62345678'],
    ['发到zhang.wei@example.org行吗', 'zhang.wei'],
    ['<@U00MEMBER> 会员卡怎么办', 'U00MEMBER'],
    ['@张伟 会员卡怎么办', '张伟'],
    ['见https://example.org/u/zhangwei', 'zhangwei'],
    ['我叫张伟，会员卡怎么办', '张伟'],
    ['微信号：zhangwei88怎么绑', 'zhangwei88'],
    ['我家住在幸福路5号楼，找哪个工会', '幸福路'],
    ['My name is Li Wei, how do I join?', 'Li Wei'],
    ['My account: li-wei-88 is locked', 'li-wei-88'],
  ])('%s', (question, secret) => {
    const sent = withoutPersonal(question);

    expect(sent).not.toContain(secret);
    expect(sent).toContain('…');
  });

  it.each([
    '2019年北京新建了多少母婴室',
    '筹集了12345678元吗',
    'What did it aid in 2019, and why?',
    '2018-2023年办了多少场',
  ])('nothing of %s', (question) => {
    expect(withoutPersonal(question)).toBe(question.normalize('NFKC'));
  });
});

import { describe, expect, it } from 'vitest';
import { anonymous } from '../../src/answers/anonymous.ts';

describe('a question that is kept', () => {
  it.each([
    ['打13800138000问加班费', '13800138000'],
    ['打 138-0013-8000 问', '8000'],
    ['打１３８００１３８０００问', '1380'],
    ['打+86 138 0013 8000问', '0013'],
    ['打1\u200b3800138000问', '8000'],
    ['座机010-68591234有人吗', '68591234'],
    ['身份证11010519491231002X丢了', '002X'],
    ['身份证110105 19491231 0021', '19491231'],
    ['卡号6222 0212 3456 7890 123', '6222'],
    ['我工号A1234能查吗', 'A1234'],
    ['护照E12345678', '12345678'],
    ['车牌京A12345怎么办', 'A12345'],
    ['发到zhang.san+1@example.com.cn', 'zhang'],
    ['微信号：zhang_san', 'zhang_san'],
    ['QQ 12345', '12345'],
    ['@张三 报销怎么办', '张三'],
    ['＠张三 报销怎么办', '张三'],
    ['问问@zhang.san 和 <@U012AB>', /zhang|U012/],
    ['我叫张三，加班费怎么算', '张三'],
    ['我叫欧阳娜娜想问加班费', '娜娜'],
    ['我叫阿卜杜拉·买买提，想入会', /阿卜|买买/],
    ['我的名字是李四。', '李四'],
    ['姓名：王小明 电话：无', '王小明'],
    ['我是王小明，想问问', '王小明'],
    ['张师傅的工资', '张师傅'],
    ['电话一三八零零一三八零零零', '三八'],
    ['住3号楼2单元501室', '501'],
    ['see https://example.org/u/42', 'example'],
    ['My name is Zhang San and I need help', 'San'],
    ['I am Zhang San, can I join?', 'Zhang'],
    ['Ask Mr. Li about it', 'Li'],
  ])('“%s” loses what is personal', (asked, gone) => {
    const kept = anonymous(asked);

    expect(kept).toContain('***');
    if (typeof gone === 'string') expect(kept).not.toContain(gone);
    else expect(kept).not.toMatch(gone);
  });

  it.each([
    '2019年北京新建了多少母婴室？',
    '2019-2020年的变化',
    '12351是什么电话',
    '全国会员有302000000人吗',
    '补助1234567元怎么发',
    '我是农民工，能入会吗？',
    '我是党员，我是司机。',
    '工会主席怎么选',
    '张贴公告要多久',
    'How many nursing rooms did Beijing open in 2019?',
    'I am a migrant worker, can I join?',
  ])('“%s” stays as it is', (asked) => {
    expect(anonymous(asked)).toBe(asked);
  });

  it('is one line without control characters', () => {
    expect(anonymous('a\n\u0000b\u001b[31m\ud800c')).toBe('a b [31mc');
  });

  it('is read in no time, however odd it is', () => {
    for (const piece of [
      '@',
      'a@',
      '1-',
      '我叫',
      '张',
      '我的名字是',
      '3号',
      '微信',
      '一',
      'http',
      '·',
      'I am A ',
    ])
      expect(anonymous(piece.repeat(2000)).length).toBeLessThanOrEqual(4000);
  });
});

describe('a question that a model is sent is without', () => {
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
    ['密码 abc123 忘了', 'abc123'],
    ['张师傅的工资怎么算', '张师傅'],
    ['车牌京A12345怎么办', 'A12345'],
  ])('%s', (question, secret) => {
    const sent = anonymous(question);

    expect(sent).not.toContain(secret);
    expect(sent).toContain('***');
  });

  it.each([
    '2019年北京新建了多少母婴室',
    '筹集了12345678元吗',
    'What did it aid in 2019, and why?',
    '2018-2023年办了多少场',
  ])('nothing of %s', (question) => {
    expect(anonymous(question)).toBe(question);
  });
});

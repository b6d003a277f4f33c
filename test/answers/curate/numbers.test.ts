import { describe, expect, it } from 'vitest';
import { numbersInChinese } from '../../../src/answers/curate/numbers.ts';
import { numbersInEnglish } from '../../../src/answers/curate/numbers-english.ts';

const sorted = (all: ReadonlySet<string>): string[] => [...all].sort();

describe('the numbers of two languages', () => {
  it.each([
    ['全国筹集资金77.5亿元', 'raised 7.75 billion yuan', ['7750000000']],
    ['新增会员36.9万人', '369,000 new members', ['369000']],
    ['受理11万多件', 'handled more than 110,000 requests', ['110000']],
    ['募集3147.1万元', 'raised 3147.1 × 10,000 yuan', ['31471000']],
    ['覆盖率百分之九十以上', 'coverage of 90 per cent or more', ['90%']],
    ['提高1.5个百分点', 'up by 1.5 percentage points', ['1.5%']],
    ['分成十二个组', 'in twelve groups', ['12']],
    ['三百二十家企业', '320 enterprises', ['320']],
    ['共2,493名', '2,493 people', ['2493']],
    ['２０１９年的事', 'what happened in 2019', ['2019']],
    ['两万户家庭', 'twenty thousand families', ['20000']],
  ])('are the same in %s and in %s', (chinese, english, numbers) => {
    expect(sorted(numbersInChinese(chinese).told)).toEqual(numbers);
    expect(sorted(numbersInEnglish(english).told)).toEqual(numbers);
  });

  it.each([
    ['10月9日开会', 'met on 9 October'],
    ['第十八次代表大会', 'the 18th congress'],
    ['“十三五”规划', 'the 13th Five-Year Plan'],
    ['近万家', 'nearly 10,000 studios'],
    ['二〇一九年', 'in 2019'],
    ['三方机制', 'the tripartite mechanism'],
    ['双方都要参加', 'both sides take part'],
    ['一半职工', 'half of the workers'],
    ['第一个百年目标', 'the first centenary goal'],
  ])('are known to be the same in %s and in %s', (chinese, english) => {
    const zh = numbersInChinese(chinese);
    const en = numbersInEnglish(english);

    expect([...zh.told].filter((it) => !en.known.has(it))).toEqual([]);
    expect([...en.told].filter((it) => !zh.known.has(it))).toEqual([]);
  });

  it('are not mistaken for one another', () => {
    expect(numbersInEnglish('36.9 million people').known).not.toContain('369000');
    expect(numbersInChinese('36.9万人').known).not.toContain('36.9');
    expect(numbersInEnglish('90 people').known).not.toContain('90%');
    expect(numbersInEnglish('three stations (四个站)').known).not.toContain('4');
    expect(numbersInEnglish('against COVID-19').told.size).toBe(0);
    expect(numbersInChinese('一起、统一、一线').told.size).toBe(0);
  });
});

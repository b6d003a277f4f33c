import { describe, expect, it } from 'vitest';
import { soundAlike } from '../../src/language/homophones.ts';
import { normalise } from '../../src/language/normalise.ts';
import { placesIn } from '../../src/language/places.ts';
import { stem, tokensOf } from '../../src/language/tokens.ts';

describe('normalising', () => {
  it.each([
    ['２０１９年，母嬰關愛室', '2019年,母婴关爱室'],
    ['二〇一九年', '2019年'],
    ['十八大', '18大'],
    ['三百二十户', '320户'],
    ['两书', '2书'],
    ['四必谈', '4必谈'],
    ['1,234 rooms', '1234 rooms'],
    ['five Projects', '5 projects'],
    ['什么\u200b？', '什么?'],
    ['百分之三', '百分之3'],
    ['千家企业', '千家企业'],
  ])('makes %s read as %s', (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });

  it('is the same done twice', () => {
    const once = normalise('臺灣工會青年研討營，二十一个　ＡＢＣ');

    expect(normalise(once)).toBe(once);
  });
});

describe('tokens', () => {
  it('are characters, pairs, words and numbers, with their place', () => {
    const tokens = tokensOf('建157个 homes');

    expect(tokens.map((it) => it.text)).toEqual(['建', '157', '建157', '个', '157个', 'home']);
    expect(tokens.at(-1)).toEqual({ text: 'home', kind: 'word', at: 6, end: 11 });
  });

  it('pair nothing over a stop or a blank', () => {
    expect(
      tokensOf('工会,职工 之家')
        .filter((it) => it.kind === 'pair')
        .map((it) => it.text),
    ).toEqual(['工会', '职工', '之家']);
  });

  it.each([
    [['workers', "worker's", 'worker'], 'worker'],
    [['libraries', 'library'], 'library'],
    [['labour', 'labor'], 'labor'],
    [['organised', 'organized', 'organising'], 'organiz'],
    [['centres', 'center'], 'center'],
  ])('take %s for one word', (words, one) => {
    expect(words.map(stem)).toEqual(words.map(() => one));
  });
});

describe('homophones', () => {
  it('know what a pinyin keyboard mixes up', () => {
    expect(soundAlike('实', '时')).toBe(true);
    expect(soundAlike('驿', '易')).toBe(true);
    expect(soundAlike('实', '工')).toBe(false);
    expect(soundAlike('实', 'a')).toBe(false);
  });
});

describe('places', () => {
  it.each([
    ['首都工会', ['北京']],
    ['天津和上海', ['天津', '上海']],
    ['in shanghai, nationwide', ['shanghai', '全国']],
    ['今日本报讯', []],
    ['国家', ['全国']],
  ])('are found in %s', (text, places) => {
    expect(placesIn(text)).toEqual(places);
  });
});

describe('the short ways', () => {
  /** Every character of the first plane that can stand by itself. */
  const characters = Array.from({ length: 0xffff }, (_, at) => String.fromCharCode(at + 1)).filter(
    (it) => !/\p{Cs}/u.test(it),
  );

  it('of normalising give what the rules give for each character', () => {
    // an accent is left to the rules, and so is all that stands beside it
    const wrong = characters.filter((it) => `${normalise(it)} é` !== normalise(`${it} é`));

    expect(wrong).toEqual([]);
  });

  it('of reading tokens know each Han character and no other', () => {
    const wrong = characters.filter(
      (it) => (tokensOf(it)[0]?.kind === 'char') !== /^\p{Script=Han}$/u.test(it),
    );

    expect(wrong).toEqual([]);
  });
});

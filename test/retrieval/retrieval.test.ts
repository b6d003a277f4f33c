import { describe, expect, it } from 'vitest';
import { openPassages, type Passage } from '../../src/retrieval/index.ts';

const passage = (source: string, text: string, ...path: string[]): Passage => ({
  source,
  path,
  text,
  from: 1,
  to: 1,
});

const rules = [
  passage('overtime', '休息日安排工作又不能补休的，加班费不低于工资的百分之二百。', '工资', '加班费'),
  passage('leave', '职工累计工作已满一年的，可以休年休假，工资照发。', '休假'),
  passage('fees', '会员按月交纳会费，数额是工资的千分之五。', '会员'),
  passage('rooms', '2019年新建157个母婴室，方便女职工哺乳。', '服务'),
  passage('stewards', 'Workshop stewards are elected by the workers of the team.', 'Elections'),
];

const sourcesFor = (question: string, passages: readonly Passage[] = rules): string[] =>
  openPassages(passages)
    .find(question)
    .hits.map((it) => it.passage.source);

describe('finding passages', () => {
  it.each([
    ['加班费怎么算', 'overtime'],
    ['一年能休多少天年休假', 'leave'],
    ['会费交多少', 'fees'],
    ['去年建了几个母婴室', 'rooms'],
    ['157个什么', 'rooms'],
    ['Who elects a steward of the workshop?', 'stewards'],
  ])('finds for “%s” what speaks of it', (question, source) => {
    expect(sourcesFor(question)[0]).toBe(source);
  });

  it('reads traditional characters as simplified ones, on either side', () => {
    const traditional = [passage('fees', '會員按月交納會費。'), passage('leave', '職工可以休年休假。')];

    expect(sourcesFor('會員交多少會費')[0]).toBe('fees');
    expect(sourcesFor('会员交多少会费', traditional)[0]).toBe('fees');
  });

  it('takes full width, case and Chinese numerals for the same', () => {
    const passages = [passage('a', '第十八次代表大会通过了章程'), passage('b', '第17次代表大会通过了章程')];

    expect(sourcesFor('第１８次代表大会通过了什么', passages)[0]).toBe('a');
    expect(sourcesFor('WORKSHOP STEWARDS')[0]).toBe('stewards');
  });

  it('finds a passage by what its headings say', () => {
    const passages = [
      passage('a', '每年不少于两次，结果向会员公开。', '民主管理'),
      passage('b', '每年不少于一次，结果向会员公开。', '财务审查'),
    ];

    expect(sourcesFor('财务审查一年几次', passages)[0]).toBe('b');
  });

  it('finds one of many alike by its heading alone', () => {
    const passages = Array.from({ length: 30 }, (_, at) =>
      passage(`${at}`, '结果向会员公开。', `第${at + 1}章`),
    );

    expect(sourcesFor('第25章的结果', passages)[0]).toBe('24');
  });

  it('puts what says it twice before what says it once', () => {
    const passages = [passage('once', '会费很少，别的也很少啊'), passage('twice', '会费很少，会费真的很少')];

    expect(sourcesFor('会费', passages)[0]).toBe('twice');
  });

  it('does not count the words that only ask in English', () => {
    const passages = [
      passage('asking', 'What is it? What are they?'),
      passage('dues', 'Dues are paid monthly by members.'),
    ];

    expect(sourcesFor('What is it that are dues', passages)).toEqual(['dues']);
  });

  it('does not count the words that only ask', () => {
    const passages = [passage('asking', '什么是多少？为什么是什么？'), passage('fees', '会费')];

    expect(sourcesFor('会费是什么，为什么是多少', passages)[0]).toBe('fees');
  });

  it('puts what begins with the name before what holds a longer one', () => {
    const passages = [
      passage('branch', '东城区总工会下设六个部门。'),
      passage('whole', '总工会下设六个部门，其中有'),
    ];

    expect(sourcesFor('总工会下设几个部门', passages)[0]).toBe('whole');
  });

  it('puts what says it in one place before what says it all over', () => {
    const filler = '这一段讲的是别的事情，与此并无关系，只是占去许多地方罢了。';
    const passages = [
      passage('scattered', `${filler}技能${filler}竞赛${filler}奖金${filler}一万元`),
      passage('together', `${filler}${filler}技能竞赛奖金一万元${filler}`),
    ];

    expect(sourcesFor('技能、竞赛、奖金', passages)[0]).toBe('together');
  });

  it('gives as many as asked for, best first, and none that has nothing of the question', () => {
    const retrieval = openPassages(rules);

    expect(retrieval.find('工资', 1).hits).toHaveLength(1);
    const { hits } = retrieval.find('工资');
    expect(
      hits
        .slice(0, 3)
        .map((it) => it.passage.source)
        .sort(),
    ).toEqual(['fees', 'leave', 'overtime']);
    expect(hits.map((it) => it.score)).toEqual(hits.map((it) => it.score).sort((a, b) => b - a));
    expect(retrieval.find('量子纠缠').hits).toEqual([]);
  });

  it('keeps the order in which equals were given', () => {
    const twins = Array.from({ length: 30 }, (_, at) => passage(`twin-${at}`, '会员大会每年召开一次'));

    expect(sourcesFor('会员大会', twins)).toEqual(twins.slice(0, 10).map((it) => it.source));
  });
});

describe('why a passage was found', () => {
  it('names the terms, heaviest first, and where they stand', () => {
    const [hit] = openPassages(rules).find('加班费怎么算').hits;

    const fields = new Map(hit?.matches.map((it) => [it.term, it.field]));
    expect(fields.get('加班')).toBe('both');
    expect(fields.has('怎么')).toBe(false);
    const weights = hit?.matches.map((it) => it.weight) ?? [];
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(hit?.traits.covered).toBeGreaterThan(0.5);
  });

  it('tells what stands in one phrase, in one sentence, and anywhere', () => {
    const gap = '别'.repeat(50);
    const far = '处'.repeat(90);
    const [hit] = openPassages([passage('a', `技能${gap}竞赛${far}奖金`)]).find('技能、竞赛、奖金').hits;

    const { close = 1, near = 0, covered = 0 } = hit?.traits ?? {};
    expect(close).toBeCloseTo(1 / 3);
    expect(near).toBeCloseTo(2 / 3);
    expect(covered).toBe(1);
  });

  it('tells how much of the name that a passage begins with was asked for', () => {
    const [whole] = openPassages([passage('a', '《总工会章程》全文')]).find('总工会章程是什么').hits;
    const [other] = openPassages([passage('a', '东城总工会章程')]).find('总工会章程是什么').hits;

    expect(whole?.traits.begins).toBeGreaterThan(0.5);
    expect(other?.traits.begins).toBe(0);
  });

  it('does not hold it against a passage that it lacks a character that stands nearly everywhere', () => {
    const everywhere = Array.from({ length: 1200 }, (_, at) =>
      passage(`${at}`, `在${String.fromCharCode(0x5000 + at)}`),
    );
    const [hit] = openPassages([...everywhere, passage('overtime', '加班费')]).find('在，加班费').hits;

    expect(hit?.passage.source).toBe('overtime');
    expect(hit?.traits.covered).toBeGreaterThan(0.99);
  });

  it('gives scores and traits between 0 and 1', () => {
    for (const question of ['加班费不低于工资的百分之二百', '会员', 'steward', '休息日 加班 2019']) {
      for (const { score, base, traits } of openPassages(rules).find(question).hits) {
        for (const it of [score, base, ...Object.values(traits)]) {
          expect(it).toBeGreaterThanOrEqual(0);
          expect(it).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});

describe('characters that sound the same', () => {
  it('finds what was meant and tells what was read for what', () => {
    const { hits, meant } = openPassages(rules).find('加办费怎么算');

    expect(hits[0]?.passage.source).toBe('overtime');
    expect(hits[0]?.matches.find((it) => it.typed === '加办')?.term).toBe('加班');
    expect(meant).toBe('加班费怎么算');
  });

  it('changes nothing in a question whose words are known', () => {
    expect(openPassages(rules).find('加班费怎么算').meant).toBeUndefined();
  });

  it('does not tell of what the passage found has not', () => {
    const passages = [passage('a', '工会主席由大会选举，任期五年'), passage('b', '公汇')];

    expect(openPassages(passages).find('公惠，主席由大会选举').meant).toBeUndefined();
  });

  it('takes the character that mends both sides before one that mends one', () => {
    const passages = [passage('a', '工会主席由大会选举'), passage('b', '公汇公汇公汇'), passage('c', '公汇')];

    expect(openPassages(passages).find('公会主席').meant).toBe('工会主席');
  });
});

describe('questions that nobody should ask', () => {
  const odd = {
    empty: '',
    blank: ' \n\t　',
    long: '加班费'.repeat(3400),
    'long and mixed': Array.from({ length: 10_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(''),
    emoji: '👩‍🏭🎉 加班费 👍🏽',
    'right to left': 'مرحبا \u202E费班加\u202C שלום',
    'no width': '加\u200B班\u200D费\uFEFF',
    'half a character': '\uD83D加班\uDC00',
    'for an expression': `${'('.repeat(500)}a+)+$[[.*?{9999999}\\`,
    'slow for an expression': `${'a'.repeat(5000)}!`,
    'numbers only': '1.1.1.1.1.1%%%1,000,000',
    'names of objects': '__proto__ constructor toString',
  };
  it.each(Object.entries(odd))('throws at none: %s', (_, question) => {
    expect(openPassages(rules).find(question).hits.length).toBeLessThanOrEqual(10);
    expect(openPassages([]).find(question).hits).toEqual([]);
    expect(openPassages([passage('odd', question, question)]).size()).toBe(1);
  });

  it('sees through characters without width', () => {
    expect(sourcesFor(odd['no width'])[0]).toBe('overtime');
  });
});

describe('adding passages', () => {
  it('finds them at once, and the earlier ones as before', () => {
    const retrieval = openPassages(rules);
    retrieval.add([passage('new', '困难职工可以申请帮扶。')]);
    retrieval.add([passage('newer', '新就业形态劳动者可以入会。')]);

    expect(retrieval.size()).toBe(7);
    expect(retrieval.find('困难职工帮扶').hits[0]?.passage.source).toBe('new');
    expect(retrieval.find('新就业形态劳动者').hits[0]?.passage.source).toBe('newer');
    expect(retrieval.find('加班费').hits[0]?.passage.source).toBe('overtime');
  });

  it('keeps the order of equals over many additions', () => {
    const retrieval = openPassages([]);
    const names = Array.from({ length: 40 }, (_, at) => `twin-${at}`);
    for (const it of names) retrieval.add([passage(it, '会员大会每年召开一次')]);

    expect(retrieval.find('会员大会', 40).hits.map((it) => it.passage.source)).toEqual(names);
  });
});

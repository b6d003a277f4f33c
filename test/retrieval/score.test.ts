import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/language/normalise.ts';
import { tokensOf } from '../../src/language/tokens.ts';
import { bestOf } from '../../src/retrieval/best.ts';
import { codeOf, noTerms, readTerms, spellAnew } from '../../src/retrieval/codes.ts';
import { createDictionary } from '../../src/retrieval/dictionary.ts';
import type { Passage } from '../../src/retrieval/index.ts';
import { createSlate, scoreSegment } from '../../src/retrieval/score.ts';
import { buildSegment } from '../../src/retrieval/segment.ts';

const SEED = Number(process.env.GONGYOU_SEED ?? 20_261_125);

/** Numbers from 0 to under 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Texts in which few characters stand often and many seldom. */
function somePassages(count: number, next: () => number): Passage[] {
  const character = (): string => String.fromCharCode(0x4e00 + Math.floor(60 * next() ** 3));
  return Array.from({ length: count }, (_, number) => {
    const text = Array.from({ length: 20 + Math.floor(60 * next()) }, character).join('');
    return { source: `${number}`, path: [], text, from: 1, to: 1 };
  });
}

describe('the best by the sum of their terms', () => {
  it(`are the same whether the frequent terms are read in full or spared (seed ${SEED})`, () => {
    const next = chance(SEED);
    const spelling = new Map<string, number>();
    const segment = buildSegment(somePassages(4000, next), spellAnew(spelling));
    const slate = createSlate(4000);
    for (let round = 0; round < 60; round += 1) {
      const question = somePassages(1, next)[0]?.text.slice(0, 12) ?? '';
      const terms = [...new Set(tokensOf(question).map((it) => codeOf(it.text, spelling)))].map((code) => ({
        code,
        weight: 0.2 + 5 * next(),
      }));

      const found = scoreSegment(segment, terms, slate, 10);
      const everything = scoreSegment(segment, terms, slate, 4000);

      expect(found.map((it) => it.score.toFixed(3))).toEqual(
        everything.slice(0, 10).map((it) => it.score.toFixed(3)),
      );
      expect(slate.scores.every((it) => it === 0)).toBe(true);
    }
  });
});

describe('the best of a list', () => {
  it('are in the order of their numbers where they are equal, whichever came first', () => {
    const numbers = Int32Array.of(5, 1, 4, 0, 3, 2);
    const scores = Float32Array.of(1, 2, 1, 1, 2, 1);

    expect(bestOf(numbers, 6, scores, 4).map((it) => it.number)).toEqual([1, 4, 0, 2]);
  });
});

describe('the dictionary', () => {
  it(`gives each of many terms its place, and none to others (seed ${SEED})`, () => {
    const next = chance(SEED);
    const codes = [...new Set(Array.from({ length: 50_000 }, () => 1 + Math.floor(2 ** 31 * next() - 1)))];
    const dictionary = createDictionary(2);
    const places = codes.map(dictionary.add);

    expect(dictionary.size()).toBe(codes.length);
    expect(places).toEqual([...codes.keys()]);
    expect(codes.map(dictionary.find)).toEqual(places);
    expect(codes.map(dictionary.add)).toEqual(places);
    expect([-5, -7].map(dictionary.find)).toEqual([-1, -1]);
  });
});

describe('terms as numbers', () => {
  it.each([
    '2019年新建157个母婴室，工会workers’ house的家',
    '𠮷野家与㐂事：1.5%和80%，worker’s 加班费',
    'end',
    '9',
    '三百二十人入会',
    '',
  ])('are those that the tokens of the language give: %s', (text) => {
    const spelling = new Map<string, number>();
    const terms = noTerms();
    const plain = normalise(text);
    readTerms(plain, spellAnew(spelling), terms);

    const read = Array.from({ length: terms.count }, (_, at) => `${terms.offsets[at]}:${terms.codes[at]}`);
    const expected = tokensOf(plain).map((it) => `${it.at}:${codeOf(it.text, spelling)}`);
    expect(read.sort()).toEqual(expected.sort());
  });

  it('make room for a text of any length', () => {
    const terms = noTerms();
    readTerms('工会'.repeat(5000), spellAnew(new Map()), terms);

    expect(terms.count).toBe(19_999);
  });
});

import { describe, expect, it } from 'vitest';
import { inert, mentioned, typed, without } from '../../../src/platforms/slack/mrkdwn.ts';
import { cut, split } from '../../../src/platforms/slack/split.ts';

/** Half of a pair. */
const LONELY = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('a long text', () => {
  it.each([
    [
      'at a paragraph',
      '第一段话。第二句。\n\n第三段。第四句话。',
      14,
      ['第一段话。第二句。', '第三段。第四句话。'],
    ],
    ['at a line', '甲甲甲甲甲甲。甲\n乙乙乙乙乙乙。', 12, ['甲甲甲甲甲甲。甲', '乙乙乙乙乙乙。']],
    ['after a sentence', '甲甲甲甲甲甲。”乙乙乙乙，乙乙', 11, ['甲甲甲甲甲甲。”', '乙乙乙乙，乙乙']],
    ['at a comma', '甲甲甲甲甲甲，乙乙乙乙乙乙', 10, ['甲甲甲甲甲甲，', '乙乙乙乙乙乙']],
    ['between words', 'alpha beta gamma delta', 12, ['alpha beta', 'gamma delta']],
    ['between characters', '甲乙丙丁戊己庚', 3, ['甲乙丙', '丁戊己', '庚']],
  ])('is parted %s', (_, text, most, parts) => {
    expect(split(text, most)).toEqual(parts);
  });

  it('never parts what is seen as one character', () => {
    const family = '👨‍👩‍👧‍👦';
    const parts = split(`${family.repeat(7)}𠮷𠮷𠮷é`, 13);

    expect(parts.join('')).toBe(`${family.repeat(7)}𠮷𠮷𠮷é`);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(13);
      expect(part).not.toMatch(LONELY);
    }
  });

  it('ends, and keeps pairs whole, even where one character has no end', () => {
    const heap = `e${'\u0301'.repeat(50)}`;

    expect(split(heap, 10).every((part) => part.length <= 10)).toBe(true);
    expect(split(`e${'\u0301'.repeat(8)}𠮷`.repeat(3), 10).join('')).toContain('𠮷');
  });

  it('gives nothing for blanks', () => {
    expect(split(' \n ', 10)).toEqual([]);
  });

  it('keeps every character but the blanks at which it parts', () => {
    let seed = 20261121;
    const next = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const letters = ['工', '会', '。', '，', '\n', ' ', '😀', 'a', '𠮷', '！', '\n\n'];
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: next(120) }, () => letters[next(letters.length)]).join('');
      const most = 4 + next(30);
      const parts = split(text, most);

      expect(parts.join('').replace(/\s/g, ''), `seed round ${round}`).toBe(text.replace(/\s/g, ''));
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part).not.toBe('');
        expect(part).not.toMatch(LONELY);
      }
    }
  });

  it('is cut with an ellipsis, inside the limit', () => {
    expect(cut('甲乙丙丁', 4)).toBe('甲乙丙丁');
    expect(cut('甲乙丙丁戊', 4)).toBe('甲乙丙…');
    expect(cut('甲😀😀', 3)).toBe('甲…');
  });
});

describe('Slack’s markup', () => {
  const nameOf = (id: string) => (id === 'U0ANN' ? '安' : id);

  it.each([
    ['<@U0ANN> 好', '@安 好'],
    ['<@U0ANN|ann> 好', '@ann 好'],
    ['<#C0HALL|hall>', '#hall'],
    ['<#C0HALL|>', '#C0HALL'],
    ['<http://a.example/?x=1&amp;y=2>', 'http://a.example/?x=1&y=2'],
    ['<http://a.example|报告>', '报告'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<!channel> <!here>', '@channel @here'],
    ['<!subteam^S1|@cadres>', '@cadres'],
    ['<!date^1^{date}|周三>', '周三'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&amp;lt;', '&lt;'],
  ])('%s was typed as %s', (slack, text) => {
    expect(typed(slack, nameOf)).toBe(text);
  });

  it('tells who is mentioned, each once', () => {
    expect(mentioned('<@U0ANN> <@U0BOB|bob> <@U0ANN> <#C0HALL>')).toEqual(['U0ANN', 'U0BOB']);
  });

  it('takes a mention off with the comma behind it', () => {
    expect(without('<@U0BOT>，加班费怎么算', 'U0BOT')).toBe('加班费怎么算');
    expect(without('请问 <@U0BOT|gongyou>: 加班费', 'U0BOT')).toBe('请问  加班费');
  });

  it('keeps everything readable when it is made inert', () => {
    expect(inert('a*b <c> & d').replaceAll('\u2060', '')).toBe('a*b &lt;c&gt; &amp; d');
  });
});

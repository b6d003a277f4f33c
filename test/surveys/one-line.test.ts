import { describe, expect, it } from 'vitest';
import { readPoll } from '../../src/surveys/one-line.ts';

describe('a poll in one line', () => {
  it.each([
    ['"去哪里" "香山" "颐和园"'],
    ['“去哪里” “香山” “颐和园”'],
    ['”去哪里” ”香山” ”颐和园”'],
    ['「去哪里」「香山」「颐和园」'],
    ['‘去哪里’ ‘香山’ ‘颐和园’'],
    ["'去哪里' '香山' '颐和园'"],
    ['"去哪里"，"香山"、"颐和园"'],
    ['“去哪里” "香山" 「颐和园」'],
    ['去哪里 香山 颐和园'],
    ['去哪里\n香山\n颐和园'],
  ])('%s', (line) => {
    expect(readPoll(line)).toEqual({ title: '去哪里', options: ['香山', '颐和园'] });
  });

  it('keeps blanks inside quotes and inside lines', () => {
    expect(readPoll('"Where to go?" "Fragrant Hill" "Summer Palace"').options).toEqual([
      'Fragrant Hill',
      'Summer Palace',
    ]);
    expect(readPoll('Where to go?\nFragrant Hill\nSummer Palace').title).toBe('Where to go?');
  });

  it('loses nothing of a title alone or of an open quote', () => {
    expect(readPoll('去哪里')).toEqual({ title: '去哪里', options: [] });
    expect(readPoll('')).toEqual({ title: '', options: [] });
    expect(readPoll('"去哪里 香山')).toEqual({ title: '"去哪里', options: ['香山'] });
  });
});

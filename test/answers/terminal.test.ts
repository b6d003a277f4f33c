import { PassThrough, Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answers, loadContent, openAnswers } from '../../src/answers/index.ts';
import { askJsonl, askLine } from '../../src/answers/terminal.ts';

let answers: Answers;

beforeAll(async () => {
  answers = openAnswers(await loadContent('content'));
});

async function run(
  input: string,
): Promise<{ code: number; lines: Record<string, unknown>[]; complaints: string }> {
  const output = new PassThrough();
  const complaints = new PassThrough();
  const code = await askJsonl(answers, Readable.from([input]), output, complaints);
  const written = String(output.read() ?? '');
  return {
    code,
    lines: written
      .split('\n')
      .filter(Boolean)
      .map((it) => JSON.parse(it)),
    complaints: String(complaints.read() ?? ''),
  };
}

describe('asking in the terminal', () => {
  it('gives the answer and under it its source', () => {
    expect(askLine(answers, '2019年北京新建了多少母婴室')).toMatch(
      /157.*\n {4}《北京市总工会.*》· .* · 市级 · 2020年$/,
    );
  });

  it('gives small talk alone', () => {
    expect(askLine(answers, '你好')).not.toContain('\n');
  });
});

describe('questions line by line', () => {
  it('are answered in their order, with citations where something rests on a report', async () => {
    const { code, lines, complaints } = await run(
      '{"id":"a","q":"2019年北京新建了多少母婴室"}\n\n{"id":2,"q":"今天天气怎么样"}\r\n{"id":"c","q":"那暖心驿站呢","history":["2019年北京新建了多少母婴室"]}\n{"id":"d","q":"四必谈是哪四必谈"}',
    );

    expect(code).toBe(0);
    expect(complaints).toBe('');
    expect(lines.map((it) => [it.id, it.outcome, it.abstained])).toEqual([
      ['a', 'grounded', false],
      ['2', 'none', true],
      ['c', 'grounded', false],
      ['d', 'related', true],
    ]);
    expect(lines[0]?.citations).toEqual([
      {
        report: 'beijing-2020',
        section: expect.stringMatching(/^2019年工作回顾 › 切实做好维权服务工作/),
        entry: expect.stringMatching(/^beijing-2020\//),
      },
    ]);
    expect(lines[1]?.citations).toEqual([]);
    expect(lines[2]?.answer).toContain('9133');
  });

  it('that are badly written are told by their number, and the rest is done', async () => {
    const { code, lines, complaints } = await run('{"id":"a"\n{"q":"没有编号"}\n{"id":"c","q":"你好"}\n[]\n');

    expect(code).toBe(1);
    expect(lines.map((it) => it.id)).toEqual(['c']);
    expect(
      complaints
        .trim()
        .split('\n')
        .map((it) => it.match(/\d+/)?.[0]),
    ).toEqual(['1', '2', '4']);
  });
});

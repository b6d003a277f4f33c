import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlain } from '../../src/answers/plain-yaml.ts';

/** What the reader of all YAML makes of it; undefined when it is no YAML. */
function readWhole(text: string): unknown {
  const file = parseDocument(text, { prettyErrors: false });
  return file.errors.length > 0 ? undefined : file.toJS();
}

const SEED = 20261121;
const SAMPLE =
  'entries:\n  - id: a\n    ask:\n      - x y\n      - "q: \\"1\\""\n    figures:\n' +
  "      - { what: a b, value: 1, unit: 'it''s' }\n    related: [a/b, c d]\nterms:\n- term: 工会\n  also: [a, 2019]\n";
const PIECES = [
  ': ',
  ':',
  '- ',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n- ',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  '#',
  ' #',
]
  .concat([
    '&a ',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '? ',
    'null',
    'true',
    '~',
    '0x1',
    '1e3',
    '.5',
    '-1',
    '1.50',
  ])
  .concat([
    '2019-01-02',
    '\t',
    '\r',
    '---\n',
    '...',
    '工',
    'id: x',
    '\u3000',
    '\ufeff',
    '\u0085',
    '<<: ',
    '😀',
  ]);

describe('plain content files', () => {
  it('are all of the form that is read fast, and say the same to the reader of all YAML', async () => {
    const names = (await readdir('content', { recursive: true })).filter((it) => it.endsWith('.yml'));
    const texts = await Promise.all(names.map((it) => readFile(join('content', it), 'utf8')));

    expect(names.length).toBeGreaterThan(50);
    for (const [at, text] of texts.entries()) expect(readPlain(text), names[at]).toEqual(readWhole(text));
  });

  it('are never misread, however they are mangled', () => {
    let state = SEED;
    const below = (most: number): number => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return state % most;
    };
    let read = 0;
    for (let round = 0; round < 3000; round += 1) {
      let text = SAMPLE;
      for (let left = 1 + below(2); left > 0; left -= 1) {
        const at = below(text.length);
        text = text.slice(0, at) + (PIECES[below(PIECES.length)] ?? '') + text.slice(at + below(3));
      }
      const plain = readPlain(text);
      if (plain === undefined) continue;
      read += 1;
      expect(plain, `seed ${SEED}: ${JSON.stringify(text)}`).toEqual(readWhole(text));
    }

    expect(read).toBeGreaterThan(200);
  });

  it.each([
    ['a value over two lines', 'a: b\n  c\n'],
    ['a block of text', 'a: |\n  b\n'],
    ['an anchor', 'a: &b c\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a comment after a value', 'a: b # c\n'],
    ['nothing', ''],
  ])('leave %s to the reader of all YAML', (_, text) => {
    expect(readPlain(text)).toBeUndefined();
  });
});

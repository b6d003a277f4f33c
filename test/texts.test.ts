import { describe, expect, it } from 'vitest';
import { textsIn } from '../src/texts/index.ts';

type Tree = { [name: string]: unknown };

/** Every sentence that takes no facts, by its path. */
function sentences(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${name}`, value]];
    if (typeof value === 'object' && value !== null) return sentences(value as Tree, `${path}${name}.`);
    return [];
  });
}
const paths = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? paths(value as Tree, `${path}${name}.`)
      : [`${path}${name}`],
  );

describe('sentences', () => {
  it('are the same in both languages', () => {
    expect(paths(textsIn('en')).sort()).toEqual(paths(textsIn('zh-CN')).sort());
  });

  it('in Chinese take full-width marks', () => {
    const half = sentences(textsIn('zh-CN')).filter(([, text]) => /[一-鿿][,;:?!](?!\d)/.test(text));
    expect(half).toEqual([]);
  });

  it('in English have no Chinese in them', () => {
    const mixed = sentences(textsIn('en')).filter(([, text]) => /[一-鿿，。；：？！]/.test(text));
    expect(mixed.filter(([path]) => !/language|chinese/i.test(path))).toEqual([]);
  });
});

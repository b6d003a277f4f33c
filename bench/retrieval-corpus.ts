import { readFile } from 'node:fs/promises';
import { type Content, loadContent } from '../src/answers/index.ts';
import { SYLLABLES } from '../src/language/syllables.ts';
import type { Passage } from '../src/retrieval/index.ts';

/** Numbers from 0 to under 1, the same ones every time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The content's entries as passages, in Chinese and in English. */
export function passagesOf({ entries }: Content): Passage[] {
  return entries.flatMap(({ report, section, title, titleEn, answer, answerEn }) => [
    {
      source: report.id,
      path: [...section.path.map((it) => it['zh-CN']), title],
      text: answer,
      from: 1,
      to: 1,
    },
    {
      source: report.id,
      path: [...section.path.map((it) => it.en), titleEn],
      text: answerEn,
      from: 1,
      to: 1,
    },
  ]);
}

/** A question of the set and what tells that a passage answers it. */
export type Labelled = { readonly q: string; readonly isRight: (passage: Passage) => boolean };

type Line = { q: string; answerable: boolean; reports?: string[]; must?: string[][]; history?: string[] };

/** The labelled questions that one of the passages answers. */
export async function labelledQuestions(passages: readonly Passage[]): Promise<Labelled[]> {
  const lines = (await readFile('test/answers/questions.jsonl', 'utf8')).trim().split('\n');
  const labelled: Labelled[] = [];
  for (const line of lines) {
    const { q, answerable, reports = [], must = [], history } = JSON.parse(line) as Line;
    if (!answerable || history || must.length === 0) continue;
    const isRight = ({ source, text }: Passage): boolean =>
      reports.includes(source) && must.every((any) => any.some((it) => text.includes(it)));
    if (passages.some(isRight)) labelled.push({ q, isRight });
  }
  return labelled;
}

/** How often the text leaves what the content says for any character of the language. */
const STRAY = 0.12;

/**
 * Makes texts of any number that are like the content: each character follows the one before as often as it does
 * there, and now and then comes one of the 6,763 characters of GB 2312, the earlier ones of a shuffled list far more
 * often than the later ones. So a few pairs stand nearly everywhere and most hardly anywhere, as in any language.
 */
export function textMaker(content: Content, seed: number): (characters: number) => string {
  const next = chance(seed);
  const texts = content.entries.flatMap((it) => [it.answer, it.title]);
  const followers = new Map<string, string[]>();
  for (const text of texts) {
    for (let at = 1; at < text.length; at += 1) {
      const known = followers.get(text.charAt(at - 1));
      if (known) known.push(text.charAt(at));
      else followers.set(text.charAt(at - 1), [text.charAt(at)]);
    }
  }
  const others = [...new Set(SYLLABLES.match(/\p{Script=Han}/gu))].sort();
  for (let at = others.length - 1; at > 0; at -= 1) {
    const to = Math.floor(next() * (at + 1));
    [others[at], others[to]] = [others[to] ?? '', others[at] ?? ''];
  }
  const other = (): string => others[Math.floor(others.length ** next()) - 1] ?? '';
  return (characters) => {
    let text = '';
    let last = '';
    for (let at = 0; at < characters; at += 1) {
      const after = followers.get(last);
      last = after && next() > STRAY ? (after[Math.floor(next() * after.length)] ?? '') : other();
      text += last;
    }
    // a text that was put together piece by piece takes several times the memory until it is copied in one
    return Buffer.from(text, 'utf16le').toString('utf16le');
  };
}

/** Shortest passage, and how many characters longer the longest are. */
const SHORTEST = 40;
const LONGER = 160;

/** Passages like those of a report, 40 to 200 characters long. */
export function manyPassages(content: Content, count: number, seed = 1): Passage[] {
  const make = textMaker(content, seed);
  const next = chance(seed + 1);
  const path: string[] = [];
  return Array.from({ length: count }, (_, number) => {
    const text = make(SHORTEST + Math.floor(next() * LONGER));
    return { source: `report-${number >> 8}`, path, text, from: 1, to: 1 };
  });
}

const FRAMES: readonly ((words: string) => string)[] = [
  (words) => `${words}是什么`,
  (words) => `请问${words}有哪些要求？`,
  (words) => `${words}怎么办`,
  (words) => `关于${words}，工会今年要做多少？`,
];

/** Questions with 4 to 14 characters out of a passage. */
export function manyQuestions(passages: readonly Passage[], count: number, seed = 2): string[] {
  const next = chance(seed);
  return Array.from({ length: count }, (_, number) => {
    const text = passages[Math.floor(next() * passages.length)]?.text ?? '';
    const from = Math.floor(next() * (text.length - 14));
    const words = text.slice(from, from + 4 + Math.floor(next() * 11));
    return FRAMES[number % FRAMES.length]?.(words) ?? words;
  });
}

export const readContent = (): Promise<Content> => loadContent('content');

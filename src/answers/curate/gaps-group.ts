import { normalise } from '../../language/normalise.ts';
import { tokensOf } from '../../language/tokens.ts';
import type { Gap, Reason } from '../gaps.ts';

/** Questions that ask for the same, the most frequent wording first. */
export type Group = {
  count: number;
  sample: string;
  outcomes: { [Key in Gap['outcome']]?: number };
  reasons: { [Key in Reason]?: number };
  /** The entry that came nearest most often. */
  nearest?: string;
  /** The first and the last month. */
  from: string;
  to: string;
};

/** Share of the words of two questions together that must be common to them. */
const ALIKE = 0.5;
/** The least share of the words of one question that is common, whatever the other one is. */
const LEAST = ALIKE / (2 - ALIKE);

const WEIGHT = { char: 1, pair: 2, word: 3, number: 1 } as const;

/** Words of a question that say nothing of what is asked. */
const EMPTY_WORDS =
  /请问|我想|想问|想知道|知道|一下|能不能|可不可以|可以|怎么样|怎么|怎样|如何|咋|什么|啥|多少|哪些|[吗呢啊吧呀的了是有要几]|\b(?:the|an?|of|is|are|was|were|be|how|what|which|do|does|did|can|could|please|tell|me|i|my|to|in|on|for|and|many|much|there|about)\b/g;

/** A year stands for itself, and makes no pairs: what is asked weighs more. */
const YEAR = /((?:19|20)\d\d)年?/g;

type Wording = { key: string; gaps: Gap[]; words: Map<string, number>; weight: number };

/** Groups questions by the words they share: the same groups for the same questions, in whatever order they come. */
export function groupGaps(gaps: readonly Gap[]): Group[] {
  const led: { leader: Wording; gaps: Gap[] }[] = [];
  const find = openLeaders();
  for (const wording of wordingsOf(gaps)) {
    const group = led[find(wording)];
    if (group) group.gaps.push(...wording.gaps);
    else led.push({ leader: wording, gaps: [...wording.gaps] });
  }
  return led
    .map(({ leader, gaps: all }) => groupOf(leader, all))
    .sort((a, b) => b.count - a.count || compare(a.sample, b.sample));
}

/** Finds the place of the leader most alike; a question that has none becomes the next leader. */
function openLeaders(): (wording: Wording) => number {
  const leaders: Wording[] = [];
  const having = new Map<string, number[]>();
  const lead = (wording: Wording): number => {
    for (const word of wording.words.keys()) {
      const places = having.get(word);
      if (places) places.push(leaders.length);
      else having.set(word, [leaders.length]);
    }
    return leaders.push(wording) - 1;
  };
  return (wording) => {
    let best = -1;
    let bestAlike = ALIKE;
    const { common, left } = shared(wording, having);
    for (const [place, weight] of common) {
      const leader = leaders[place];
      if (!leader || weight + left < (ALIKE / 2) * (wording.weight + leader.weight)) continue;
      const alike = alikeness(wording, leader);
      if (alike > bestAlike || (alike === bestAlike && (best < 0 || place < best))) {
        best = place;
        bestAlike = alike;
      }
    }
    return best < 0 ? lead(wording) : best;
  };
}

/**
 * What leaders have in common with a question: words that are rare are looked up first, until those left could not
 * make another leader alike. `left`: what the words weigh that were not looked up.
 */
function shared({ words, weight }: Wording, having: ReadonlyMap<string, number[]>) {
  const rareFirst = [...words].map(([word, its]) => ({ its, places: having.get(word) ?? [] }));
  rareFirst.sort((a, b) => a.places.length - b.places.length);
  const common = new Map<number, number>();
  let left = weight;
  for (const { its, places } of rareFirst) {
    if (left < LEAST * weight) break;
    for (const place of places) common.set(place, (common.get(place) ?? 0) + its);
    left -= its;
  }
  return { common, left };
}

function alikeness(one: Wording, other: Wording): number {
  const [few, many] = one.words.size < other.words.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, weight] of few.words) if (many.words.has(word)) common += weight;
  return (2 * common) / (one.weight + other.weight);
}

/** Each wording once, the most frequent first; a word weighs the more the fewer of them have it. */
function wordingsOf(gaps: readonly Gap[]): Wording[] {
  const byKey = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = normalise(gap.question)
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim();
    const same = byKey.get(key);
    if (same) same.push(gap);
    else byKey.set(key, [gap]);
  }
  const read = [...byKey].map(([key, same]) => ({ key, gaps: same, words: wordsOf(key) }));
  const spread = new Map<string, number>();
  for (const { words } of read)
    for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  for (const { words } of read)
    for (const [word, weight] of words)
      words.set(word, weight * (1 + Math.log(read.length / (spread.get(word) ?? 1))));
  return read
    .map((it) => ({ ...it, weight: [...it.words.values()].reduce((sum, weight) => sum + weight, 0) }))
    .sort((a, b) => b.gaps.length - a.gaps.length || compare(a.key, b.key));
}

function wordsOf(key: string): Map<string, number> {
  const telling = tokensOf(key.replace(EMPTY_WORDS, ' ').replace(YEAR, ' $1 '));
  const tokens = telling.length > 0 ? telling : tokensOf(key);
  return new Map(tokens.map(({ text, kind }) => [text, WEIGHT[kind]]));
}

function groupOf(leader: Wording, gaps: readonly Gap[]): Group {
  const months = gaps.map((it) => it.month).sort(compare);
  const [nearest] = counted(gaps.map((it) => it.entry));
  return {
    count: gaps.length,
    sample: leader.gaps.map((it) => it.question).sort(compare)[0] ?? '',
    outcomes: Object.fromEntries(counted(gaps.map((it) => it.outcome))),
    reasons: Object.fromEntries(counted(gaps.map((it) => it.reason))),
    ...(nearest ? { nearest: nearest[0] } : {}),
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
  };
}

/** How often each stands there, the most frequent first. */
function counted<Name extends string>(names: readonly (Name | undefined)[]): [Name, number][] {
  const counts = new Map<Name, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || compare(a, b));
}

/** By code units, the same on every machine. */
const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

import { soundAlike } from '../language/homophones.ts';
import { type Token, tokensOf } from '../language/tokens.ts';
import type { Concepts } from './concepts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing that a question asks about: a term, how much it counts, and what may stand for it at a discount. */
export type Wanted = { term: string; weight: number; instead: Instead[] };
/** `isSound`: it only sounds the same, as a slip of the pinyin keyboard does. */
export type Instead = { term: string; worth: number; isSound: boolean };

/** Weight of a token by its kind: pairs say most in Chinese, single characters catch what they miss. */
const KIND = { char: 0.35, pair: 1, word: 1.3, number: 1 } as const;
/** Characters that build sentences and say nothing of the subject; and what is left of the weight of a piece with one. */
const FUNCTION = new Set(
  '的了吗呢吧啊呀么咋啥怎哪谁什几想要能可以在是有和跟与给把被让得地着过这那些个就都也还又再很太最到从对为向往于及或但而且如果因所之其此该我你他她它您咱们俩来去说讲问请知道告诉叫做搞弄办打拿里上下套块摊份',
);
const FAINT = 0.35;

const weightOf = ({ text, kind }: Token, words: Vocabulary): number => {
  const faint =
    kind === 'char'
      ? FUNCTION.has(text)
      : kind === 'pair' && !words.has(text) && [...text].some((it) => FUNCTION.has(it));
  return KIND[kind] * (faint ? FAINT : 1);
};

/** Worth of another name of the same union term, and of a character that sounds the same. */
const OTHER_NAME = 0.7;
const SAME_SOUND = 0.8;

/** What is said around a question and asks nothing. */
const AROUND =
  /^(?:请问|麻烦问?一?下?|想问一?下?|我?想知道|问一?下|帮我?查一?下|告诉我|你好|您好|谢谢|那么?|please|hi|hello|can you tell me|could you tell me|tell me|i want to know|do you know)[,。!:\s]*/;
const TAIL = /(?:[吗呢啊呀吧哦嘛哈]|谢谢|来着|please|thanks)+[?!。.,~\s]*$/;

/** Pointing at a report without asking about it: 那份报告里怎么说. */
const POINTING =
  /(?:那|这)(?:份|篇|个)?(?:工作)?(?:报告|文章)(?:里|中|上)*(?:咋|怎么)?(?:说|讲|写|提)?(?:到|过)?(?![的是叫谁全标题写])|according to the report|in the report|does the report say|the report/g;

/**
 * The form of a question that is searched for.
 *
 * @param question normalised
 */
export function bare(question: string): string {
  let text = question.replace(POINTING, ' ').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(AROUND, '').replace(TAIL, '').trim();
  }
  return text;
}

/** What a question wants, by the words of the index. */
export function wantedIn(text: string, concepts: Concepts, words: Vocabulary): Wanted[] {
  const tokens = tokensOf(text);
  const mentions = concepts.mentionsIn(text, tokens);
  const heard = homophonesIn(tokens, words);
  const wanted = new Map<string, Wanted>();
  for (const token of tokens) {
    const known = wanted.get(token.text);
    if (known) {
      known.weight += weightOf(token, words) * 0.3;
      continue;
    }
    const instead: Instead[] = (heard.get(token.at * 2 + (token.kind === 'pair' ? 1 : 0)) ?? []).map(
      (term) => ({
        term,
        worth: SAME_SOUND,
        isSound: true,
      }),
    );
    for (const { concept, at, end } of mentions) {
      if (token.at >= at && token.end <= end)
        instead.push({ term: concept, worth: OTHER_NAME, isSound: false });
    }
    wanted.set(token.text, { term: token.text, weight: weightOf(token, words), instead });
  }
  return [...wanted.values()];
}

/**
 * For pairs that the index does not know, the pairs it knows that sound the same and differ in one character; and
 * for the character that differs, the one meant. Keyed by offset × 2, plus 1 for a pair.
 */
function homophonesIn(tokens: Token[], words: Vocabulary): Map<number, string[]> {
  const heard = new Map<number, string[]>();
  const note = (key: number, term: string): void => {
    const known = heard.get(key);
    if (!known) heard.set(key, [term]);
    else if (!known.includes(term)) known.push(term);
  };
  for (const { text, kind, at } of tokens) {
    const [first, second] = text;
    if (kind !== 'pair' || text.length !== 2 || !first || !second || words.has(text)) continue;
    for (const it of words.after(first)) {
      if (!soundAlike(second, it)) continue;
      note(at * 2 + 1, first + it);
      note((at + 1) * 2, it);
    }
    for (const it of words.before(second)) {
      if (!soundAlike(first, it)) continue;
      note(at * 2 + 1, it + second);
      note(at * 2, it);
    }
  }
  return heard;
}

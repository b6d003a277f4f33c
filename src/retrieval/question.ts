import { normalise } from '../language/normalise.ts';
import { stem, tokensOf } from '../language/tokens.ts';

/** A term of a question and where it stands. */
export type Asked = {
  readonly text: string;
  readonly kind: 'char' | 'pair' | 'word' | 'number';
  readonly at: number;
};

/** Longest question that is read; the rest is left out. */
const MOST_READ = 2000;

/** Words that ask and say nothing of the subject; in normalised text, where 一 is 1. */
const ASKING = new RegExp(
  [
    '请问|我?想问1?下?|我?想知道|告诉我',
    '(?:为|干)(?:什么|啥|何)|什么(?:时候|样|时间|地方)?|啥|哪(?:些|个|里|儿|1个|1)?|多少|如何|怎么样?|怎样|是?谁|几(?=[个年月日号次岁人家条种项位天])',
    '何(?:时|人|地|者|种|处|事|年|物|国)|是否|能否|可否|有没有|是不是|能不能|会不会|分别',
    '吗|呢|吧|呀|啊',
  ].join('|'),
  'g',
);

const ASKING_ENGLISH = new Set(
  (
    'what which who whom whose when where why how many much do does did is are was were be been can could would ' +
    'should will shall may might must have has had the a an of to in for on at by with from about as and or that this ' +
    'these those it its there their they he she his her we our you your i me my tell please'
  )
    .split(' ')
    .map(stem),
);

/** The terms of a question, in its order, without the words that only ask; all of them where nothing else is left. */
export function askedIn(question: string): Asked[] {
  const text = normalise(question.slice(0, MOST_READ));
  const bare = text.replace(ASKING, (it) => ' '.repeat(it.length));
  const asked = tokensOf(bare).filter((it) => it.kind !== 'word' || !ASKING_ENGLISH.has(it.text));
  return asked.length > 0 ? asked : tokensOf(text);
}

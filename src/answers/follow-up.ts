import { withoutPlaces } from '../language/places.ts';

/** Beginnings and words by which a question leans on the one before it. Read as normalised text. */
const LEANS =
  /^(?:那|那么|还有|其中|另外|再|具体|为什么|为啥|怎么说|然后|and\b|what about|how about|then\b|also\b|why\b|so\b|or\b|in which|which of)|(?:它|他们|她们|它们|其|这些|那些|这个|那个|这项|这事|该|此)|(?:呢)$|\b(?:it|its|they|them|their|those|these|that|this|there)\b/;
const SHORT = 9;

/** Whether it points at the question before it by its words, and is not only short. */
export const pointsBack = (text: string): boolean => LEANS.test(text.replace(/[\s\p{P}]+$/u, ''));

/** Whether a question cannot be understood without the one before it. */
export const isFollowUp = (text: string): boolean => {
  const line = text.replace(/[\s\p{P}]+$/u, '');
  return (
    LEANS.test(line) || line.length <= SHORT || (/^[\x20-\x7e]+$/.test(line) && line.split(' ').length <= 4)
  );
};

const YEARS = /(?<!\d)(?:19|20)?\d{2}(?=年)|(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const YEARS_HERE = /(?<!\d)(?:19|20)\d{2}(?!\d)|\d{2}年/;

/** What a follow-up may hold beside a place or a year and still ask nothing of its own: 那北京呢, what about 2020. */
const NOTHING = /那么?|还有|换成|如果是?|的话|年|呢|的|在|市|区|and|what about|how about|then|in|for|or|so/g;

/**
 * The whole question that a follow-up means, when it only names another place or year: that of before, there or then.
 * Undefined when it asks something of its own. Both are normalised.
 */
export function moved(text: string, before: string): string | undefined {
  const rest = withoutPlaces(text).replace(YEARS, ' ').replace(NOTHING, ' ');
  if (/[\p{L}\p{N}]/u.test(rest)) return undefined;
  const names = withoutPlaces(text) !== text;
  const kept = names ? withoutPlaces(before) : before;
  return `${YEARS_HERE.test(text) ? kept.replace(YEARS, ' ') : kept} ${text}`;
}

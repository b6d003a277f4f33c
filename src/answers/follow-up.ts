/** Beginnings and words by which a question leans on the one before it. Read as normalised text. */
const LEANS =
  /^(?:那|那么|还有|其中|另外|再|具体|为什么|为啥|怎么说|然后|and\b|what about|how about|then\b|also\b|why\b|so\b|or\b|in which|which of)|(?:它|他们|她们|它们|其|这些|那些|这个|那个|这项|这事|该|此)|(?:呢)$|\b(?:it|its|they|them|their|those|these|that|this|there)\b/;
const SHORT = 9;

/** Whether a question cannot be understood without the one before it. */
export const isFollowUp = (text: string): boolean => {
  const line = text.replace(/[\s\p{P}]+$/u, '');
  return (
    LEANS.test(line) || line.length <= SHORT || (/^[\x20-\x7e]+$/.test(line) && line.split(' ').length <= 4)
  );
};

/** What a model had a hand in, and how to get at the report's own extract. */
export const model = {
  readAs: ({ question }: { question: string }) => `您是不是要问：“${question}”`,
  generated: '由模型改写，以原文为准',
  extract: '看原文',
};

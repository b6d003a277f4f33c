import type { model as zhCn } from '../zh-cn/model.ts';

export const model: typeof zhCn = {
  readAs: ({ question }) => `Did you mean: “${question}”`,
  generated: 'Worded by a model; the extract counts',
  extract: 'Show the extract',
};

import type { common as zhCn } from '../zh-cn/common.ts';

export const common: typeof zhCn = {
  name: 'gongyou',
  fault: ({ reference }) =>
    `Something went wrong and nothing was changed. Please try again later; if it stays so, tell an admin the reference ${reference}.`,
  storeAway: 'Nothing can be saved right now and nothing was changed. Please try again in a moment.',
  storeUncertain:
    'The connection broke while saving, so it may or may not be saved. Please check in a moment before you try again.',
};

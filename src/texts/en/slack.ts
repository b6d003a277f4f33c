import type { slack as zhCn } from '../zh-cn/slack.ts';

export const slack: typeof zhCn = {};

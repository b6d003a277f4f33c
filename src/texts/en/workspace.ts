import type { workspace as zhCn } from '../zh-cn/workspace.ts';

export const workspace: typeof zhCn = {};

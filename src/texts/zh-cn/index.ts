import { common } from './common.ts';
import { refusals } from './refusals.ts';
import { slack } from './slack.ts';
import { workspace } from './workspace.ts';

export const zhCn = { common, refusals, slack, workspace };

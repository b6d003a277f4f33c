import type { start as zhCn } from '../zh-cn/start.ts';

export const start: typeof zhCn = {
  workspace: ({ url }) => `Browser workspace: ${url}`,
  alone: 'No settings for Slack: running in the browser workspace alone. README tells how to connect Slack.',
  slack: ({ how }) => `Connected to Slack (${how}).`,
  stopping: 'Stopping; finishing what is under way …',
  redisWrong: ({ why }) => `Redis cannot be reached: ${why}. Check REDIS_URL and that Redis is running.`,
  fileWrong: ({ why }) => `The data file cannot be opened: ${why}. Check the folder in GONGYOU_DATA.`,
  usage: [
    'Usage:',
    '  gongyou start                start',
    '  gongyou ask "question"       ask in the terminal',
    '  gongyou ask --jsonl          read lines {"id","q","history"?} and write the answers as lines',
    '  gongyou content check        check the content files',
    '  gongyou content gaps         questions that found no good answer, grouped by meaning',
  ].join('\n'),
};

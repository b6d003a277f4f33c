/** Said in the terminal. */
export const start = {
  workspace: ({ url }: { url: string }) => `浏览器工作区：${url}`,
  alone: '没有 Slack 的设置，只在浏览器工作区里运行。接入 Slack 的步骤见 README。',
  slack: ({ how }: { how: string }) => `已接入 Slack（${how}）。`,
  stopping: '正在停下，先把手上的事做完……',
  redisWrong: ({ why }: { why: string }) => `连不上 Redis：${why}。请检查 REDIS_URL，并确认 Redis 已经启动。`,
  fileWrong: ({ why }: { why: string }) => `打不开数据文件：${why}。请检查 GONGYOU_DATA 指的文件夹。`,
  usage: [
    '用法：',
    '  gongyou start                启动',
    '  gongyou ask "问题"           在终端里问一句',
    '  gongyou ask --jsonl          从标准输入逐行读 {"id","q","history"?}，逐行写出答案',
    '  gongyou content check        检查内容文件',
    '  gongyou content gaps         没答上和没帮上的问题，按意思归在一起',
  ].join('\n'),
};

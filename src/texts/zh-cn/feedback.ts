/** What was answered before, why it did not help, and what people ask in vain. */
export const feedback = {
  receipt: ({ id }: { id: string }) => `凭据号 ${id}`,
  receiptTitle: ({ id }: { id: string }) => `凭据 ${id}`,
  receiptLead: '当时是这样回答的：',
  receiptExtract: '当时引用的原文：',
  receiptSame: '这条内容到现在没有改过。',
  receiptNewer: '这条内容后来改过，上面是当时的版本。',
  receiptGone: '这条内容后来撤下了，上面是当时的版本。',
  showNow: '看现在的版本',
  fact: {
    title: '题目',
    report: '报告',
    section: '章节',
    level: '级别',
    year: '年份',
    version: '版本',
    entry: '条目',
  },
  whyAsked: '是哪里没帮上？点一下就行，不记名。',
  reasons: {
    topic: '答非所问',
    incomplete: '不完整',
    wrong: '过时或有误',
    unclear: '看不懂',
  },
  whyThanks: ({ reason }: { reason: string }) => `谢谢，记下了：${reason}。点错了可以再点一次改过来。`,
  gaps: {
    usage: [
      '用法：',
      '  gongyou content gaps [--since 2026-01] [--json]   没答上和没帮上的问题，按意思归在一起',
    ].join('\n'),
    away: '现在读不了数据，可能机器人正忙着写。请过一会儿再试。',
    nothing: '还没有没答上或没帮上的问题。',
    title: ({ questions, groups }: { questions: number; groups: number }) =>
      `没答上或没帮上的问题${questions}个，归成${groups}组：`,
    group: ({
      count,
      sample,
      kinds,
      near,
      months,
    }: {
      count: number;
      sample: string;
      kinds: string[];
      near: string;
      months: string;
    }) => `  ${count}次  ${sample}\n      ${kinds.join('，')}；最近的条目：${near}；${months}`,
    outcomes: { none: '报告里没有', related: '提到但没细说', useless: '没帮上' },
    share: ({ what, count }: { what: string; count: number }) => `${what}${count}`,
    nowhere: '无',
    months: ({ from, to }: { from: string; to: string }) => `${from}至${to}`,
    worst: '评价最差的条目：',
    entry: ({
      entry,
      useless,
      useful,
      reasons,
    }: {
      entry: string;
      useless: number;
      useful: number;
      reasons: string[];
    }) =>
      `  ${entry}  没帮上${useless}，有用${useful}${reasons.length > 0 ? `（${reasons.join('，')}）` : ''}`,
    more: ({ count }: { count: number }) => `  还有${count}项，加上 --json 可以看到全部。`,
  },
};

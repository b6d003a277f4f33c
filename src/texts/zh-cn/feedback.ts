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
};

import type { feedback as zhCn } from '../zh-cn/feedback.ts';

export const feedback: typeof zhCn = {
  receipt: ({ id }) => `Receipt ${id}`,
  receiptTitle: ({ id }) => `Receipt ${id}`,
  receiptLead: 'This was the answer at the time:',
  receiptExtract: 'The passage quoted at the time:',
  receiptSame: 'This entry has not changed since.',
  receiptNewer: 'This entry has been changed since; above is the version of that time.',
  receiptGone: 'This entry has been withdrawn since; above is the version of that time.',
  showNow: 'Show the present version',
  fact: {
    title: 'Topic',
    report: 'Report',
    section: 'Section',
    level: 'Level',
    year: 'Year',
    version: 'Version',
    entry: 'Entry',
  },
  whyAsked: 'What was wrong with it? One tap will do, and your name is not kept.',
  reasons: {
    topic: 'Wrong topic',
    incomplete: 'Incomplete',
    wrong: 'Outdated or wrong',
    unclear: 'Hard to understand',
  },
  whyThanks: ({ reason }) => `Thank you, noted: ${reason}. Tap another one to change it.`,
};

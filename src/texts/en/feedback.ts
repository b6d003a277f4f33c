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
  gaps: {
    usage: [
      'Usage:',
      '  gongyou content gaps [--since 2026-01] [--json]   questions that found no good answer, grouped by meaning',
    ].join('\n'),
    away: 'The data cannot be read right now; the bot may be busy writing. Please try again in a moment.',
    nothing: 'There are no questions yet that found no good answer.',
    title: ({ questions, groups }) =>
      `${questions} questions found no answer or one that did not help, in ${groups} groups:`,
    group: ({ count, sample, kinds, near, months }) =>
      `  ${count} ×  ${sample}\n      ${kinds.join(', ')}; nearest entry: ${near}; ${months}`,
    outcomes: { none: 'not in the reports', related: 'mentioned only', useless: 'not helpful' },
    share: ({ what, count }) => `${what} ${count}`,
    nowhere: 'none',
    months: ({ from, to }) => `${from} to ${to}`,
    worst: 'Entries rated worst:',
    entry: ({ entry, useless, useful, reasons }) =>
      `  ${entry}  not helpful ${useless}, helpful ${useful}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
    more: ({ count }) => `  ${count} more; --json shows all of them.`,
  },
};

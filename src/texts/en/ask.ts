import type { ask as zhCn } from '../zh-cn/ask.ts';

export const ask: typeof zhCn = {
  formTitle: 'Ask a question',
  formQuestion: 'What would you like to know?',
  formHint: 'Write it as you would say it, e.g. “how many nursing rooms did Beijing open in 2019”.',
  formSend: 'Ask',
  grounded: 'According to the reports:',
  verbatim: 'In the words of the report:',
  original: 'See the passage',
  alsoAsked: 'And what else you asked:',
  related: 'The reports mention this but do not go into it:',
  none: 'The reports I know do not answer this, and I will not guess.',
  nearest: 'Perhaps you meant:',
  noneNearest: 'You can ask in other words, or ask a person.',
  useful: 'Helpful',
  notUseful: 'Not helpful',
  person: 'Ask a person',
  otherwise: ({ title }) => `See also: ${title}`,
  thanks: 'Thank you, noted.',
  sorry: 'Noted; we will work on this. If you need an answer now, press “Ask a person”.',
  empty: 'I am here. Just say what you want to know, e.g.:',
  example: [
    'What is collective bargaining about?',
    'How many workers’ homes did Beijing open in 2019?',
    'What are the “five new goals” of Daxing?',
  ],
};

import type { desk as zhCn } from '../zh-cn/desk.ts';

export const desk: typeof zhCn = {
  confirm: 'Pass this question on to a person at the union?',
  what: 'The question they get',
  who: 'Who can read it',
  whoText: 'The cadres on duty see the question and your name; whoever runs this server can look it up too.',
  urgent: 'In danger call 110, 119 or 120 first; the union’s hotline is 12351.',
  send: 'Pass it on',
  cancel: 'No, thanks',
  cancelled: 'All right, nothing was passed on.',
  sent: 'Received and passed on. You will get the answer in a private message.',
  title: 'Somebody is waiting for an answer',
  from: 'Asked by',
  question: 'Question',
  reply: 'Answer',
  replyForm: 'Answer the member',
  replyHint: 'It goes to the person who asked as it stands, with your name.',
  replySend: 'Send',
  answered: ({ name }) => `Answered by ${name}`,
  done: 'Sent to the person who asked.',
  yourAnswer: ({ name }) => `${name} has answered your question`,
  yourQuestion: ({ question }) => `You asked: ${question}`,
  unposted:
    'Your question could not be passed on. Please contact your union directly; if urgent, call 12351.',
};

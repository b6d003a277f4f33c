import type { home as zhCn } from '../zh-cn/home.ts';

export const home: typeof zhCn = {
  title: 'What I can do for you',
  hello: ({ name }) => `Hello, ${name}`,
  role: { member: 'Member', cadre: 'Cadre', organiser: 'Organiser', admin: 'Admin' },
  about:
    'I am gongyou, the union’s chat assistant. I answer only from curated reports and show where it stands; what they do not say, I do not either, and help you find a person who knows.',
  canAsk:
    'Ask about policies and figures: write to me directly, mention me in a channel, or send /gongyou ask and your question.',
  canVote: 'When there is a poll in a channel, tap an option to vote and another to change.',
  canPoll: 'Open a poll: /gongyou poll "question" "A" "B", or just /gongyou poll for a form.',
  canRemind:
    'Announce a training: /gongyou remind; you see it before it goes out, and I remind people in time.',
  canLanguage: 'Chinese instead: /gongyou language zh. English again: /gongyou language en.',
  canReply: 'When a member waits for an answer, press “Answer” in the duty channel.',
  privacy:
    'Questions are kept without your name: those that found no good answer, freed of phone numbers, names and the like, for at most 180 days, so that the content can be mended; polls do not show who chose what, but whoever runs this server can look it up in its data.',
  ask: 'Ask a question',
  poll: 'Open a poll',
  training: 'Announce a training',
  running: 'Your open polls',
  close: ({ title }) => `Close “${title}”`,
  nothing: 'You have no open polls.',
  speaking: 'All right, English from now on.',
  cancel: 'Cancel',
};

import type { surveys as zhCn } from '../zh-cn/surveys.ts';

export const surveys: typeof zhCn = {
  formTitle: 'Open a poll',
  formQuestion: 'Question',
  formOptions: 'Options',
  formOptionsHint: 'One per line, 2 to 20.',
  formChannel: 'Channel to post it in',
  formSend: 'Open',
  opened: ({ title }) => `The poll “${title}” is open.`,
  caption: ({ people }) => (people === 1 ? '1 vote' : `${people} votes`),
  open: 'Tap once to vote; tap another option to change. One vote each.',
  privacy: 'The channel does not see who chose what; whoever runs this server can look it up in its data.',
  closed: ({ people }) =>
    people === 1 ? 'Closed; 1 person took part.' : `Closed; ${people} people took part.`,
  close: 'Close the poll',
  closeSure: 'Nobody can vote after that; the result stays here. Close it?',
  closeYes: 'Close',
  closeNo: 'Not yet',
  voted: ({ label }) => `Your vote: ${label}. Tap another option to change it until the poll closes.`,
  changed: ({ label }) => `Changed to: ${label}.`,
  closedByYou: ({ title }) => `“${title}” is closed; the result stays in the channel.`,
  unposted: ({ title }) =>
    `The poll “${title}” was not posted: I am not in that channel, or it is archived. Please invite me there, then open it again.`,
};

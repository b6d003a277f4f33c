import { momentIn } from '../../calendar/moment.ts';
import type { refusals as zhCn } from '../zh-cn/refusals.ts';

const role = { cadre: 'a union cadre', organiser: 'an organiser', admin: 'an admin' };

export const refusals: typeof zhCn = {
  'not-allowed': ({ needs }) => `Only ${role[needs]} can do this. Please ask ${role[needs]} of your union.`,
  'not-understood': ({ text }) => `I did not understand “${text}”. Send /gongyou help to see what I can do.`,
  'input-invalid': () => 'Something is missing or malformed. Please open it again and fill it in once more.',
  'stale-button': () => 'This button no longer works. Please start again.',
  'question-empty': () =>
    'There is no question yet. Just say what you want to know, e.g. “what is collective bargaining about”.',
  'question-too-long': ({ most }) => `The question is too long. Please keep it within ${most} characters.`,
  'entry-gone': () => 'This entry has been withdrawn. Please ask in other words.',
  'receipt-unknown': () =>
    'There is no such receipt. Check the 8 characters under the answer and send /gongyou receipt again; to ask a question, send /gongyou ask.',
  'poll-needs-channel': () => 'A poll needs a channel. Please open it in the channel where it should stand.',
  'poll-too-few-options': ({ least }) => `Too few options: at least ${least} are needed. Write one per line.`,
  'poll-too-many-options': ({ most }) => `Too many options: at most ${most}. Please merge or drop some.`,
  'poll-option-twice': ({ option }) => `The option “${option}” stands there twice. Please remove one.`,
  'poll-option-too-long': ({ most }) => `An option is too long. Please keep each within ${most} characters.`,
  'poll-title-missing': () => 'The poll has no question yet. Please write what people should choose.',
  'poll-title-too-long': ({ most }) => `The question is too long. Please keep it within ${most} characters.`,
  'poll-unknown': () => 'This poll cannot be found. It may have been deleted.',
  'poll-closed': ({ title, closedAt }, zone) =>
    `“${title}” closed on ${momentIn('en', closedAt, zone)}; votes are no longer taken.`,
  'poll-not-yours': ({ title }) => `Only its author or an admin can close “${title}”. Please ask the author.`,
  'event-unknown': () => 'This event cannot be found. It may have been deleted.',
  'event-not-yours': ({ title }) =>
    `Only its organiser or an admin can do this with “${title}”. Please ask the organiser.`,
  'event-already-announced': ({ title }) => `“${title}” has already been announced; nothing was sent again.`,
  'event-over': ({ title }) => `“${title}” has started or is over; answers can no longer be changed.`,
  'event-title-missing': () => 'Please write what the training or event is called.',
  'event-title-too-long': ({ most }) => `The name is too long. Please keep it within ${most} characters.`,
  'event-place-missing': () => 'Please write the place or a link.',
  'event-place-too-long': ({ most }) => `The place is too long. Please keep it within ${most} characters.`,
  'event-starts-in-past': ({ startsAt }, zone) =>
    `The start, ${momentIn('en', startsAt, zone)}, has passed. Please choose a time to come.`,
  'event-too-far': ({ most }) =>
    `The start is too far away: at most ${most} days ahead. Please choose an earlier one.`,
  'event-nobody': () => 'Nobody is chosen yet. Please choose a channel or some people.',
  'event-too-many-people': ({ most }) =>
    `At most ${most} people can be named one by one. For more, choose a channel.`,
  'event-offset-passed': () =>
    'All chosen reminders lie in the past. Choose a later start or shorter notice.',
  'bot-not-in-channel': () =>
    'I am not in that channel and cannot see its members. Please invite me, then try again.',
  'desk-closed': () =>
    'Nobody is set up to answer here yet. Please contact your union directly; if urgent, call 12351.',
  'ticket-unknown': () => 'This question cannot be found. It may have been dealt with.',
  'ticket-answered': ({ by }) => `${by} has already answered this question.`,
  'reply-empty': () => 'The reply is empty. Please write a few words first.',
  'reply-too-long': ({ most }) => `The reply is too long. Please keep it within ${most} characters.`,
  busy: () => 'Too many people at the same moment: this did not go through. Please press again.',
};

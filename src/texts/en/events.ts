import type { events as zhCn } from '../zh-cn/events.ts';

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

const lead = ({ minutes }: { minutes: number }): string => {
  if (minutes % 1440 === 0) return `${count(minutes / 1440, 'day', 'days')} before`;
  if (minutes % 60 === 0) return `${count(minutes / 60, 'hour', 'hours')} before`;
  return `${count(minutes, 'minute', 'minutes')} before`;
};

export const events: typeof zhCn = {
  formTitle: 'Announce a training',
  formName: 'What it is called',
  formStart: 'Start',
  formPlace: 'Place or link',
  formChannel: 'Whom to tell: a channel',
  formPeople: 'Or people by name',
  formWho: 'Choose one of the two; if both are chosen, the channel counts.',
  formLeads: 'When to remind',
  formSend: 'Preview',
  lead,
  dryRun: 'Nothing has been sent yet. This is what would happen:',
  name: 'What',
  when: 'When',
  where: 'Where',
  who: 'Who',
  inChannel: (it) =>
    `${count(it.count, 'person', 'people')} in the channel (one announcement there; reminders go to each in private)`,
  named: (it) => `${count(it.count, 'person', 'people')} by name (an announcement and reminders for each)`,
  reminder: ({ minutes }) => `Reminder, ${lead({ minutes })}`,
  cost: (it) =>
    `${count(it.count, 'private reminder', 'private reminders')} for each person; none for those who say they are not going.`,
  noReminder: 'No reminders, only the announcement.',
  moved: ({ minutes, at }) =>
    `The reminder ${lead({ minutes })} falls into quiet hours and goes out on ${at} instead.`,
  passed: ({ minutes }) => `The time for the reminder ${lead({ minutes })} has passed; it will not be sent.`,
  confirm: 'Send it',
  drop: 'Do not send',
  announced: ({ title }) =>
    `“${title}” is announced. I will remind everybody in time; nothing left for you to do.`,
  dropped: 'Nothing was sent; the draft is deleted.',
  going: 'Going',
  notGoing: 'Not going',
  counts: ({ yes, no }) => `Going ${yes} · Not going ${no}`,
  signedUp: ({ title }) => `Noted: you are going to “${title}”.`,
  declined: ({ title }) => `Noted: you are not going to “${title}”. No more reminders of it.`,
  remind: ({ title }) => `Reminder: ${title}`,
  remindYes: 'You said you are going. If that changes, press “Not going”.',
  remindOpen: 'One tap tells the organiser; “Not going” ends the reminders.',
  over: 'It has started or is over.',
  skipped: ({ title, minutes }) => `The reminder of “${title}” ${lead({ minutes })} did not reach everybody`,
  skippedLate:
    'I could not send it in time, and now it would be of no use, so it was not sent late. Please tell those who missed it.',
  skippedAudience:
    'I cannot see the members of that channel; it may be archived, or I was removed. Please check and tell people yourself.',
  unposted: ({ title }) =>
    `“${title}” was not announced: I am not in that channel, or it is archived. Please check, and tell people yourself.`,
};

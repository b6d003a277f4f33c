import type { slack as zhCn } from '../zh-cn/slack.ts';

export const slack: typeof zhCn = {
  saving: 'Saving, one moment…',
  done: 'Done.',
  close: 'Close',
  sure: 'Please confirm',
  choose: 'Choose',
  vote: 'Choose',
  voteFor: ({ label }) => `Choose “${label}”`,
  votes: ({ count, share }) => `${count} ${count === 1 ? 'vote' : 'votes'}, ${share}%`,
  label: ({ label }) => `${label}: `,
  to: 'to',
  source: ({ line }) => `Source: ${line}`,
  wholeLabel: ({ label }) => `The button in full: ${label}`,
  leftOut: ({ chars }) => `This is too long; about ${chars} more characters are not shown.`,
  leftOutOptions: ({ count }) => `Too many options; ${count} more are not listed.`,
  tooSlow: 'That took too long, so the form did not open. Please try again.',
  needsCommand: 'A form cannot open from here. Type /gongyou and what you want to do.',
  inDirect: 'The answer is in your direct messages with Gongyou.',
  notShown: 'It was done, but the result could not be shown. Look at Gongyou’s home page.',
  pressGone: 'This button no longer works. Please start again.',
  setup: {
    token: () =>
      'Slack does not accept the bot token. Copy the one that begins with xoxb- from “OAuth & Permissions” at api.slack.com/apps into SLACK_BOT_TOKEN.',
    'socket-token': () =>
      'Slack does not accept the app token. Make one with the scope connections:write under “App-Level Tokens” in “Basic Information”, put it into SLACK_APP_TOKEN, and turn Socket Mode on.',
    'signing-secret': () =>
      'The signing secret is missing. Put the Signing Secret from “Basic Information” into SLACK_SIGNING_SECRET, or set SLACK_APP_TOKEN to use Socket Mode.',
    unreachable: ({ where }) =>
      `Slack cannot be reached (${where}). Check the network, the proxy and SLACK_API_URL.`,
    refused: ({ why }) => `Slack refused to connect: ${why}. Check the app’s settings, or try again later.`,
    'port-taken': ({ where }) =>
      `The port for Slack’s requests, ${where}, is taken. Stop the program that holds it, or choose another with SLACK_PORT.`,
    'port-forbidden': ({ where }) =>
      `The port ${where} may not be used. Choose one above 1024 with SLACK_PORT.`,
    'host-unknown': ({ where }) => `This machine has no address ${where}. Change SLACK_HOST.`,
    'listen-failed': ({ where }) =>
      `Slack’s requests cannot be received at ${where}. Check SLACK_HOST and SLACK_PORT.`,
  },
};

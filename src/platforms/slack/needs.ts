/**
 * All that the bot uses of Slack, in one place: a test compares `manifest.yml` with it, and the scopes with what
 * Slack's documentation asks for each method. Code that calls or listens to anything else does not compile.
 */

/** The slash command. */
export const COMMAND = '/gongyou';
/** The message shortcut "Ask about this". */
export const SHORTCUT = 'ask_about_this';
/** How the ids of buttons begin. */
export const PRESS = 'press-';
/** The `callback_id` of forms. */
export const FORM = 'form';
/** The `callback_id` of cards shown in a modal. */
export const NOTICE = 'notice';

/** Events as the manifest subscribes to them, with the scope each needs. https://docs.slack.dev/reference/events (2026-11) */
export const EVENTS = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  app_home_opened: [],
} as const;

/**
 * Web API methods, with the scopes of ours that each works by. Where the documentation lists one scope per kind of
 * conversation, the kinds that the bot is in are here.
 */
export const METHODS = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  // looks for a post that got no answer, by its metadata
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  // who is in the channel that an announcement goes to
  'conversations.members': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.push': [],
  'views.publish': [],
  'views.update': [],
} as const;

export type Method = keyof typeof METHODS;

/** Commands and shortcuts come with this scope. */
export const COMMAND_SCOPE = 'commands';

/** Every scope the bot token needs. */
export const SCOPES: readonly string[] = [
  ...new Set([COMMAND_SCOPE, ...Object.values(EVENTS).flat(), ...Object.values(METHODS).flat()]),
].sort();

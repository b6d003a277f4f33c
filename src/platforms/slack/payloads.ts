import { z } from 'zod';
import { ViewState } from './form.ts';

/*
 * What is read of Slack's payloads, and no more. https://docs.slack.dev/interactivity, …/reference/events (2026-11)
 */

const id = z.string().min(1);

/** Said about who sent it: `team` and `enterprise` as ids. */
const Message = {
  user: id.optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  ts: id,
  thread_ts: z.string().optional(),
  channel: id,
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
};

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('app_mention'), ...Message }),
  z.object({ type: z.literal('message'), ...Message, channel_type: z.string().optional() }),
  z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().optional() }),
]);

export const EventBody = z.object({
  event_id: id,
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  authorizations: z
    .array(z.object({ team_id: z.string().nullish(), enterprise_id: z.string().nullish() }))
    .nullish(),
  event: Event,
});
export type EventBody = z.infer<typeof EventBody>;
export type MessageEvent = Exclude<EventBody['event'], { type: 'app_home_opened' }>;

export const CommandBody = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  channel_id: id,
  user_id: id,
  text: z.string().default(''),
  response_url: z.string(),
  trigger_id: id,
});

const Actor = {
  team: z.object({ id: z.string(), enterprise_id: z.string().nullish() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  user: z.object({ id, team_id: z.string().nullish() }),
};

export const ShortcutBody = z.object({
  ...Actor,
  trigger_id: id,
  response_url: z.string(),
  channel: z.object({ id }),
  message: z.object({ text: z.string().default('') }),
});

const View = z.object({ id, type: z.enum(['modal', 'home']), private_metadata: z.string().default('') });

export const PressBody = z.object({
  ...Actor,
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    view_id: z.string().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional() }).nullish(),
  view: View.nullish(),
  actions: z
    .array(
      z.object({
        action_id: id,
        block_id: z.string().default(''),
        value: z.string().optional(),
        action_ts: z.string().default(''),
      }),
    )
    .min(1),
});

export const SubmitBody = z.object({
  ...Actor,
  trigger_id: z.string().optional(),
  view: View.extend({ hash: z.string().default(''), state: z.object({ values: ViewState }) }),
});

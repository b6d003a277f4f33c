import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { SlackDouble } from '../slack-double.ts';
import { buttonsOf, stateOf } from './shown.ts';
import { BOT, type Message, type View, type Whisper } from './workplace.ts';

export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

/** How acts reach the bot: the address of its receiver, or Socket Mode. */
export type Target = { readonly url: string; readonly secret?: string } | 'socket';

export type Retry = { readonly num: number; readonly reason: string };
export type Delivered = { readonly status: number; readonly body: unknown };

type Kind = 'events_api' | 'slash_commands' | 'interactive';

/** Sends what Slack sends: signed requests, or envelopes. */
export function createDelivery(double: SlackDouble, target: () => Target) {
  async function http(
    kind: Kind,
    body: object,
    url: string,
    secret: string,
    retry?: Retry,
  ): Promise<Delivered> {
    const json = kind === 'events_api';
    const form =
      kind === 'interactive' ? { payload: JSON.stringify(body) } : (body as Record<string, string>);
    const text = json ? JSON.stringify(body) : new URLSearchParams(form).toString();
    const at = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex')}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': at,
        'x-slack-signature': signature,
        ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
      },
      body: text,
    });
    const answer = await response.text();
    return { status: response.status, body: answer.startsWith('{') ? JSON.parse(answer) : answer };
  }

  return async (kind: Kind, body: object, retry?: Retry): Promise<Delivered> => {
    const to = target();
    if (to !== 'socket') return http(kind, body, to.url, to.secret ?? SIGNING_SECRET, retry);
    return { status: 200, body: await double.socket.deliver(kind, body, retry, 5000) };
  };
}

export type People = ReturnType<typeof createPeople>;

/** What people do in the workplace, told to the bot as Slack tells it. */
export function createPeople(double: SlackDouble, target: () => Target) {
  const { workplace } = double;
  const deliver = createDelivery(double, target);
  const userOf = (id: string) => ({
    id,
    username: id.toLowerCase(),
    name: id.toLowerCase(),
    team_id: BOT.team,
  });
  const actor = (id: string) => ({
    team: { id: BOT.team, domain: 'union' },
    user: userOf(id),
    api_app_id: BOT.app,
    token: 'x',
    enterprise: null,
    is_enterprise_install: false,
  });

  /** An event, as it is sent the first time; send the same again for a retry. */
  function eventBody(event: object): object {
    return {
      token: 'x',
      team_id: BOT.team,
      api_app_id: BOT.app,
      event,
      type: 'event_callback',
      event_id: workplace.next('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: BOT.team,
          user_id: BOT.user,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: '4-abc',
    };
  }

  function said(by: string, channel: string, text: string, thread?: string) {
    const message = workplace.post({ channel, text, user: by, bot: false, ...(thread ? { thread } : {}) });
    const { ts } = message;
    const rest = thread ? { thread_ts: thread } : {};
    return {
      message,
      event: { user: by, text, ts, channel, team: BOT.team, client_msg_id: 'c', event_ts: ts, ...rest },
    };
  }

  const mentionBody = (by: string, channel: string, text: string, thread?: string) => {
    const { message, event } = said(by, channel, `<@${BOT.user}> ${text}`, thread);
    return { message, body: eventBody({ type: 'app_mention', ...event }) };
  };
  const directBody = (by: string, text: string, thread?: string) => {
    const { message, event } = said(by, workplace.direct(by).id, text, thread);
    return { message, body: eventBody({ type: 'message', channel_type: 'im', ...event }) };
  };

  function pressBody(by: string, shown: Message | Whisper | View, label: string): object {
    const buttons = buttonsOf(shown.blocks);
    const button = buttons.find((it) => it.text.text === label || it.accessibility_label === label);
    if (!button) throw new Error(`no button ${label} among ${buttons.map((it) => it.text.text).join(', ')}`);
    const action = { ...button, action_ts: workplace.ts() };
    const trigger_id = double.trigger(by);
    const base = { type: 'block_actions', ...actor(by), trigger_id, actions: [action] };
    if ('view' in shown) {
      const view = { ...shown.view, id: shown.id, hash: shown.hash, blocks: shown.blocks, team_id: BOT.team };
      return { ...base, container: { type: 'view', view_id: shown.id }, view };
    }
    const ephemeral = !('ts' in shown);
    const ts = ephemeral ? workplace.ts() : shown.ts;
    const thread = shown.thread ? { thread_ts: shown.thread } : {};
    return {
      ...base,
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: shown.channel,
        is_ephemeral: ephemeral,
        ...thread,
      },
      channel: { id: shown.channel, name: shown.channel.startsWith('D') ? 'directmessage' : 'hall' },
      response_url: double.responseUrl(by, shown.channel, ephemeral ? undefined : ts),
      ...(ephemeral
        ? {}
        : {
            message: {
              type: 'message',
              ts,
              user: BOT.user,
              text: shown.text,
              blocks: shown.blocks,
              ...thread,
            },
          }),
    };
  }

  /** Sends the form on top; fields are named by their block ids, and what is not typed stays as it was offered. */
  function submitBody(by: string, typed: { readonly [field: string]: unknown }): object {
    const view = workplace.modal(by);
    if (!view) throw new Error(`${by} sees no form`);
    const state = { values: stateOf(view.blocks, typed) };
    const sent = {
      ...view.view,
      id: view.id,
      hash: view.hash,
      blocks: view.blocks,
      state,
      team_id: BOT.team,
    };
    return {
      type: 'view_submission',
      ...actor(by),
      trigger_id: double.trigger(by),
      view: sent,
    };
  }

  /** What Slack does with the answer to a form. */
  function settle(by: string, body: unknown): void {
    const answer =
      z
        .object({
          response_action: z.string().optional(),
          errors: z.record(z.string(), z.string()).optional(),
          view: z.record(z.string(), z.unknown()).optional(),
        })
        .safeParse(body || {}).data ?? {};
    const top = workplace.modal(by);
    if (!top) return;
    if (answer.response_action === 'clear') workplace.modals.set(by, []);
    else if (answer.response_action === 'errors')
      workplace.change(top.id, (old) => ({ ...old, errors: answer.errors ?? {} }));
    else if (answer.response_action === 'update')
      workplace.change(top.id, (old) => ({ ...workplace.show(by, answer.view ?? {}), id: old.id }));
    else workplace.modals.set(by, workplace.stackOf(by).slice(0, -1));
  }

  return {
    deliver,
    eventBody,
    mentionBody,
    directBody,
    pressBody,
    submitBody,
    async mention(by: string, channel: string, text: string, thread?: string): Promise<Message> {
      const { message, body } = mentionBody(by, channel, text, thread);
      await deliver('events_api', body);
      return message;
    },
    async write(by: string, text: string, thread?: string): Promise<Message> {
      const { message, body } = directBody(by, text, thread);
      await deliver('events_api', body);
      return message;
    },
    command(by: string, channel: string, text: string): Promise<Delivered> {
      return deliver('slash_commands', {
        token: 'x',
        api_app_id: BOT.app,
        team_id: BOT.team,
        team_domain: 'union',
        channel_id: channel,
        channel_name: 'hall',
        user_id: by,
        user_name: by.toLowerCase(),
        command: '/gongyou',
        text,
        response_url: double.responseUrl(by, channel),
        trigger_id: double.trigger(by),
        is_enterprise_install: 'false',
      });
    },
    askAbout(by: string, message: Message): Promise<Delivered> {
      return deliver('interactive', {
        type: 'message_action',
        callback_id: 'ask_about_this',
        ...actor(by),
        trigger_id: double.trigger(by),
        message_ts: message.ts,
        response_url: double.responseUrl(by, message.channel),
        channel: { id: message.channel, name: 'hall' },
        message: { type: 'message', user: message.user, text: message.text, ts: message.ts },
        action_ts: workplace.ts(),
      });
    },
    press(by: string, shown: Message | Whisper | View, label: string): Promise<Delivered> {
      return deliver('interactive', pressBody(by, shown, label));
    },
    async submit(by: string, typed: { readonly [field: string]: unknown } = {}): Promise<Delivered> {
      const delivered = await deliver('interactive', submitBody(by, typed));
      settle(by, delivered.body);
      return delivered;
    },
    openHome(by: string): Promise<Delivered> {
      const event = {
        type: 'app_home_opened',
        user: by,
        channel: workplace.direct(by).id,
        tab: 'home',
        event_ts: workplace.ts(),
      };
      return deliver('events_api', eventBody(event));
    },
  };
}

import type { z } from 'zod';
import type { Place } from '../port.ts';
import { carried } from './elements.ts';
import { filledIn, isDirect, readMetadata } from './form.ts';
import type { PressBody, SubmitBody } from './payloads.ts';
import { actsHere, idOf, type Me, type Origin, type Received } from './received.ts';

type Pressed = z.infer<typeof PressBody>;

/** A pressed button; `'stale'` where it is none that we know. */
export function readPress(body: z.infer<typeof PressBody>, me: Me): Received | 'stale' | undefined {
  if (!actsHere(body, me)) return undefined;
  const [action] = body.actions;
  const press = action?.value === undefined ? undefined : carried(action.value);
  if (!action || !press) return 'stale';
  const { container, view, user } = body;
  const opened = view ? readMetadata(view.private_metadata) : undefined;
  const isHome = view?.type === 'home';
  const at = view ? opened?.at : placeOfPress(body);
  const unique =
    body.trigger_id ??
    [
      user.id,
      container.view_id ?? `${container.channel_id}-${container.message_ts}`,
      action.block_id,
      action.action_id,
      action.action_ts,
    ].join('~');
  return {
    incoming: {
      id: idOf('tr', unique),
      by: user.id,
      ...(at ? { at } : {}),
      did: { kind: 'press', ...press },
    },
    origin: {
      by: user.id,
      kind: 'press',
      ...(at ? { at } : {}),
      ...(body.response_url ? { responseUrl: body.response_url } : {}),
      ...(body.trigger_id ? { triggerId: body.trigger_id } : {}),
      ...(view ? { view: { id: view.id, isHome, fields: [] } } : pressedIn(container)),
      ...(isHome || opened?.fromHome ? { fromHome: true } : {}),
    },
  };
}

function placeOfPress({ container, message }: Pressed): Place | undefined {
  const { channel_id: channel } = container;
  if (!channel) return undefined;
  const thread = container.thread_ts ?? message?.thread_ts;
  return { channel, direct: isDirect(channel), ...(thread ? { thread } : {}) };
}

function pressedIn({ channel_id, message_ts, is_ephemeral }: Pressed['container']): Pick<Origin, 'pressed'> {
  if (!channel_id || !message_ts) return {};
  return { pressed: { channel: channel_id, message: message_ts, ephemeral: is_ephemeral ?? false } };
}

/** A form that was sent; `'stale'` where it is none that we know. */
export function readSubmit(body: z.infer<typeof SubmitBody>, me: Me): Received | 'stale' | undefined {
  if (!actsHere(body, me)) return undefined;
  const { view, user } = body;
  const carries = readMetadata(view.private_metadata);
  if (!carries?.press) return 'stale';
  const { press, at, fromHome } = carries;
  const filled = filledIn(view.state.values);
  return {
    incoming: {
      id: idOf('tr', body.trigger_id ?? `${view.id}~${view.hash}`),
      by: user.id,
      ...(at ? { at } : {}),
      did: { kind: 'send', ...press, filled },
    },
    origin: {
      by: user.id,
      kind: 'send',
      ...(at ? { at } : {}),
      ...(body.trigger_id ? { triggerId: body.trigger_id } : {}),
      view: { id: view.id, isHome: false, fields: Object.keys(view.state.values) },
      ...(fromHome ? { fromHome } : {}),
    },
  };
}

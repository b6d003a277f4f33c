import type { App } from '@slack/bolt';
import type { z } from 'zod';
import type { Log } from '../../log.ts';
import type { Reply } from '../../view/reply.ts';
import type { Dispatch } from '../port.ts';
import type { CarryOut } from './carry-out.ts';
import { within } from './in-flight.ts';
import { mentioned } from './mrkdwn.ts';
import { COMMAND, FORM, PRESS, SHORTCUT } from './needs.ts';
import { formAnswer, noticeView, said } from './notice.ts';
import { CommandBody, EventBody, PressBody, ShortcutBody, SubmitBody } from './payloads.ts';
import { readCommand, readEvent, readShortcut } from './receive.ts';
import { readPress, readSubmit } from './receive-view.ts';
import type { Me, Origin, Received } from './received.ts';
import type { Drawing } from './render.ts';
import type { Roster } from './roster.ts';

/** Slack waits three seconds for the answer to a form; then it tells the person that something is wrong. */
const FORM_MS = 2500;
/** Most people whose names are looked up in one text. */
const MOST_NAMES = 10;

export type ListenParts = {
  readonly me: Me;
  readonly dispatch: Dispatch;
  readonly carry: CarryOut;
  readonly roster: Roster;
  readonly log: Log;
  drawingFor(person: string): Promise<Drawing>;
  /** The direct message with a person, where it can be had. */
  directWith(person: string): Promise<string | undefined>;
};

/** Hears what people do in Slack, hands it on, and shows the answer. A command and a press are acknowledged first. */
export function listen(app: App, parts: ListenParts): void {
  const { me, dispatch, carry, log } = parts;

  const onEvent = async ({ body }: { body: unknown }): Promise<void> => {
    const read = parse(EventBody, body, 'event', log);
    if (!read) return;
    const text = read.event.type === 'app_home_opened' ? '' : read.event.text;
    await answer(readEvent(read, me, await namesIn(text, parts)), parts);
  };
  app.event('app_mention', onEvent);
  app.event('message', onEvent);
  app.event('app_home_opened', onEvent);

  app.command(COMMAND, async ({ ack, body }) => {
    await ack();
    const read = parse(CommandBody, body, 'command', log);
    if (read) await answer(readCommand(read, me, await namesIn(read.text, parts)), parts);
  });

  app.shortcut({ callback_id: SHORTCUT, type: 'message_action' }, async ({ ack, body }) => {
    await ack();
    const read = parse(ShortcutBody, body, 'shortcut', log);
    if (!read) return;
    const [nameOf, direct] = await Promise.all([
      namesIn(read.message.text, parts),
      parts.directWith(read.user.id),
    ]);
    await answer(readShortcut(read, me, nameOf, direct), parts);
  });

  app.action(new RegExp(`^${PRESS}`), async ({ ack, body }) => {
    await ack();
    const read = parse(PressBody, body, 'press', log);
    const received = read && readPress(read, me);
    if (received !== 'stale') return answer(received, parts);
    const by = read?.user.id ?? '';
    const { words } = await parts.drawingFor(by);
    const origin: Origin = {
      by,
      kind: 'press',
      ...(read?.response_url ? { responseUrl: read.response_url } : {}),
    };
    await carry.toAsker(said(words.pressGone), origin, await parts.drawingFor(by));
  });

  app.view({ callback_id: FORM, type: 'view_submission' }, async ({ ack, body }) => {
    const read = parse(SubmitBody, body, 'form', log);
    const received = read && readSubmit(read, me);
    if (!received || received === 'stale') return ack();
    const { incoming, origin } = received;
    const drawing = await parts.drawingFor(origin.by);
    const coming = dispatch(incoming);
    const reply = await within(coming, FORM_MS);
    if (!reply) {
      await ack({ response_action: 'update', view: noticeView(said(drawing.words.saving), origin, drawing) });
      const late = await coming;
      await carry.afterwards(late, origin);
      return after(late, received, parts);
    }
    const answered = formAnswer(reply, origin, drawing);
    if (answered.is === 'errors') await ack({ response_action: 'errors', errors: answered.errors });
    if (answered.is === 'view') await ack({ response_action: 'update', view: answered.view });
    if (answered.is === 'closed') await ack({ response_action: 'clear' });
    await after(reply, received, parts);
  });
}

async function answer(received: Received | undefined, parts: ListenParts): Promise<void> {
  if (!received) return;
  const { incoming, origin } = received;
  const reply = await parts.dispatch(incoming);
  try {
    await parts.carry.carryOut(reply, origin);
  } catch (error) {
    const stack = error instanceof Error ? error.stack : String(error);
    parts.log.error({ id: incoming.id, to: reply.to, stack }, 'an answer could not be shown');
    const drawing = await parts.drawingFor(origin.by);
    await parts.carry.toAsker(said(drawing.words.notShown), origin, drawing);
  }
  if (origin.kind === 'press') await homeAgain(reply, received, parts);
}

/** What a form's answer asks for besides the answer to Slack. */
async function after(reply: Reply, received: Received, parts: ListenParts): Promise<void> {
  if (reply.to === 'home' || reply.to === 'here') await parts.carry.carryOut(reply, received.origin);
  if (reply.to !== 'fields') await homeAgain(reply, received, parts);
}

/** What was done from the home page may have changed it. */
async function homeAgain(reply: Reply, { incoming, origin }: Received, parts: ListenParts): Promise<void> {
  if (!origin.fromHome || reply.to === 'form' || reply.to === 'home') return;
  const home = await parts.dispatch({ id: `${incoming.id}-home`, by: origin.by, did: { kind: 'home' } });
  if (home.to === 'home') await parts.carry.carryOut(home, { by: origin.by, kind: 'home' });
}

function parse<T>(schema: z.ZodType<T>, body: unknown, what: string, log: Log): T | undefined {
  const read = schema.safeParse(body);
  if (!read.success)
    log.warn({ what, at: read.error.issues[0]?.path.join('.') }, 'slack sent a shape we do not know');
  return read.data;
}

/** The names of those who are mentioned in a text. */
async function namesIn(text: string, { roster, me }: ListenParts): Promise<(id: string) => string> {
  const ids = mentioned(text)
    .filter((id) => id !== me.user)
    .slice(0, MOST_NAMES);
  const names = new Map(
    await Promise.all(ids.map(async (id) => [id, (await roster.person(id)).name] as const)),
  );
  return (id) => names.get(id) ?? id;
}

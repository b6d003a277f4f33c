import type { Log } from '../../log.ts';
import type { Card } from '../../view/card.ts';
import type { Form } from '../../view/form.ts';
import type { Reply } from '../../view/reply.ts';
import type { Ended } from '../port.ts';
import { anything, type Call } from './calls.ts';
import { formView } from './form.ts';
import { formAnswer, noticeView, said } from './notice.ts';
import type { Origin } from './received.ts';
import { type Drawing, render } from './render.ts';
import { respond } from './respond.ts';
import type { Send } from './send.ts';

export type CarryOutParts = {
  readonly call: Call;
  readonly send: Send;
  readonly log: Log;
  drawingFor(person: string): Promise<Drawing>;
};

export type CarryOut = ReturnType<typeof createCarryOut>;

/** Shows what dispatch answers at once, by the means that came with the act. */
export function createCarryOut({ call, send, log, drawingFor }: CarryOutParts) {
  async function carryOut(reply: Reply, origin: Origin): Promise<void> {
    const drawing = await drawingFor(origin.by);
    switch (reply.to) {
      case 'nobody':
        if (origin.kind === 'shortcut') await toAsker(said(drawing.words.inDirect), origin, drawing);
        return;
      case 'here':
        await send.post(origin.at ?? { person: origin.by }, render(reply.show, 'message', drawing));
        return;
      case 'asker':
        return toAsker(reply.show, origin, drawing);
      case 'card':
        return inPlace(reply.show, origin, drawing);
      case 'form':
        return open(reply.open, origin, drawing);
      case 'home':
        return home(reply.show, origin.by, drawing);
      case 'fields':
        return toAsker(said(Object.values(reply.wrong).join('\n')), origin, drawing);
    }
  }

  /** For the asker's eyes: over the view in which they are, else where they asked, else in their direct message. */
  async function toAsker(card: Card, origin: Origin, drawing: Drawing): Promise<void> {
    const { by, at, responseUrl, view } = origin;
    if (view && (await overView(card, origin, drawing))) return;
    const rendered = render(card, 'message', drawing);
    if (responseUrl && (await respond(responseUrl, rendered, { thread: at?.thread }, log))) return;
    if (at && (await send.whisper(at, by, rendered)).kind === 'done') return;
    const ended = await send.post({ person: by }, rendered);
    if (ended.kind !== 'done') log.warn({ by, why: ended.why }, 'an answer was not shown');
  }

  /** On top of a modal or of the home page; in place of a modal on which nothing more can be put. */
  async function overView(card: Card, origin: Origin, drawing: Drawing): Promise<boolean> {
    const { view, triggerId, kind } = origin;
    const notice = noticeView(card, origin, drawing);
    if (triggerId && kind === 'press') {
      const method = view?.isHome ? 'views.open' : 'views.push';
      const opened = await call(method, { trigger_id: triggerId, view: notice }, anything);
      if (opened.kind === 'done') return true;
    }
    if (!view || view.isHome) return false;
    return (await call('views.update', { view_id: view.id, view: notice }, anything)).kind === 'done';
  }

  async function inPlace(card: Card, origin: Origin, drawing: Drawing): Promise<void> {
    const { responseUrl, pressed, view } = origin;
    if (view && !view.isHome) {
      const args = { view_id: view.id, view: noticeView(card, origin, drawing) };
      if ((await call('views.update', args, anything)).kind === 'done') return;
    }
    if (!pressed) return toAsker(card, origin, drawing);
    const rendered = render(card, 'message', drawing);
    if (responseUrl && (await respond(responseUrl, rendered, { replace: true }, log))) return;
    if (!pressed.ephemeral && (await send.edit(pressed, rendered)).kind === 'done') return;
    await toAsker(card, origin, drawing);
  }

  async function open(form: Form, origin: Origin, drawing: Drawing): Promise<void> {
    const { triggerId: trigger_id, view } = origin;
    if (!trigger_id) return toAsker(said(drawing.words.needsCommand), origin, drawing);
    const method = view && !view.isHome ? 'views.push' : 'views.open';
    const opened = await call(method, { trigger_id, view: formView(form, origin, drawing.words) }, anything);
    if (opened.kind !== 'done') await toAsker(said(drawing.words.tooSlow), origin, drawing);
  }

  async function home(card: Card, person: string, drawing: Drawing): Promise<void> {
    const view = { type: 'home', blocks: render(card, 'view', drawing).blocks };
    await call('views.publish', { user_id: person, view }, anything);
  }

  /** What a form that took long to handle comes to, in the view that says so. */
  async function afterwards(reply: Reply, origin: Origin): Promise<Ended<unknown>> {
    const drawing = await drawingFor(origin.by);
    // its fields are gone, so words about them are shown as a card
    const { view: sent, ...rest } = origin;
    const answer = formAnswer(reply, rest, drawing);
    const view = answer.is === 'view' ? answer.view : noticeView(said(drawing.words.done), rest, drawing);
    return call('views.update', { view_id: sent?.id, view }, anything);
  }

  return { carryOut, toAsker, afterwards };
}

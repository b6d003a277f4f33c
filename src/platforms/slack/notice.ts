import type { ModalView } from '@slack/types';
import { textsIn } from '../../texts/index.ts';
import type { Card } from '../../view/card.ts';
import type { Reply } from '../../view/reply.ts';
import { plain } from './elements.ts';
import { formView, metadata } from './form.ts';
import { LIMITS } from './limits.ts';
import { NOTICE } from './needs.ts';
import type { Origin } from './received.ts';
import { type Drawing, render } from './render.ts';
import { cut } from './split.ts';

/** A card of one sentence. */
export const said = (text: string): Card => ({ blocks: [{ kind: 'text', text }] });

/** A card as a modal, with nothing to fill in. */
export function noticeView(card: Card, origin: Origin, drawing: Drawing): ModalView {
  const { blocks } = render(card, 'view', drawing);
  const { done, close } = drawing.words;
  return {
    type: 'modal',
    callback_id: NOTICE,
    title: plain(cut(textsIn(drawing.language).common.name, LIMITS.view.title)),
    close: plain(cut(close, LIMITS.view.button)),
    private_metadata: metadata(origin),
    blocks: blocks.length > 0 ? blocks : render(said(done), 'view', drawing).blocks,
  };
}

/** How a form that was sent is answered: with words under its fields, by what comes next, or by closing it. */
export type FormAnswer =
  | { readonly is: 'errors'; readonly errors: Record<string, string> }
  | { readonly is: 'view'; readonly view: ModalView }
  | { readonly is: 'closed' };

/** Words about a field that the form does not have go under its last. */
export function formAnswer(reply: Reply, origin: Origin, drawing: Drawing): FormAnswer {
  switch (reply.to) {
    case 'fields': {
      const errors = underFields(reply.wrong, origin.view?.fields ?? []);
      if (errors) return { is: 'errors', errors };
      return { is: 'view', view: noticeView(said(Object.values(reply.wrong).join('\n')), origin, drawing) };
    }
    case 'form':
      return { is: 'view', view: formView(reply.open, origin, drawing.words) };
    case 'asker':
    case 'card':
      return { is: 'view', view: noticeView(reply.show, origin, drawing) };
    case 'here':
    case 'home':
    case 'nobody':
      return { is: 'closed' };
  }
}

function underFields(
  wrong: { readonly [field: string]: string },
  fields: readonly string[],
): Record<string, string> | undefined {
  const last = fields.at(-1);
  if (last === undefined) return undefined;
  const errors: Record<string, string> = {};
  for (const [field, words] of Object.entries(wrong)) {
    const under = fields.includes(field) ? field : last;
    errors[under] = [errors[under], words].filter(Boolean).join(' ');
  }
  return errors;
}

import type { Texts } from '../texts/index.ts';
import type { Card } from '../view/card.ts';
import type { Form } from '../view/form.ts';
import { MOST_REPLY, type Ticket } from './index.ts';

/** What will be sent, to whom, and who can read it; before anything is. `ticket`: the id it will have. */
export function confirmCard(ticket: string, question: string, { desk }: Texts): Card {
  return {
    title: desk.confirm,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: desk.what, text: question },
          { label: desk.who, text: desk.whoText },
        ],
      },
      { kind: 'text', quiet: true, text: desk.urgent },
      {
        kind: 'buttons',
        buttons: [
          { label: desk.send, tone: 'primary', press: { act: 'desk.send', input: { ticket, question } } },
          { label: desk.cancel, press: { act: 'desk.cancel', input: {} } },
        ],
      },
    ],
  };
}

/** The question as the people at the desk see it. `names`: who asked, who answered. */
export function ticketCard(
  id: string,
  ticket: Ticket,
  names: { by: string; answerer: string },
  { desk }: Texts,
): Card {
  const { answer } = ticket;
  return {
    title: answer ? desk.answered({ name: names.answerer }) : desk.title,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: desk.from, text: names.by },
          { label: desk.question, text: ticket.question },
          ...(answer ? [{ label: desk.reply, text: answer.text }] : []),
        ],
      },
      ...(answer
        ? []
        : ([
            {
              kind: 'buttons',
              buttons: [
                { label: desk.reply, tone: 'primary', press: { act: 'desk.reply', input: { ticket: id } } },
              ],
            },
          ] as const)),
    ],
  };
}

/** The answer as it reaches the person who asked. */
export function ticketAnswerCard(ticket: Ticket, name: string, { desk }: Texts): Card {
  return {
    title: desk.yourAnswer({ name }),
    blocks: [
      { kind: 'text', text: ticket.answer?.text ?? '' },
      { kind: 'text', quiet: true, text: desk.yourQuestion({ question: ticket.question }) },
    ],
  };
}

/** Tells whoever asked that the question could not be passed on. */
export const ticketUnpostedCard = ({ question }: Ticket, { desk }: Texts): Card => ({
  blocks: [
    { kind: 'text', text: desk.unposted },
    { kind: 'text', quiet: true, text: desk.yourQuestion({ question }) },
  ],
});

export function replyForm(id: string, ticket: Ticket, { desk, home }: Texts): Form {
  return {
    title: desk.replyForm,
    intro: ticket.question,
    send: desk.replySend,
    cancel: home.cancel,
    press: { act: 'desk.answer', input: { ticket: id } },
    fields: [
      { kind: 'text', name: 'reply', label: desk.reply, hint: desk.replyHint, long: true, most: MOST_REPLY },
    ],
  };
}

import { z } from 'zod';
import { replyForm } from '../src/desk/cards.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** A cadre takes up a question: a form for the answer. */
export const deskReply = handler({
  name: 'desk.reply',
  may: 'cadre',
  input: z.object({ ticket: z.string() }),
  async run({ ticket: id }, { desk, people, texts }) {
    const ticket = await desk.ticket(id);
    if (ticket.answer)
      throw new Refusal('ticket-answered', { by: (await people.person(ticket.answer.by)).name });
    return { to: 'form', open: replyForm(id, ticket, texts) };
  },
});

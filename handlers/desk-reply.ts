import { z } from 'zod';
import { replyForm } from '../src/desk/cards.ts';
import { handler, recordId } from '../src/handler.ts';

/** A cadre takes up a question: a form for the answer. */
export const deskReply = handler({
  name: 'desk.reply',
  may: 'cadre',
  input: z.object({ ticket: recordId }),
  async run({ ticket }, { desk, texts }) {
    return { to: 'form', open: replyForm(ticket, await desk.waiting(ticket), texts) };
  },
});

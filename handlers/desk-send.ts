import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';

/** Somebody passes a question on to the people at the desk. */
export const deskSend = handler({
  name: 'desk.send',
  may: 'member',
  input: z.object({ ticket: recordId, question: z.string().max(500) }),
  async run({ ticket, question }, { desk, by, texts }) {
    await desk.ask(ticket, question, by.id);
    return { to: 'card', show: { blocks: [{ kind: 'text', text: texts.desk.sent }] } };
  },
});

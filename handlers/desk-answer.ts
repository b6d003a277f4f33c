import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';

/** A cadre answers a question; the person who asked is told. */
export const deskAnswer = handler({
  name: 'desk.answer',
  may: 'cadre',
  input: z.object({ ticket: recordId, reply: z.string() }),
  async run({ ticket, reply }, { desk, by, texts }) {
    await desk.answer(ticket, reply, by.id);
    return { to: 'asker', show: { blocks: [{ kind: 'text', text: texts.desk.done }] } };
  },
});

import { z } from 'zod';
import { handler } from '../src/handler.ts';

/** Somebody passes a question on to the people at the desk. */
export const deskSend = handler({
  name: 'desk.send',
  may: 'member',
  input: z.object({ question: z.string().max(500) }),
  async run({ question }, { desk, by, texts }) {
    await desk.ask(question, by.id);
    return { to: 'card', show: { blocks: [{ kind: 'text', text: texts.desk.sent }] } };
  },
});

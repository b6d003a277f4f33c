import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';

/** Somebody says whether they come. */
export const eventAnswer = handler({
  name: 'event.answer',
  may: 'member',
  input: z.object({ event: recordId, coming: z.boolean() }),
  async run({ event, coming }, { events, by, texts }) {
    const { title } = await events.signUp(event, by.id, coming);
    const text = coming ? texts.events.signedUp({ title }) : texts.events.declined({ title });
    return { to: 'asker', show: { blocks: [{ kind: 'text', text }] } };
  },
});

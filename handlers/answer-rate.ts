import { z } from 'zod';
import { handler } from '../src/handler.ts';

/** Somebody says whether an answer helped. */
export const answerRate = handler({
  name: 'answer.rate',
  may: 'member',
  input: z.object({ entry: z.string().max(150), useful: z.boolean() }),
  async run({ entry, useful }, { rate, by, texts }) {
    await rate(entry, by.id, useful);
    return {
      to: 'asker',
      show: { blocks: [{ kind: 'text', text: useful ? texts.ask.thanks : texts.ask.sorry }] },
    };
  },
});

import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody says whether an answer helped. */
export const answerRate = handler({
  name: 'answer.rate',
  may: 'member',
  input: z.object({ entry: recordId, useful: z.boolean() }),
  async run({ entry, useful }, { answers, rate, by, texts }) {
    if (!answers.show(entry, by.language)) throw new Refusal('entry-gone', {});
    await rate(entry, by.id, useful);
    return {
      to: 'asker',
      show: { blocks: [{ kind: 'text', text: useful ? texts.ask.thanks : texts.ask.sorry }] },
    };
  },
});

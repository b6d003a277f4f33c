import { z } from 'zod';
import { MOST_RATED, reasonCard } from '../src/answers/feedback-cards.ts';
import { handler, recordId } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody says whether an answer helped; if not, they are asked why. */
export const answerRate = handler({
  name: 'answer.rate',
  may: 'member',
  input: z.object({
    entry: recordId,
    useful: z.boolean(),
    question: z.string().max(MOST_RATED).optional(),
  }),
  async run({ entry, useful, question }, { answers, ratings, by, texts }) {
    if (!answers.show(entry, by.language)) throw new Refusal('entry-gone', {});
    if (useful) {
      await ratings.useful(entry, by.id);
      return { to: 'asker', show: { blocks: [{ kind: 'text', text: texts.ask.thanks }] } };
    }
    const gap = await ratings.useless(entry, by.id, question);
    return { to: 'asker', show: reasonCard(entry, gap, undefined, texts) };
  },
});

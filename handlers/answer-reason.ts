import { z } from 'zod';
import { REASONS, reasonCard } from '../src/answers/feedback-cards.ts';
import { handler, recordId } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody says why an answer did not help, or thinks better of it. */
export const answerReason = handler({
  name: 'answer.reason',
  may: 'member',
  input: z.object({ entry: recordId, reason: z.enum(REASONS), gap: recordId.optional() }),
  async run({ entry, reason, gap }, { answers, ratings, by, texts }) {
    if (!answers.show(entry, by.language)) throw new Refusal('entry-gone', {});
    await ratings.explain(entry, by.id, reason, gap);
    return { to: 'card', show: reasonCard(entry, gap, reason, texts) };
  },
});

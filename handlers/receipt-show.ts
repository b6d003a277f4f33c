import { z } from 'zod';
import { receiptCard } from '../src/answers/feedback-cards.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody looks up what was answered, by the id under the answer. */
export const receiptShow = handler({
  name: 'receipt.show',
  may: 'member',
  words: ['查', '凭据', 'receipt'],
  read: (rest) => ({ receipt: rest }),
  input: z.object({ receipt: z.string() }),
  async run({ receipt: typed }, { receipts, answers, by, texts }) {
    const receipt = await receipts.get(typed);
    if (!receipt) throw new Refusal('receipt-unknown', {});
    const now = answers.show(receipt.entry, by.language)?.entry;
    return { to: 'asker', show: receiptCard(receipt, now, by.language, true, texts) };
  },
});

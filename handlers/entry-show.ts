import { z } from 'zod';
import { answerCard } from '../src/answers/cards.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody picks one of the topics that were offered. */
export const entryShow = handler({
  name: 'entry.show',
  may: 'member',
  input: z.object({ entry: z.string(), private: z.boolean() }),
  async run({ entry, private: isPrivate }, { answers, receipts, talk, at, by, texts }) {
    const found = answers.show(entry, by.language);
    if (!found) throw new Refusal('entry-gone', {});
    const question = by.language === 'zh-CN' ? found.entry.title : found.entry.titleEn;
    await talk.note(at, question, entry);
    await receipts.note(found.entry);
    const show = answerCard(question, found, [], isPrivate, texts);
    return { to: isPrivate ? 'asker' : 'here', show };
  },
});

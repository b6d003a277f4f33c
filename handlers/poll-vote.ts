import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';

/** Somebody votes by one tap, or changes their vote by another. */
export const pollVote = handler({
  name: 'poll.vote',
  may: 'member',
  input: z.object({ survey: recordId, option: z.number() }),
  async run({ survey, option }, { surveys, by, texts }) {
    const { label, changed } = await surveys.answer(survey, by.id, option);
    const text = changed ? texts.surveys.changed({ label }) : texts.surveys.voted({ label });
    return { to: 'asker', show: { blocks: [{ kind: 'text', text }] } };
  },
});

import { z } from 'zod';
import { sourceCard } from '../src/answers/documents/cards.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody opens the very words of the report that an answer rests on. In a channel only they see them. */
export const sourceShow = handler({
  name: 'source.show',
  may: 'member',
  input: z.object({ entry: z.string() }),
  async run({ entry }, { answers, at, by }) {
    const found = answers.show(entry, by.language);
    if (!found) throw new Refusal('entry-gone', {});
    return { to: at?.direct ? 'here' : 'asker', show: sourceCard(found.entry, by.language) };
  },
});

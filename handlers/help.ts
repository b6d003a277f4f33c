import { z } from 'zod';
import { handler } from '../src/handler.ts';
import { helpCard } from '../src/people/cards.ts';

/** Anybody asks what the bot can do for them. */
export const help = handler({
  name: 'help',
  may: 'member',
  words: ['help', '帮助', '你好', 'hello'],
  input: z.object({}),
  async run(_, { by, texts }) {
    return { to: 'asker', show: helpCard(by, texts) };
  },
});

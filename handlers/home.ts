import { z } from 'zod';
import { handler } from '../src/handler.ts';
import { homeCard } from '../src/people/cards.ts';

/** Somebody opens the home page: what they can do here, by role. */
export const home = handler({
  name: 'home',
  may: 'member',
  input: z.object({}),
  async run(_, { by, surveys, texts }) {
    return { to: 'home', show: homeCard(by, await surveys.runningOf(by.id), texts) };
  },
});

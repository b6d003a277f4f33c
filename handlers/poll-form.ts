import { z } from 'zod';
import { handler } from '../src/handler.ts';
import { pollForm } from '../src/surveys/cards.ts';

/** From the home page: a form to open a poll with. */
export const pollFormOpen = handler({
  name: 'poll.form',
  may: 'cadre',
  input: z.object({}),
  async run(_, { at, texts }) {
    return { to: 'form', open: pollForm({}, at && !at.direct ? at.channel : undefined, texts) };
  },
});

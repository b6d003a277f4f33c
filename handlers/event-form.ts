import { z } from 'zod';
import { eventForm } from '../src/events/cards.ts';
import { handler } from '../src/handler.ts';
import { days } from '../src/world.ts';

/** An organiser starts to announce a training: a form with what is known already. */
export const eventFormOpen = handler({
  name: 'event.form',
  may: 'organiser',
  words: ['提醒', '培训', '活动', '通知', 'remind', 'training', 'event'],
  read: (rest) => ({ title: rest }),
  input: z.object({ title: z.string().default('') }),
  async run({ title }, { at, world, texts }) {
    const here = at && !at.direct ? at.channel : undefined;
    return { to: 'form', open: eventForm(title.slice(0, 120), here, world.now() + days(2), texts) };
  },
});

import { z } from 'zod';
import { handler } from '../src/handler.ts';

/** The organiser has seen the dry run and lets it be. */
export const eventDrop = handler({
  name: 'event.drop',
  may: 'organiser',
  input: z.object({ event: z.string() }),
  async run({ event }, { events, by, texts }) {
    await events.drop(event, by.id);
    return { to: 'card', show: { blocks: [{ kind: 'text', text: texts.events.dropped }] } };
  },
});

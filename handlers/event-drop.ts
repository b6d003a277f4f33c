import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';

/** The organiser has seen the dry run and lets it be. */
export const eventDrop = handler({
  name: 'event.drop',
  may: 'organiser',
  input: z.object({ event: recordId }),
  async run({ event }, { events, by, texts }) {
    await events.drop(event, by.id);
    return { to: 'card', show: { blocks: [{ kind: 'text', text: texts.events.dropped }] } };
  },
});

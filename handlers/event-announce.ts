import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';
import { reaches } from '../src/people/roles.ts';

/** The organiser has seen the dry run and sends it. */
export const eventAnnounce = handler({
  name: 'event.announce',
  may: 'organiser',
  input: z.object({ event: recordId }),
  async run({ event }, { events, by, texts }) {
    const { title } = await events.announce(event, by.id, reaches(by.role, 'admin'));
    return { to: 'card', show: { blocks: [{ kind: 'text', text: texts.events.announced({ title }) }] } };
  },
});

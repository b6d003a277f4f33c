import { z } from 'zod';
import { dryRunCard } from '../src/events/cards.ts';
import { handler, recordId } from '../src/handler.ts';

/** The last moment there is a date for. */
const MOST_INSTANT = 8.64e15;

/** An organiser has filled in a training and sees what would go out, before anything does. */
export const eventPlan = handler({
  name: 'event.plan',
  may: 'organiser',
  input: z.object({
    title: z.string(),
    startsAt: z.number().int().min(0).max(MOST_INSTANT),
    place: z.string(),
    channel: recordId.optional(),
    people: z.array(recordId).optional(),
    leads: z.array(z.coerce.number().int().positive()).max(6).default([]),
  }),
  async run({ channel, people, ...rest }, { events, by, texts }) {
    const draft = { ...rest, ...(channel ? { channel } : {}), ...(people ? { people } : {}) };
    return { to: 'asker', show: dryRunCard(await events.plan(draft, by.id), by, texts) };
  },
});

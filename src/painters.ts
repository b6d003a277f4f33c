import { z } from 'zod';
import type { Painter, Painters } from './delivery/index.ts';
import { ticketAnswerCard, ticketCard, ticketUnpostedCard } from './desk/cards.ts';
import type { Desk } from './desk/index.ts';
import { eventCard, eventUnpostedCard, reminderCard, skippedCard } from './events/cards.ts';
import type { Events } from './events/index.ts';
import type { People } from './people/index.ts';
import { pollCard, unpostedCard } from './surveys/cards.ts';
import type { Surveys } from './surveys/index.ts';
import { textsIn } from './texts/index.ts';
import type { Card } from './view/card.ts';
import type { World } from './world.ts';

export type PainterParts = {
  readonly world: World;
  readonly surveys: Surveys;
  readonly events: Events;
  readonly desk: Desk;
  readonly people: People;
};

/** Every kind of message that is promised, and how it looks at the moment of sending. */
export function createPainters({ world, surveys, events, desk, people }: PainterParts): Painters {
  return {
    /** An answer, ready as it is. */
    card: { keeps: false, paint: async (input) => input as unknown as Card },

    poll: painter(z.object({ survey: z.string() }), async ({ survey }, reader) =>
      pollCard(await surveys.result(survey), textsIn(reader.language)),
    ),

    'poll-unposted': painter(z.object({ survey: z.string() }), async ({ survey }, reader) =>
      unpostedCard(await surveys.result(survey), textsIn(reader.language)),
    ),

    event: painter(z.object({ event: z.string() }), async ({ event }, reader) => {
      const shown = await events.shown(event);
      return eventCard(shown, shown.event.startsAt <= world.now(), textsIn(reader.language));
    }),

    'event-unposted': painter(z.object({ event: z.string() }), async ({ event }, reader) =>
      eventUnpostedCard((await events.shown(event)).event, textsIn(reader.language)),
    ),

    reminder: painter(
      z.object({ event: z.string(), person: z.string() }),
      async ({ event: id, person }, reader) => {
        const [{ event }, answered] = await Promise.all([events.shown(id), events.answerOf(id, person)]);
        return answered === false ? undefined : reminderCard(id, event, answered, textsIn(reader.language));
      },
    ),

    'reminder-skipped': painter(
      z.object({ event: z.string(), leadMin: z.number(), why: z.string() }),
      async ({ event: id, leadMin, why }, reader) =>
        skippedCard((await events.shown(id)).event, leadMin, why, textsIn(reader.language)),
    ),

    ticket: painter(z.object({ ticket: z.string() }), async ({ ticket: id }, reader) => {
      const ticket = await desk.ticket(id);
      const by = (await people.person(ticket.by)).name;
      const answerer = ticket.answer ? (await people.person(ticket.answer.by)).name : '';
      return ticketCard(id, ticket, { by, answerer }, textsIn(reader.language));
    }),

    'ticket-unposted': painter(z.object({ ticket: z.string() }), async ({ ticket }, reader) =>
      ticketUnpostedCard(await desk.ticket(ticket), textsIn(reader.language)),
    ),

    'ticket-answer': painter(z.object({ ticket: z.string() }), async ({ ticket: id }, reader) => {
      const ticket = await desk.ticket(id);
      const name = ticket.answer ? (await people.person(ticket.answer.by)).name : '';
      return ticketAnswerCard(ticket, name, textsIn(reader.language));
    }),
  };
}

const painter = <Input>(
  schema: z.ZodType<Input>,
  paint: (input: Input, reader: Parameters<Painter['paint']>[1]) => Promise<Card | undefined>,
): Painter => ({ keeps: true, paint: (input, reader) => paint(schema.parse(input), reader) });

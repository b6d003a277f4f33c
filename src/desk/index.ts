import { z } from 'zod';
import type { Delivery } from '../delivery/index.ts';
import type { Address } from '../platforms/port.ts';
import { Refusal } from '../refusal.ts';
import { collection, type Item } from '../store/collection.ts';
import type { Store } from '../store/port.ts';
import type { World } from '../world.ts';

export const Ticket = z.object({
  question: z.string(),
  /** Who asked, so that the answer finds them. */
  by: z.string(),
  askedAt: z.number(),
  answer: z.object({ text: z.string(), by: z.string(), at: z.number() }).exactOptional(),
});
export type Ticket = z.infer<typeof Ticket>;

const tickets = collection('ticket', Ticket);

/** Most characters of a reply. */
export const MOST_REPLY = 2000;

export type DeskParts = {
  readonly store: Store;
  readonly world: World;
  readonly delivery: Pick<Delivery, 'promise' | 'refresh'>;
  /** Where questions wait for a person; nowhere where none is set. */
  readonly at: Address | undefined;
  nameOf(person: string): Promise<string>;
};

/** Questions that the content does not answer, and the people who do. */
export function createDesk({ store, world, delivery, at, nameOf }: DeskParts) {
  async function found(id: string): Promise<Item<Ticket>> {
    const ticket = await tickets.get(store, id);
    if (!ticket) throw new Refusal('ticket-unknown', {});
    return ticket;
  }

  async function unanswered(id: string): Promise<Item<Ticket>> {
    const ticket = await found(id);
    const { answer } = ticket.value;
    if (answer) throw new Refusal('ticket-answered', { by: await nameOf(answer.by) });
    return ticket;
  }

  return {
    isOpen: at !== undefined,

    /**
     * Hands a question to the people at the desk, once for each id, however often it is asked.
     *
     * @throws Refusal desk-closed
     */
    async ask(id: string, question: string, by: string): Promise<void> {
      if (!at) throw new Refusal('desk-closed', {});
      // a conflict is the same button pressed twice
      await store.commit([
        tickets.put(id, { question, by, askedAt: world.now() }),
        ...delivery.promise({
          key: `ticket.${id}`,
          to: at,
          what: { kind: 'ticket', input: { ticket: id } },
          ifFailed: {
            key: `unposted.${id}`,
            to: { person: by },
            what: { kind: 'ticket-unposted', input: { ticket: id } },
          },
        }),
      ]);
    },

    /**
     * Answers a question once; the asker is told in their direct message.
     *
     * @throws Refusal ticket-unknown, ticket-answered, reply-empty, reply-too-long, busy
     */
    async answer(id: string, text: string, by: string): Promise<Ticket> {
      const reply = text.trim();
      if (reply === '') throw new Refusal('reply-empty', {}, 'reply');
      if (reply.length > MOST_REPLY) throw new Refusal('reply-too-long', { most: MOST_REPLY }, 'reply');
      const ticket = await unanswered(id);
      const answered: Ticket = { ...ticket.value, answer: { text: reply, by, at: world.now() } };
      const { ok } = await store.commit([
        tickets.put(id, answered, ticket.version),
        delivery.refresh(`ticket.${id}`),
        ...delivery.promise({
          key: `answered.${id}`,
          to: { person: ticket.value.by },
          what: { kind: 'ticket-answer', input: { ticket: id } },
        }),
      ]);
      if (ok) return answered;
      await unanswered(id); // another was quicker, and is named
      throw new Refusal('busy', {});
    },

    /**
     * A question that still waits for its answer.
     *
     * @throws Refusal ticket-unknown, ticket-answered
     */
    async waiting(id: string): Promise<Ticket> {
      return (await unanswered(id)).value;
    },

    async ticket(id: string): Promise<Ticket> {
      return (await found(id)).value;
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

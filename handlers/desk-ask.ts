import { z } from 'zod';
import { confirmCard } from '../src/desk/cards.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';

/** Somebody wants a person's answer, and first sees what would be sent and who can read it. */
export const deskAsk = handler({
  name: 'desk.ask',
  may: 'member',
  input: z.object({ question: z.string().max(500) }),
  async run({ question }, { desk, world, texts }) {
    if (!desk.isOpen) throw new Refusal('desk-closed', {});
    return { to: 'asker', show: confirmCard(world.id('ticket'), question, texts) };
  },
});

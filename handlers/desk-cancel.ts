import { z } from 'zod';
import { handler } from '../src/handler.ts';

/** Somebody thinks better of asking a person. */
export const deskCancel = handler({
  name: 'desk.cancel',
  may: 'member',
  input: z.object({}),
  async run(_, { texts }) {
    return { to: 'card', show: { blocks: [{ kind: 'text', text: texts.desk.cancelled }] } };
  },
});

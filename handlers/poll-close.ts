import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';
import { reaches } from '../src/people/roles.ts';

/** The author of a poll, or an admin, ends it. */
export const pollClose = handler({
  name: 'poll.close',
  may: 'cadre',
  input: z.object({ survey: recordId }),
  async run({ survey }, { surveys, by, texts }) {
    const { title } = await surveys.close(survey, by.id, reaches(by.role, 'admin'));
    return { to: 'asker', show: { blocks: [{ kind: 'text', text: texts.surveys.closedByYou({ title }) }] } };
  },
});

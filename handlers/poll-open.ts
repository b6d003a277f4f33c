import { z } from 'zod';
import { handler, recordId } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';
import { pollForm } from '../src/surveys/cards.ts';
import { readPoll } from '../src/surveys/one-line.ts';

/** A cadre opens a quick poll, by one line or by a form. */
export const pollOpen = handler({
  name: 'poll.open',
  may: 'cadre',
  words: ['poll', '投票', '表决', 'vote'],
  read: readPoll,
  input: z.object({
    title: z.string().default(''),
    options: z.array(z.string()).default([]),
    channel: recordId.optional(),
  }),
  async run({ title, options, channel }, { surveys, by, at, private: byCommand, texts }) {
    const here = at && !at.direct ? at.channel : undefined;
    if (byCommand && (options.length === 0 || here === undefined))
      return { to: 'form', open: pollForm({ title, options }, here, texts) };
    const into = channel ?? here;
    if (into === undefined) throw new Refusal('poll-needs-channel', {}, 'channel');
    await surveys.open({ title, options }, by.id, into);
    return {
      to: 'asker',
      show: { blocks: [{ kind: 'text', text: texts.surveys.opened({ title: title.trim() }) }] },
    };
  },
});

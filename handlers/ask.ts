import { z } from 'zod';
import { answerCard, offerOf } from '../src/answers/cards.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';
import { textsIn } from '../src/texts/index.ts';

const MOST = 500;

/** Anybody asks a question in their own words. */
export const ask = handler({
  name: 'ask',
  may: 'member',
  words: ['问', '提问', 'ask', '?', '？'],
  read: (rest) => ({ question: rest }),
  input: z.object({ question: z.string() }),
  async run({ question }, { answers, talk, receipts, gaps, at, private: isPrivate }) {
    if (question.trim() === '') throw new Refusal('question-empty', {}, 'question');
    if (question.length > MOST) throw new Refusal('question-too-long', { most: MOST }, 'question');
    const topic = await talk.about(at);
    const found = await answers.ask(question, {
      ...(topic ? { history: [topic.question] } : {}),
      ...(topic?.entry ? { about: topic.entry } : {}),
    });
    await talk.note(at, question, found.entry?.id);
    for (const { entry } of [found, ...(found.rest ?? [])]) if (entry) await receipts.note(entry);
    gaps.note(question, found);
    const offered = found.entry ? (found.also ?? []) : found.nearest;
    const offers = offered.slice(0, 3).map((it) => offerOf(it, found.language));
    const show = answerCard(question, found, offers, isPrivate, textsIn(found.language));
    return { to: isPrivate ? 'asker' : 'here', show };
  },
});

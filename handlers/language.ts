import { z } from 'zod';
import type { Language } from '../src/calendar/moment.ts';
import { handler } from '../src/handler.ts';
import { Refusal } from '../src/refusal.ts';
import { textsIn } from '../src/texts/index.ts';

const languageIn = (said: string): Language | undefined => {
  if (/^(en|english|英文|英语)/i.test(said)) return 'en';
  if (/^(zh|chinese|中文|汉语)/i.test(said)) return 'zh-CN';
  return undefined;
};

/** Somebody chooses the language they are spoken to in. */
export const language = handler({
  name: 'language',
  may: 'member',
  words: ['language', '语言', 'lang'],
  read: (rest) => ({ said: rest }),
  input: z.object({ said: z.string().max(50) }),
  async run({ said }, { people, by }) {
    const chosen = languageIn(said);
    if (!chosen) throw new Refusal('not-understood', { text: said });
    await people.speak(by.id, chosen);
    return { to: 'asker', show: { blocks: [{ kind: 'text', text: textsIn(chosen).home.speaking }] } };
  },
});

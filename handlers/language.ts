import { z } from 'zod';
import { handler } from '../src/handler.ts';
import { textsIn } from '../src/texts/index.ts';

const wanted = (rest: string): unknown => {
  if (/^(en|english|英文|英语)/i.test(rest)) return { language: 'en' };
  if (/^(zh|chinese|中文|汉语)/i.test(rest)) return { language: 'zh-CN' };
  return {};
};

/** Somebody chooses the language they are spoken to in. */
export const language = handler({
  name: 'language',
  may: 'member',
  words: ['language', '语言', 'lang'],
  read: wanted,
  input: z.object({ language: z.enum(['zh-CN', 'en']) }),
  async run({ language: chosen }, { people, by }) {
    await people.speak(by.id, chosen);
    return { to: 'asker', show: { blocks: [{ kind: 'text', text: textsIn(chosen).home.speaking }] } };
  },
});

import type { Language } from '../calendar/moment.ts';
import { answers as en } from '../texts/en/answers.ts';
import { answers as zhCn } from '../texts/zh-cn/answers.ts';

/** The sentences of this feature. */
export const wordsIn = (language: Language): typeof zhCn => (language === 'en' ? en : zhCn);

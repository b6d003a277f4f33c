import type { Language } from '../calendar/moment.ts';
import { en } from './en/index.ts';
import { zhCn } from './zh-cn/index.ts';

/** Every sentence a person can read. Chinese is written first; English has its type, so neither can lack one. */
export type Texts = typeof zhCn;

const byLanguage: { [Key in Language]: Texts } = { 'zh-CN': zhCn, en };

export const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

export const textsIn = (language: Language): Texts => byLanguage[language];

/** The language to speak with somebody of this locale (BCP 47); Chinese of any kind is Chinese. */
export function languageOf(locale: string | undefined, otherwise: Language): Language {
  if (!locale) return otherwise;
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
}

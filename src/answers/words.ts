import type { Language } from '../calendar/moment.ts';
import { type Texts, textsIn } from '../texts/index.ts';

/** The sentences of this feature. */
export const wordsIn = (language: Language): Texts['answers'] => textsIn(language).answers;

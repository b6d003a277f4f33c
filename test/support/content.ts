import { loadContent, openAnswers } from '../../src/answers/index.ts';

/** The real content, read once. */
export const content = await loadContent('content');
export const answers = openAnswers(content);

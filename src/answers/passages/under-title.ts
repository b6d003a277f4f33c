import type { Passage } from '../../retrieval/index.ts';

/** Most characters of a title. */
const MOST_IN_TITLE = 40;
const SENTENCE_END = /[。！？；：.!?;:，,、]$/;

/** The passages of a document, with a first line that is no sentence read as the title of those that have none. */
export function underTitle(passages: readonly Passage[]): readonly Passage[] {
  const [first, ...rest] = passages;
  if (!first || rest.length === 0 || first.path.length > 0) return passages;
  if (first.text.length > MOST_IN_TITLE || SENTENCE_END.test(first.text)) return passages;
  return rest.map((it) => (it.path.length === 0 ? { ...it, path: [first.text] } : it));
}

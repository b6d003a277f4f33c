import type { Passage } from '../../retrieval/passage.ts';

/** A document as it was read. */
export type Document = {
  /** What it calls itself; the name of its file where it does not. */
  title: string;
  /** Its text line by line: as they stand in a text file, as they were extracted from any other. */
  lines: string[];
  /** All that it says, piece by piece, in its order. */
  passages: Passage[];
};

/** Its text, and the marks in it: `plain` text has none that are sure; `markdown` has `#`, `-`, `|`. */
export type Extracted = { lines: string[]; dialect: Dialect; title?: string };
export type Dialect = 'plain' | 'markdown';

/** A piece of a document, found and shown as it stands. */
export type Passage = {
  /** The name of the file, or the id of the report, that it stands in. */
  source: string;
  /** The headings above it, from the top one down. */
  path: readonly string[];
  text: string;
  /** The lines of its source that it stands on, counted from 1. */
  from: number;
  to: number;
};

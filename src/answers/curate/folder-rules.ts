import { askedKey, checkEntry, checkMarks } from './entry-rules.ts';
import type { Files } from './files.ts';
import type { Tell } from './finding.ts';
import { checkGlossary } from './glossary-rules.ts';

/** Tells of places in one file. */
export type TellIn = (path: string, lineOf: (way: readonly PropertyKey[]) => number) => Tell;

/** All rules, over all files together. */
export function checkFiles(files: Files, tellIn: TellIn): void {
  checkReports(files, tellIn);
  checkEntries(files, tellIn);
  if (files.whole) checkRelated(files, tellIn);
  checkGlossary(files, tellIn);
}

/** Titles and headings stay as the report has them; the notes are ours. */
function checkReports({ reports }: Files, tellIn: TellIn): void {
  for (const { path, value, lineOf } of reports) {
    const tell = tellIn(path, lineOf);
    for (const field of ['year-note', 'period', 'authority-note'] as const) {
      checkMarks(value[field], [field], tell);
    }
  }
}

function checkEntries({ entries }: Files, tellIn: TellIn): void {
  /** The entry that each way of asking points to. */
  const takenBy = new Map<string, string>();
  for (const { path, folder, value, lineOf } of entries) {
    const tell = tellIn(path, lineOf);
    for (const [at, entry] of value.entries.entries()) {
      const id = `${folder}/${entry.id}`;
      checkEntry(entry, (code, way, facts) => tell(code, ['entries', at, ...way], facts));
      for (const field of ['ask', 'ask-en'] as const) {
        for (const [place, asked] of entry[field].entries()) {
          const key = askedKey(asked);
          const other = takenBy.get(key) ?? id;
          takenBy.set(key, other);
          if (other !== id) tell('asked-elsewhere', ['entries', at, field, place], { what: asked, other });
        }
      }
    }
  }
}

function checkRelated({ entries }: Files, tellIn: TellIn): void {
  const ids = new Set(
    entries.flatMap(({ folder, value }) => value.entries.map((it) => `${folder}/${it.id}`)),
  );
  for (const { path, folder, value, lineOf } of entries) {
    const tell = tellIn(path, lineOf);
    for (const [at, { id, related = [] }] of value.entries.entries()) {
      for (const [place, what] of related.entries()) {
        const way = ['entries', at, 'related', place];
        if (!ids.has(what)) tell('related-gone', way, { what });
        if (what === `${folder}/${id}`) tell('related-self', way, { what });
      }
    }
  }
}

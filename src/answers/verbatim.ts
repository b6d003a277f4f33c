import { createHash } from 'node:crypto';
import { normalise } from '../language/normalise.ts';
import { openPassages } from '../retrieval/index.ts';
import type { Entry, Extract } from './content.ts';
import type { Gazetteer } from './gazetteer.ts';
import { misfitOf, scopeOf, scopeOfEntry } from './scope.ts';

/** A passage that speaks of a question, as an entry, and the share of the question that it has, 0…1. */
export type Quoted = { entry: Entry; covered: number };

/** Reports that are served in their own words. */
export type Verbatim = {
  /** The best passage for a question; undefined when none is near enough. */
  find(question: string): Quoted | undefined;
  get(id: string): Entry | undefined;
};

/**
 * Least share of a question that a passage has at all, and within one sentence, to be shown for it; and where the
 * question names the very place that its report is of.
 */
const LEAST = { covered: 0.7, near: 0.5 } as const;
const LEAST_THERE = { covered: 0.4, near: 0.4 } as const;

export function openVerbatim(extracts: readonly Extract[], places: Gazetteer): Verbatim {
  const entries = extracts.map(entryOf);
  const byId = new Map(entries.map((it) => [it.id, it]));
  const byPassage = new Map(extracts.map(({ passage }, at) => [passage, entries[at]]));
  const index = openPassages(extracts.map((it) => it.passage));
  return {
    get: (id) => byId.get(id),
    find(question) {
      if (entries.length === 0) return undefined;
      const text = normalise(question);
      const asked = scopeOf(text, places);
      // a passage seldom repeats the place that its report is of; another place is refused below
      for (const { passage, traits } of index.find(places.without(text), 3).hits) {
        const entry = byPassage.get(passage);
        if (!entry) continue;
        const scope = scopeOfEntry(entry, normalise, places);
        const { place, year } = misfitOf(asked, scope);
        if (place !== undefined || year !== undefined) continue;
        const least = asked.places.some((it) => it === scope.narrowest) ? LEAST_THERE : LEAST;
        const { covered, near } = traits;
        if (covered >= least.covered && near >= least.near) return { entry, covered };
      }
      return undefined;
    },
  };
}

/** A passage as an entry whose answer are its own words. Its id says on which lines it stands. */
function entryOf({ report, section, passage }: Extract): Entry {
  const { text, from, to } = passage;
  const title = section.title;
  return {
    id: `${report.id}/lines-${from}-${to}`,
    report,
    section,
    title: title['zh-CN'],
    titleEn: title.en,
    about: report.period['zh-CN'],
    ask: [],
    askEn: [],
    answer: text,
    answerEn: text,
    figures: [],
    stated: true,
    related: [],
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    lines: { from, to },
    place: { path: report.source?.file ?? '', line: from },
  };
}

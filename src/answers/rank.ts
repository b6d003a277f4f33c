import type { Entry } from './content.ts';
import type { Hit } from './decide.ts';
import { type AnswerKind, asksForKind, holdsKind, lacksKind, lacksNeeds } from './kind-of-answer.ts';
import type { EntryScope, Scope } from './scope.ts';
import type { Candidate } from './search.ts';
import { RANKED, type Ranked, type Weights, weighed } from './weights.ts';

/** What is known of an entry before anything is asked. */
export type Traits = { scope: EntryScope; kind: AnswerKind };

/** What a question is about beside its words. `about`: the entry that the thread was last about. */
export type Bearing = { asked: Scope; wants: AnswerKind; about: Entry | undefined };

/** The candidates with their scores, best first; of equal ones the first of the content. */
export function rankedBy(
  { rank }: Weights,
  candidates: readonly Candidate[],
  traits: readonly Traits[],
  bearing: Bearing,
): Hit[] {
  const hits: Hit[] = [];
  for (const it of candidates) {
    const known = traits[it.at];
    if (!known) continue;
    const ranked = rankedOf(it, known, bearing);
    hits.push({ ...it, ranked, score: weighed(RANKED, rank, ranked) });
  }
  return hits.sort((a, b) => b.score - a.score || a.at - b.at);
}

const yes = (holds: boolean): number => (holds ? 1 : 0);

function rankedOf({ entry, matched, before }: Candidate, traits: Traits, bearing: Bearing): Ranked {
  const { asked, wants, about } = bearing;
  const { scope, kind } = traits;
  let elsewhere = 0;
  let around = 0;
  for (const place of asked.places) {
    if (scope.narrowest === place) continue;
    if (scope.home.has(place) || scope.places.has(place)) around += 1;
    else elsewhere += 1;
  }
  const isThread = about !== undefined && entry.report === about.report;
  return {
    ...matched,
    before,
    elsewhere,
    around,
    otherYear: asked.years.filter((it) => !scope.years.has(it)).length,
    lacks: yes(entry.stated && lacksKind(wants, kind)),
    lacksNeeds: entry.stated ? lacksNeeds(wants, kind) : 0,
    keeps: yes(entry.stated && holdsKind(wants, kind)),
    listed: yes(entry.stated && wants.list && kind.list),
    lacksList: yes(entry.stated && wants.list && !kind.list),
    unstated: yes(!entry.stated),
    unsaidNumber: yes(!entry.stated && asksForKind(wants)),
    sameReport: yes(isThread),
    sameSection: yes(isThread && entry.section === about.section),
  };
}

import type { Language } from '../calendar/moment.ts';
import type { Passage } from '../retrieval/passage.ts';
import type { Weights } from './weights.ts';

/** The same words in every language of the bot. */
export type Spoken = { [Key in Language]: string };

export type Level = '全国' | '市' | '区' | '基层';

/** A heading of a report. `path`: the headings from the top one down to it, itself included. */
export type Section = { id: string; title: Spoken; path: Spoken[] };

export type Report = {
  id: string;
  title: Spoken;
  issuer: Spoken;
  level: Level;
  region: Spoken;
  /** Absent: the report does not say and it is not known otherwise. */
  year: number | undefined;
  yearNote: Spoken;
  period: Spoken;
  authority: 'official' | 'press' | 'unofficial';
  authorityNote: Spoken;
  /** The day it was read, YYYY-MM-DD. */
  read: string;
  sections: ReadonlyMap<string, Section>;
  /** Its full text, where an operator put it. */
  source?: ReportSource;
};

/** The full text of a report. `file`: its place in the content folder; lines and passages as `readDocument` gives them. */
export type ReportSource = { file: string; lines: readonly string[]; passages: readonly Passage[] };

/** A piece of a report that is served as it stands. */
export type Extract = { report: Report; section: Section; passage: Passage };

export type EntryFigure = {
  what: Spoken;
  value: number | string;
  unit: Spoken;
  year: string;
  region: string;
};

/** One question's worth of a report, in our own words. */
export type Entry = {
  /** `report/entry` */
  id: string;
  report: Report;
  section: Section;
  title: string;
  titleEn: string;
  /** The year or period that the facts are about, as people say it. */
  about: string;
  /** Ways that members ask. */
  ask: string[];
  askEn: string[];
  answer: string;
  answerEn: string;
  figures: EntryFigure[];
  /** False: the report touches on it and does not say; the answer tells exactly that. */
  stated: boolean;
  /** Full ids; all of them exist. */
  related: string[];
  /** Changes whenever a word of the entry does: 12 hex digits of a SHA-256. */
  version: string;
  /** Of a passage in the report's own words: the lines of its source that it stands on. */
  lines?: { readonly from: number; readonly to: number };
  /** Where a curator finds it; `line` counts from 1, and is worked out when it is asked for. */
  place: { readonly path: string; readonly line: number };
};

/** A union term, how members say it in everyday words, and in English. */
export type Term = { term: string; also: string[]; en: string[] };

export type Content = {
  reports: ReadonlyMap<string, Report>;
  entries: readonly Entry[];
  /** Of the reports that are served as they stand, in their order; they have no entries. */
  extracts: readonly Extract[];
  terms: readonly Term[];
  /** What was learned of labelled questions; absent: nothing yet. */
  weights?: Weights;
};

/** The headings down to a section in one line: `2019年工作回顾 › 切实做好维权服务工作`. */
export const pathIn = (language: Language, section: Section): string =>
  section.path.map((it) => it[language]).join(' › ');

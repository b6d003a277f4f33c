import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Language } from '../../calendar/moment.ts';
import { type Store, StoreAway } from '../../store/port.ts';
import { textsIn } from '../../texts/index.ts';
import type { Instant } from '../../world.ts';
import { type Gap, keptGaps } from '../gaps.ts';
import { allRatings, type EntryRating } from '../rating.ts';
import type { ExitCode } from './command.ts';
import { type Group, groupGaps } from './gaps-group.ts';
import { gapsTable } from './gaps-table.ts';

/** What is kept: the stores of all workplaces. */
export type Kept = { readonly stores: readonly Store[]; close(): Promise<void> };

export type GapsDesk = {
  language: Language;
  now: Instant;
  output: Writable;
  complaints: Writable;
  /** Undefined where nothing was ever kept. */
  open(): Promise<Kept | undefined>;
};

/** What people asked in vain: `questions` in groups, the most frequent first, and the entries rated worst. */
export type GapsReport = { questions: number; groups: Group[]; entries: EntryRating[] };

/** `gongyou content gaps …`, as typed after that. */
export async function gapsCommand(typed: readonly string[], desk: GapsDesk): Promise<ExitCode> {
  const { feedback } = textsIn(desk.language);
  const complain = (words: string): 2 => {
    desk.complaints.write(`${words}\n`);
    return 2;
  };
  const asked = read(typed);
  if (!asked) return complain(feedback.gaps.usage);
  try {
    const report = await reportOf(desk, asked.since);
    desk.output.write(`${asked.json ? JSON.stringify(report) : gapsTable(desk.language, report)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof StoreAway) return complain(feedback.gaps.away);
    throw error;
  }
}

function read(typed: readonly string[]): { json: boolean; since: string | undefined } | undefined {
  try {
    const { values } = parseArgs({
      args: [...typed],
      options: { json: { type: 'boolean' }, since: { type: 'string' } },
    });
    const { json = false, since } = values;
    return since === undefined || /^\d{4}-(?:0[1-9]|1[0-2])$/.test(since) ? { json, since } : undefined;
  } catch {
    return undefined;
  }
}

/** @throws StoreAway */
async function reportOf({ now, open }: GapsDesk, since: string | undefined): Promise<GapsReport> {
  const kept = await open();
  if (!kept) return { questions: 0, groups: [], entries: [] };
  try {
    const gaps: Gap[] = [];
    const ratings: EntryRating[] = [];
    for (const store of kept.stores) {
      gaps.push(...(await keptGaps(store, now, since)));
      ratings.push(...(await allRatings(store)));
    }
    return { questions: gaps.length, groups: groupGaps(gaps), entries: worst(ratings) };
  } finally {
    await kept.close();
  }
}

/** The entries that did not help somebody, the worst first, those of all workplaces together. */
function worst(ratings: readonly EntryRating[]): EntryRating[] {
  const byEntry = new Map<string, EntryRating>();
  for (const { entry, useful, useless, reasons } of ratings) {
    const sum = byEntry.get(entry) ?? { entry, useful: 0, useless: 0, reasons: {} };
    const added = Object.entries(reasons) as [keyof typeof reasons, number][];
    for (const [reason, count] of added) sum.reasons[reason] = (sum.reasons[reason] ?? 0) + count;
    byEntry.set(entry, { ...sum, useful: sum.useful + useful, useless: sum.useless + useless });
  }
  return [...byEntry.values()]
    .filter((it) => it.useless > 0)
    .sort((a, b) => b.useless - a.useless || a.useful - b.useful || (a.entry < b.entry ? -1 : 1));
}

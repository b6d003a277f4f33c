import { decentMoment, type QuietHours } from '../calendar/quiet.ts';
import { type Instant, minutes } from '../world.ts';

export type PlannedReminder = {
  readonly leadMin: number;
  readonly due: Instant;
  readonly latest: Instant;
  /** Moved out of the quiet hours. */
  readonly moved: boolean;
};

/**
 * When each reminder of an event goes out. One whose time has passed is left out, and so is one that the quiet hours
 * would move onto another.
 *
 * A reminder may go out late while half of its notice is left: a day's notice up to twelve hours late, an hour's up
 * to half an hour. After that it is of no use and is skipped.
 */
export function planReminders(
  startsAt: Instant,
  leads: readonly number[],
  now: Instant,
  zone: string,
  quiet: QuietHours,
): { coming: PlannedReminder[]; passed: number[] } {
  const passed: number[] = [];
  const byMoment = new Map<Instant, PlannedReminder>();
  for (const leadMin of [...new Set(leads)].sort((a, b) => b - a)) {
    const wanted = startsAt - minutes(leadMin);
    const latest = startsAt - minutes(leadMin / 2);
    const due = decentMoment(wanted, latest, zone, quiet);
    if (wanted <= now || due <= now) passed.push(leadMin);
    else byMoment.set(due, { leadMin, due, latest: Math.max(latest, due), moved: due !== wanted });
  }
  return { coming: [...byMoment.values()].sort((a, b) => a.due - b.due), passed };
}

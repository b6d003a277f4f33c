import { days, type Instant, minutes } from '../world.ts';
import { instantIn, partsIn } from './moment.ts';

/** Hours in which nobody is disturbed: by the clock on the wall, `from` in the evening to `to` in the morning. */
export type QuietHours = { readonly from: string; readonly to: string };

/** `21:30-08:00`; `undefined` where it is no such text. */
export function readQuietHours(text: string): QuietHours | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!found) return undefined;
  return { from: `${found[1]}:${found[2]}`, to: `${found[3]}:${found[4]}` };
}

export function isQuiet(at: Instant, zone: string, { from, to }: QuietHours): boolean {
  const { clock } = partsIn(at, zone);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/**
 * The nearest decent moment to `at` for something that must be said before `latest`: `at` itself, or the end of the
 * quiet hours, or, where that would be too late, half an hour before they began.
 */
export function decentMoment(at: Instant, latest: Instant, zone: string, quiet: QuietHours): Instant {
  if (!isQuiet(at, zone, quiet)) return at;
  const morning = atClock(at, zone, quiet.to, 1);
  if (morning <= latest) return morning;
  return atClock(at, zone, quiet.from, -1) - minutes(30);
}

/** The next (1) or last (-1) time from `at` that a clock in a zone shows `clock`. */
function atClock(at: Instant, zone: string, clock: string, direction: 1 | -1): Instant {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  for (const step of [0, 1]) {
    const { year, month, day } = partsIn(at + direction * days(step), zone);
    const found = instantIn(zone, year, month, day, hour, minute);
    if (direction === 1 ? found >= at : found <= at) return found;
  }
  return at;
}

import type { Instant } from '../world.ts';

export type Language = 'zh-CN' | 'en';

/**
 * A moment as people say it: `11月25日（周三）14:00`, `Wed 25 Nov, 14:00`; with the year where it is not this one.
 *
 * @param zone IANA
 * @param now  whose year is left out; absent: the year is always said
 */
export function momentIn(language: Language, at: Instant, zone: string, now?: Instant): string {
  const part = partsIn(at, zone);
  const sameYear = now !== undefined && partsIn(now, zone).year === part.year;
  if (language === 'zh-CN') {
    const year = sameYear ? '' : `${part.year}年`;
    return `${year}${part.month}月${part.day}日（${part.weekdayZh}）${part.clock}`;
  }
  const year = sameYear ? '' : ` ${part.year}`;
  return `${part.weekdayEn} ${part.day} ${part.monthEn}${year}, ${part.clock}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter costs a hundred times its use, so each zone's is kept. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** The clock on the wall in a zone. `weekday`: 0 is Sunday. */
export function partsIn(at: Instant, zone: string) {
  const found: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday,
    clock: `${two(hour)}:${two(minute)}`,
    weekdayZh: `周${'日一二三四五六'[weekday]}`,
    weekdayEn: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday],
    monthEn: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1],
  };
}

/**
 * The instant at which the clock on the wall of a zone shows this. A time that summer time skips gives the first
 * minute after the gap; one that exists twice gives its first.
 */
export function instantIn(
  zone: string,
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): Instant {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const before = wall - offsetAt(wall - 86_400_000, zone);
  const after = wall - offsetAt(wall + 86_400_000, zone);
  const fits = [before, after].filter((at) => at + offsetAt(at, zone) === wall);
  if (fits.length > 0) return Math.min(...fits);
  return firstAfterGap(Math.min(before, after), Math.max(before, after), zone);
}

/** The moment at which the offset changes between two instants, to the minute. */
function firstAfterGap(low: Instant, high: Instant, zone: string): Instant {
  const old = offsetAt(low, zone);
  let [before, after] = [low, high];
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 120_000) * 60_000;
    if (middle <= before) break;
    if (offsetAt(middle, zone) === old) before = middle;
    else after = middle;
  }
  return after;
}

function offsetAt(at: Instant, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const two = (value: number): string => String(value).padStart(2, '0');

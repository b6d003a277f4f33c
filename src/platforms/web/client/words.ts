import { type Language, momentIn, partsIn } from '../../../calendar/moment.ts';
import { workspace as en } from '../../../texts/en/workspace.ts';
import { workspace as zhCn } from '../../../texts/zh-cn/workspace.ts';
import type { Instant } from '../../../world.ts';

export type Words = typeof zhCn;

export const wordsIn = (language: Language): Words => (language === 'en' ? en : zhCn);

export const clockIn = (at: Instant, zone: string): string => partsIn(at, zone).clock;

const dayNumber = (at: Instant, zone: string): number => {
  const { year, month, day } = partsIn(at, zone);
  return Date.UTC(year, month - 1, day) / 86_400_000;
};

/** A day as a heading between messages: 今天, 昨天, 11月25日（周三）. */
export function dayIn(words: Words, language: Language, at: Instant, zone: string, now: Instant): string {
  const ago = dayNumber(now, zone) - dayNumber(at, zone);
  if (ago === 0) return words.chat.today;
  if (ago === 1) return words.chat.yesterday;
  return momentIn(language, at, zone, now).replace(/,? ?\d\d:\d\d$/, '');
}

export const isSameDay = (one: Instant, other: Instant, zone: string): boolean =>
  dayNumber(one, zone) === dayNumber(other, zone);

/** `2026-11-25T14:00`, as a field for date and time wants it. */
export function localIn(at: Instant, zone: string): string {
  const { year, month, day, clock } = partsIn(at, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${clock}`;
}

/** What people call a zone: 中国标准时间, China Standard Time. */
export function zoneIn(language: Language, zone: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

import { describe, expect, it } from 'vitest';
import { instantIn, momentIn, partsIn } from '../../src/calendar/moment.ts';
import { decentMoment, isQuiet, readQuietHours } from '../../src/calendar/quiet.ts';
import { hours } from '../../src/world.ts';

const ZONE = 'Asia/Shanghai';
const at = (day: number, hour: number, minute = 0): number => instantIn(ZONE, 2026, 12, day, hour, minute);
const night = { from: '21:30', to: '08:00' };
const shown = (moment: number): string => momentIn('zh-CN', moment, ZONE);

describe('a decent moment', () => {
  it.each([
    ['at noon stays', at(2, 12), at(3, 0), at(2, 12)],
    ['late in the evening waits for the morning', at(2, 22), at(3, 12), at(3, 8)],
    ['at night waits for the morning', at(3, 2), at(3, 12), at(3, 8)],
    ['at night, too late by the morning, comes the evening before', at(3, 6), at(3, 7), at(2, 21)],
    ['late in the evening, too late by the morning, comes just before', at(2, 22), at(2, 23), at(2, 21)],
    ['at the first quiet minute is quiet', at(2, 21, 30), at(3, 12), at(3, 8)],
    ['at the last quiet minute is not', at(3, 8), at(3, 12), at(3, 8)],
  ])('%s', (_, wanted, latest, expected) => {
    expect(shown(decentMoment(wanted, latest, ZONE, night))).toBe(shown(expected));
  });

  it('is never quiet, whatever the hours', () => {
    for (const quiet of [night, { from: '00:00', to: '06:00' }, { from: '12:00', to: '14:00' }])
      for (let wanted = at(2, 0); wanted < at(4, 0); wanted += hours(0.5))
        for (const latest of [wanted + hours(0.5), wanted + hours(12)])
          expect(isQuiet(decentMoment(wanted, latest, ZONE, quiet), ZONE, quiet)).toBe(false);
  });

  it.each(['21:30-08:00', ' 00:00-06:15 '])('reads %s', (text) => expect(readQuietHours(text)).toBeDefined());
  it.each(['', '9-17', '24:00-08:00', '21:30', '21:30—08:00'])('refuses “%s”', (text) =>
    expect(readQuietHours(text)).toBeUndefined(),
  );
});

describe('a moment', () => {
  it('is said with its weekday, in both languages', () => {
    expect(momentIn('zh-CN', at(2, 14, 5), ZONE)).toBe('2026年12月2日（周三）14:05');
    expect(momentIn('en', at(2, 14, 5), ZONE, at(1, 0))).toBe('Wed 2 Dec, 14:05');
  });

  it('typed in a zone comes back as it was typed, every half hour of a year', () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Monrovia'])
      for (let day = 1; day < 366; day += 3) {
        const given = new Date(Date.UTC(2027, 0, day, (day * 7) % 24, day % 2 ? 0 : 30));
        const typed = [
          2027,
          given.getUTCMonth() + 1,
          given.getUTCDate(),
          given.getUTCHours(),
          given.getUTCMinutes(),
        ] as const;
        const back = partsIn(instantIn(zone, ...typed), zone);
        expect([back.year, back.month, back.day, back.hour, back.minute]).toEqual(typed);
      }
  });

  it('that summer time skips is the first minute after the gap, and one that comes twice is the first', () => {
    const newYork = (month: number, day: number, hour: number, minute: number) =>
      new Date(instantIn('America/New_York', 2027, month, day, hour, minute)).toISOString();

    expect(newYork(3, 14, 2, 30)).toBe('2027-03-14T07:00:00.000Z');
    expect(newYork(11, 7, 1, 30)).toBe('2027-11-07T05:30:00.000Z');
  });
});

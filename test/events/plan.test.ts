import { describe, expect, it } from 'vitest';
import { instantIn } from '../../src/calendar/moment.ts';
import { planReminders } from '../../src/events/plan.ts';

const ZONE = 'Asia/Shanghai';
const at = (day: number, hour: number, minute = 0): number => instantIn(ZONE, 2026, 12, day, hour, minute);
const night = { from: '21:30', to: '08:00' };
const plan = (startsAt: number, leads: number[], now: number) =>
  planReminders(startsAt, leads, now, ZONE, night);

describe('the reminders of an event', () => {
  it('come a day and an hour before', () => {
    const { coming, passed } = plan(at(4, 14), [60, 1440], at(1, 10));

    expect(coming.map(({ due }) => due)).toEqual([at(3, 14), at(4, 13)]);
    expect(passed).toEqual([]);
  });

  it('are out of date once half of their notice is gone', () => {
    const [day, hour] = plan(at(4, 14), [60, 1440], at(1, 10)).coming;

    expect(day?.latest).toBe(at(4, 2));
    expect(hour?.latest).toBe(at(4, 13, 30));
  });

  it('whose time has passed are left out and said', () => {
    const { coming, passed } = plan(at(4, 14), [10080, 1440, 60], at(3, 20));

    expect(coming.map(({ leadMin }) => leadMin)).toEqual([60]);
    expect(passed).toEqual([10080, 1440]);
  });

  it('of an early morning come the evening before', () => {
    const { coming } = plan(at(4, 7), [60], at(1, 10));

    expect(coming).toEqual([{ leadMin: 60, due: at(3, 21), latest: at(4, 6, 30), moved: true }]);
  });

  it('that fall on one moment are one', () => {
    const { coming } = plan(at(4, 7), [60, 30], at(1, 10));

    expect(coming).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { speak } from '../../src/message/speak.ts';
import { dueSlots } from '../../src/schedules/due.ts';
import { scheduleOf } from '../store/examples.ts';

const MINUTE = 60_000;

describe('what becomes of slots that came due', () => {
  const everyMinute = scheduleOf({
    timetable: { rule: { kind: 'cron', expression: '* * * * *' }, zone: 'UTC', quiet: [] },
  });
  const nine = Date.parse('2026-01-05T09:00Z');
  const fates = (now: number, limit = 999, schedule = everyMinute) =>
    dueSlots(schedule, nine, now, 5 * MINUTE, limit).map(
      ({ slot, skip }) => `${slot.key.slice(11)} ${skip ? 'skip' : 'post'}`,
    );

  test.each([
    [-1, []],
    [0, ['09:00 post']],
    [MINUTE - 1, ['09:00 post']],
    [MINUTE, ['09:00 skip', '09:01 post']],
    [5 * MINUTE, ['09:00 skip', '09:01 skip', '09:02 skip', '09:03 skip', '09:04 skip', '09:05 post']],
  ])('every minute, looked at %s ms after the first', (after, expected) => {
    expect(fates(nine + after)).toEqual(expected);
  });

  test('at most so many at once; the rest keeps its turn', () => {
    const [first, second] = dueSlots(everyMinute, nine, nine + 600 * MINUTE, 5 * MINUTE, 2);
    expect(first?.next).toBe(second?.slot.at);
    expect(fates(nine + 600 * MINUTE, 2)).toEqual(['09:00 skip', '09:01 skip']);
  });

  const weekly = scheduleOf({ lateHours: 6 });
  const monday = Date.parse('2026-01-05T09:00+01:00');
  test.each([
    ['at the sixth hour', 6 * 60 * MINUTE, 'posted'],
    ['a millisecond later', 6 * 60 * MINUTE + 1, 'allows 6'],
  ])('once late %s', (_, age, reason) => {
    const [due] = dueSlots(weekly, monday, monday + age, 5 * MINUTE, 9);
    expect(speak(due?.skip ?? 'posted', 'en')).toContain(reason);
  });

  test('a timetable that ends has no slot after its last', () => {
    const ending = scheduleOf({ timetable: { ...weekly.timetable, end: '2026-01-05' } });
    expect(dueSlots(ending, monday, monday, 0, 9)).toMatchObject([{ next: null }]);
  });
});

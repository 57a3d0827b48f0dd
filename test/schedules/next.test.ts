import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeTimetable } from '../../src/schedules/describe.ts';
import { nextSlots } from '../../src/schedules/next.ts';
import { timetableSchema, type Timetable } from '../../src/schedules/rule.ts';
import { speak } from '../../src/message/speak.ts';

const daily = (time: string) => ({ kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], time });
const table = (rule: object, zone: string, more: object = {}): Timetable =>
  timetableSchema.parse({ rule, zone, ...more });

const monthly = (day: number) => table({ kind: 'monthly', day, time: '09:00' }, 'UTC');

/** The next runs, as `local time = instant in UTC`. */
function runs(of: Timetable, after: string, count: number): string[] {
  return nextSlots(of, Date.parse(after), count).map(
    (slot) =>
      `${slot.key} = ${new Date(slot.at).toISOString().slice(0, 16)}Z${slot.shifted ? ' (moved)' : ''}`,
  );
}

/** The local dates of the next runs. */
function days(of: Timetable, after: string, count: number): string[] {
  return nextSlots(of, Date.parse(after), count).map((slot) => slot.key.slice(0, 10));
}

describe('a local time that a clock change skips runs at the next valid minute', () => {
  test.each([
    ['America/New_York', '02:30', '2026-03-08T00:00-05:00', '2026-03-08T03:00 = 2026-03-08T07:00Z (moved)'],
    ['Europe/Berlin', '02:30', '2026-03-29T00:00+01:00', '2026-03-29T03:00 = 2026-03-29T01:00Z (moved)'],
    ['America/Santiago', '00:30', '2026-09-05T22:00-04:00', '2026-09-06T01:00 = 2026-09-06T04:00Z (moved)'],
    ['Pacific/Auckland', '02:30', '2026-09-27T00:00+12:00', '2026-09-27T03:00 = 2026-09-26T14:00Z (moved)'],
    [
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-04T00:00+10:30',
      '2026-10-04T02:30 = 2026-10-03T15:30Z (moved)',
    ],
    ['Africa/Cairo', '00:30', '2026-04-23T22:00+02:00', '2026-04-24T01:00 = 2026-04-23T22:00Z (moved)'],
    ['Pacific/Apia', '09:00', '2011-12-29T10:00-10:00', '2011-12-31T00:00 = 2011-12-30T10:00Z (moved)'],
  ])('%s at %s', (zone, time, after, expected) => {
    expect(runs(table(daily(time), zone), after, 1)).toEqual([expected]);
  });

  test('and the day after it is back at its own time', () => {
    expect(runs(table(daily('02:30'), 'America/New_York'), '2026-03-07T12:00-05:00', 2)).toEqual([
      '2026-03-08T03:00 = 2026-03-08T07:00Z (moved)',
      '2026-03-09T02:30 = 2026-03-09T06:30Z',
    ]);
  });

  test('several times inside one gap are one run, and the minute before the gap is untouched', () => {
    const halfHours = table({ kind: 'cron', expression: '*/30 1-3 * * *' }, 'Europe/Berlin');
    expect(runs(halfHours, '2026-03-29T00:45+01:00', 4)).toEqual([
      '2026-03-29T01:00 = 2026-03-29T00:00Z',
      '2026-03-29T01:30 = 2026-03-29T00:30Z',
      '2026-03-29T03:00 = 2026-03-29T01:00Z (moved)',
      '2026-03-29T03:30 = 2026-03-29T01:30Z',
    ]);
  });
});

describe('a local time that occurs twice runs once, the first time', () => {
  test.each([
    ['America/New_York', '01:30', '2026-11-01T00:00-04:00', '2026-11-01T01:30 = 2026-11-01T05:30Z'],
    ['Europe/Berlin', '02:30', '2026-10-25T00:00+02:00', '2026-10-25T02:30 = 2026-10-25T00:30Z'],
    ['America/Santiago', '23:30', '2026-04-04T12:00-03:00', '2026-04-04T23:30 = 2026-04-05T02:30Z'],
    ['Pacific/Auckland', '02:30', '2026-04-05T00:00+13:00', '2026-04-05T02:30 = 2026-04-04T13:30Z'],
    ['Australia/Lord_Howe', '01:45', '2026-04-05T00:00+11:00', '2026-04-05T01:45 = 2026-04-04T14:45Z'],
    ['Africa/Cairo', '23:30', '2026-10-29T12:00+03:00', '2026-10-29T23:30 = 2026-10-29T20:30Z'],
  ])('%s at %s', (zone, time, after, expected) => {
    const [first, second] = runs(table(daily(time), zone), after, 2);
    expect(first).toBe(expected);
    expect(second?.slice(0, 10)).not.toBe(expected.slice(0, 10));
  });

  test.each([
    ['between the two', '2026-11-01T01:45-04:00'],
    ['inside the second', '2026-11-01T01:15-05:00'],
  ])('asked %s, the same night does not come again', (_, after) => {
    expect(runs(table(daily('01:30'), 'America/New_York'), after, 1)).toEqual([
      '2026-11-02T01:30 = 2026-11-02T06:30Z',
    ]);
  });

  test('a cron that runs every minute gives each local minute once', () => {
    const everyMinute = table({ kind: 'cron', expression: '* * * * *' }, 'America/New_York');
    const keys = nextSlots(everyMinute, Date.parse('2026-11-01T00:00-04:00'), 300).map((slot) => slot.key);
    expect(new Set(keys).size).toBe(300);
  });
});

describe('a zone that changes its rules', () => {
  test('Mexico City gave up summer time in October 2022: 09:00 stays 09:00', () => {
    const nine = table(daily('09:00'), 'America/Mexico_City');
    expect(runs(nine, '2022-07-01T00:00Z', 1)).toEqual(['2022-07-01T09:00 = 2022-07-01T14:00Z']);
    expect(runs(nine, '2023-07-01T00:00Z', 1)).toEqual(['2023-07-01T09:00 = 2023-07-01T15:00Z']);
  });
  test('and 02:30 exists on what would have been its next switch day', () => {
    expect(runs(table(daily('02:30'), 'America/Mexico_City'), '2023-04-02T00:00-06:00', 1)).toEqual([
      '2023-04-02T02:30 = 2023-04-02T08:30Z',
    ]);
  });
  test('Samoa skipped 30 December 2011 whole: the runs before and after are a day apart on the wall, and both come', () => {
    expect(runs(table(daily('09:00'), 'Pacific/Apia'), '2011-12-29T08:00-10:00', 3)).toEqual([
      '2011-12-29T09:00 = 2011-12-29T19:00Z',
      '2011-12-31T00:00 = 2011-12-30T10:00Z (moved)',
      '2011-12-31T09:00 = 2011-12-30T19:00Z',
    ]);
  });
});

describe('the calendar', () => {
  test('day 31 is the last day of a shorter month, and says so', () => {
    expect(days(monthly(31), '2027-01-31T10:00Z', 3)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
    expect(speak(describeTimetable(monthly(31)), 'en')).toBe(
      'on day 31 of every month (the last day of a shorter one) at 09:00 UTC',
    );
  });
  test('day 29 in a leap year and in the years around it', () => {
    expect(days(monthly(29), '2027-02-01T00:00Z', 1)).toEqual(['2027-02-28']);
    expect(days(monthly(29), '2028-02-01T00:00Z', 1)).toEqual(['2028-02-29']);
    expect(days(monthly(29), '2100-02-01T00:00Z', 1)).toEqual(['2100-02-28']);
  });
  test('29 February as cron waits for the leap year', () => {
    expect(days(table({ kind: 'cron', expression: '0 9 29 2 *' }, 'UTC'), '2026-01-01T00:00Z', 2)).toEqual([
      '2028-02-29',
      '2032-02-29',
    ]);
  });
  test('every second week counts from its anchor across the year, also before it', () => {
    const fortnight = table(
      { kind: 'weekly', weekdays: [1], time: '09:00', every: 2, anchor: '2026-W52' },
      'Europe/Madrid',
    );
    expect(days(fortnight, '2026-12-01T00:00Z', 4)).toEqual([
      '2026-12-07',
      '2026-12-21',
      '2027-01-04',
      '2027-01-18',
    ]);
  });
  test('the next three of a Monday and Thursday schedule, over New Year', () => {
    const twice = table({ kind: 'weekly', weekdays: [4, 1, 1], time: '00:00' }, 'Asia/Tokyo');
    expect(runs(twice, '2026-12-28T00:00+09:00', 3)).toEqual([
      '2026-12-31T00:00 = 2026-12-30T15:00Z',
      '2027-01-04T00:00 = 2027-01-03T15:00Z',
      '2027-01-07T00:00 = 2027-01-06T15:00Z',
    ]);
    expect(speak(describeTimetable(twice), 'en')).toBe('every Monday and Thursday at 00:00 Asia/Tokyo');
  });
  test('quiet weeks, days and ranges are left out; start and end are included', () => {
    const quiet = ['2026-W53', '2027-01-04', '2027-01-06..2027-01-09'];
    const inside = table(daily('09:00'), 'UTC', { start: '2026-12-27', end: '2027-01-10', quiet });
    expect(days(inside, '2026-01-01T00:00Z', 9)).toEqual(['2026-12-27', '2027-01-05', '2027-01-10']);
    expect(speak(describeTimetable(inside), 'en')).toContain(
      'from 2026-12-27, until 2027-01-10, quiet in 2026-W53, 2027-01-04 and 2027-01-06..2027-01-09',
    );
  });
  test('a century of quiet is jumped over at once', () => {
    const long = { quiet: ['2026-01-01..2125-12-31'] };
    const before = performance.now();
    expect(
      runs(table({ kind: 'cron', expression: '* * * * *' }, 'UTC', long), '2026-01-01T00:00Z', 1),
    ).toEqual(['2126-01-01T00:00 = 2126-01-01T00:00Z']);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('what cannot be a timetable is refused with a sentence', () => {
  const ok = { rule: daily('09:00'), zone: 'Europe/Madrid' };
  const cron = (expression: string) => ({ ...ok, rule: { kind: 'cron', expression } });
  test.each([
    ['seconds', cron('*/10 * * * * *'), 'at most once a minute'],
    ['a cron that never comes', cron('0 9 30 2 *'), 'never comes'],
    ['a cron of four fields', cron('0 9 * *'), 'Write five fields'],
    ['minute 60', cron('60 9 * * *'), 'Write five fields'],
    ['24:00', { ...ok, rule: daily('24:00') }, 'HH:MM'],
    ['no weekday', { ...ok, rule: { kind: 'weekly', weekdays: [], time: '09:00' } }, 'at least one weekday'],
    ['every 2 without a start', { ...ok, rule: { ...daily('09:00'), every: 2 } }, 'a week to count from'],
    ['week 53 of 2027', { ...ok, quiet: ['2027-W53'] }, 'ISO week'],
    ['30 February', { ...ok, start: '2026-02-30' }, 'YYYY-MM-DD'],
    ['a backwards range', { ...ok, quiet: ['2026-02-02..2026-02-01'] }, 'ISO week'],
    ['end before start', { ...ok, start: '2026-02-02', end: '2026-02-01' }, 'before the start'],
    ['a fixed offset', { ...ok, zone: '+02:00' }, 'Europe/Madrid'],
    ['an abbreviation', { ...ok, zone: 'EST' }, 'Europe/Madrid'],
    ['Atlantis', { ...ok, zone: 'Europe/Atlantis' }, 'Europe/Madrid'],
  ])('%s', (_, raw, sentence) => {
    const result = timetableSchema.safeParse(raw);
    expect(result.success).toBe(false);
    expect(result.error?.issues.map((issue) => issue.message).join(' ')).toContain(sentence);
  });
  test('a zone is spelled for the person', () => {
    expect(timetableSchema.parse({ ...ok, zone: ' america/new_york ' }).zone).toBe('America/New_York');
  });
});

test('for any rule, zone and moment: slots move forward, keys differ, and each key is the local time of its instant', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const rule = fc.oneof(
    fc.record({
      kind: fc.constant('weekly'),
      weekdays: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      time,
      every: fc.integer({ min: 1, max: 52 }),
      anchor: fc.constant('2026-W01'),
    }),
    fc.record({ kind: fc.constant('monthly'), day: fc.integer({ min: 1, max: 31 }), time }),
    fc.record({
      kind: fc.constant('cron'),
      expression: fc.constantFrom('*/7 * * * *', '15,45 0-3 * * *', '0 0 L * *'),
    }),
  );
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')));
  const moment = fc.integer({ min: Date.parse('1995-01-01'), max: Date.parse('2035-01-01') });
  fc.assert(
    fc.property(rule, zone, moment, (anyRule, anyZone, after) => {
      const slots = nextSlots(table(anyRule, anyZone), after, 12);
      expect(slots).toHaveLength(12);
      expect(slots.every((slot, at) => slot.at > (slots[at - 1]?.at ?? after))).toBe(true);
      expect(new Set(slots.map((slot) => slot.key)).size).toBe(12);
      for (const slot of slots) {
        const local = Temporal.Instant.fromEpochMilliseconds(slot.at).toZonedDateTimeISO(anyZone);
        expect(local.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(slot.key);
        // Asking again from just before a slot gives the same slot: replicas agree whenever they look.
        expect(nextSlots(table(anyRule, anyZone), slot.at - 1, 1)).toEqual([slot]);
      }
    }),
    { numRuns: 150 },
  );
});

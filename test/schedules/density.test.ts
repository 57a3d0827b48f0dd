import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busiestWeek } from '../../src/schedules/density.ts';
import { slotsAfter } from '../../src/schedules/next.ts';
import type { Timetable } from '../../src/schedules/rule.ts';
import { timetableSchema } from '../../src/schedules/rule.ts';

const NOW = Date.parse('2026-01-07T10:30:00Z');
const DAY = 24 * 3_600_000;

function table(expression: string, more: object = {}): Timetable {
  return timetableSchema.parse({ rule: { kind: 'cron', expression }, zone: 'Europe/Madrid', ...more });
}

test.each([
  ['* 9 * * 1', 60],
  ['* * * * *', 10_080],
  ['0 * * * *', 168],
  ['0 9,17 * * *', 14],
  ['0 9,17 * * 1-5', 10],
  // More than once a day on its only day of the week.
  ['0 9,17 * * 1', 2],
  // Only on one day of a month, of a year, of four years.
  ['*/5 9 1 * *', 12],
  ['*/5 9 24 12 *', 12],
  ['*/5 9 29 2 *', 12],
  // A day of the month or of the week: both in one week, sooner or later.
  ['0,30 9 1 * 1', 4],
  ['0,30 9 29 2 1', 4],
  ['0 9 * * *', null],
  ['0 9 1,15 * 1', null],
])('%s: %s posts in the busiest week', (expression, posts) => {
  expect(busiestWeek(table(expression), NOW)).toBe(posts);
});

test.each<[string, object, number | null]>([
  ['it ends on its third day', { end: '2026-01-09' }, 180],
  ['it begins next year', { start: '2027-03-01' }, 420],
  [
    'four of seven days are always quiet',
    { end: '2026-01-20', quiet: ['2026-01-09..2026-01-12', '2026-01-16..2026-01-20'] },
    180,
  ],
  ['all of it is quiet', { end: '2026-01-09', quiet: ['2026-W02'] }, null],
])('every minute of an hour, and %s', (_, more, posts) => {
  expect(busiestWeek(table('* 9 * * *', more), NOW)).toBe(posts);
});

test.each([
  { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], time: '09:00' },
  { kind: 'monthly', day: 31, time: '09:00' },
])('$kind, at one time of day, needs nobody to agree', (rule) => {
  expect(busiestWeek(timetableSchema.parse({ rule, zone: 'UTC' }), NOW)).toBeNull();
});

const list = (min: number, max: number, most: number) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: most }).map((all) => all.join(','));
const orAny = (field: fc.Arbitrary<string>) => fc.oneof(fc.constant('*'), field);
const CRON = fc.tuple(
  list(0, 59, 2),
  list(3, 23, 2),
  orAny(list(1, 28, 4)),
  orAny(list(1, 12, 4)),
  orAny(list(0, 6, 3)),
);

/** The most runs in seven days of the next two years, and in one day, counted one by one. */
function counted(timetable: Timetable, from: number): { week: number; day: number } {
  const days = slotsAfter(timetable, from - 1)
    .take(4_000)
    .map(({ at }) => Math.floor((at - from) / DAY))
    .toArray()
    .filter((day) => day < 2 * 365);
  const most = (span: number) =>
    Math.max(...days.map((day) => days.filter((other) => other >= day && other < day + span).length));
  return { week: most(7), day: most(1) };
}

test('is what the runs themselves say, whatever the rule', () => {
  const from = Date.parse('2026-01-07T00:00:00Z');
  const same = fc.property(CRON, (fields) => {
    const timetable = table(fields.join(' '), { zone: 'UTC' });
    const { week, day } = counted(timetable, from);
    const said = busiestWeek(timetable, from);
    if (day <= 1) return said === null;
    // A day of a month and one of a week may meet in a denser week than those of two years.
    const meet = fields[2] !== '*' && fields[4] !== '*';
    return said !== null && (meet ? said >= week : said === week);
  });
  expect(() => fc.assert(same, { numRuns: 8 })).not.toThrow();
});

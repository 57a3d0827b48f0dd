import { enumerate } from '../language/figures.ts';
import { language } from '../language/language.ts';
import { say } from '../language/say.ts';
import type { Rule, Timetable } from './rule.ts';

/** A timetable in words, such as "every Monday at 09:00 Europe/Madrid". Says what happens to the 31st. */
export function describeTimetable(table: Timetable): string {
  const parts = [describeRule(table.rule, table.zone)];
  if (table.start !== undefined) parts.push(say('from {day}', { day: table.start }));
  if (table.end !== undefined) parts.push(say('until {day}', { day: table.end }));
  if (table.quiet.length > 0) parts.push(say('quiet in {weeks}', { weeks: enumerate(table.quiet) }));
  return parts.join(', ');
}

function describeRule(rule: Rule, zone: string): string {
  switch (rule.kind) {
    case 'weekly':
      return describeWeekly(rule, zone);
    case 'monthly': {
      const { day, time } = rule;
      return day > 28
        ? say('on day {day} of every month (the last day of a shorter one) at {time} {zone}', {
            day,
            time,
            zone,
          })
        : say('on day {day} of every month at {time} {zone}', { day, time, zone });
    }
    case 'cron':
      return say('by the cron expression {expression} in {zone}', { expression: rule.expression, zone });
  }
}

function describeWeekly(
  { weekdays, time, every, anchor = '' }: Extract<Rule, { kind: 'weekly' }>,
  zone: string,
): string {
  const days = enumerate(weekdays.map(weekdayName));
  if (every === 1) return say('every {days} at {time} {zone}', { days, time, zone });
  const facts = { every, days, time, zone, week: anchor };
  return say('every {every} weeks on {days} at {time} {zone}, counted from week {week}', facts);
}

/** 1 is Monday. */
function weekdayName(day: number): string {
  const date = Temporal.PlainDate.from('2026-01-05').add({ days: day - 1 });
  return date.toLocaleString(language(), { weekday: 'long' });
}

import { enumerate } from '../message/figures.ts';
import type { Message, Said } from '../message/message.ts';
import { joined, say } from '../message/say.ts';
import type { Rule, Timetable } from './rule.ts';

/** A timetable in words, such as "every Monday at 09:00 Europe/Madrid". Says what happens to the 31st. */
export function describeTimetable(table: Timetable): Said {
  const parts: Said[] = [describeRule(table.rule, table.zone)];
  if (table.start !== undefined) parts.push(say('from {day}', { day: table.start }));
  if (table.end !== undefined) parts.push(say('until {day}', { day: table.end }));
  if (table.quiet.length > 0) parts.push(say('quiet in {weeks}', { weeks: enumerate(table.quiet) }));
  return joined(parts, ', ');
}

function describeRule(rule: Rule, zone: string): Message {
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
): Message {
  const days = enumerate(weekdays.map(weekdayName));
  if (every === 1) return say('every {days} at {time} {zone}', { days, time, zone });
  const facts = { every, days, time, zone, week: anchor };
  return say('every {every} weeks on {days} at {time} {zone}, counted from week {week}', facts);
}

/** 1 is Monday. */
function weekdayName(day: number): Message {
  return { kind: 'weekday', day };
}

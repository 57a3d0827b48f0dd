import type { Rule, Timetable } from './rule.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** A timetable in words, such as "every Monday at 09:00 Europe/Madrid". Says what happens to the 31st. */
export function describeTimetable(table: Timetable): string {
  const parts = [`${describeRule(table.rule)} ${table.zone}`];
  if (table.start !== undefined) parts.push(`from ${table.start}`);
  if (table.end !== undefined) parts.push(`until ${table.end}`);
  if (table.quiet.length > 0) parts.push(`quiet in ${LIST.format(table.quiet)}`);
  return parts.join(', ');
}

function describeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'weekly': {
      const days = LIST.format(rule.weekdays.map((day) => DAYS[day - 1] ?? ''));
      if (rule.every === 1) return `every ${days} at ${rule.time}`;
      return `every ${rule.every} weeks on ${days} at ${rule.time}, counted from ${rule.anchor ?? ''},`;
    }
    case 'monthly':
      return `on day ${rule.day} of every month${rule.day > 28 ? ' (the last day of a shorter one)' : ''} at ${rule.time}`;
    case 'cron':
      return `by the cron expression ${rule.expression} in`;
  }
}

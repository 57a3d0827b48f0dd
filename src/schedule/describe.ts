import type { Rule, Timetable } from './rule.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A timetable in words, such as "every Monday at 09:00 Europe/Madrid". Says what happens to the 31st. */
export function describeTimetable(table: Timetable): string {
  const parts = [describeRule(table.rule, table.zone)];
  if (table.start !== undefined) parts.push(`from ${table.start}`);
  if (table.end !== undefined) parts.push(`until ${table.end}`);
  if (table.quiet.length > 0) parts.push(`quiet in ${listed(table.quiet)}`);
  return parts.join(', ');
}

function describeRule(rule: Rule, zone: string): string {
  switch (rule.kind) {
    case 'weekly': {
      const days = listed(rule.weekdays.map((day) => DAYS[day - 1] ?? ''));
      const time = `at ${rule.time} ${zone}`;
      if (rule.every === 1) return `every ${days} ${time}`;
      return `every ${rule.every} weeks on ${days} ${time}, counted from week ${rule.anchor ?? ''}`;
    }
    case 'monthly': {
      const note = rule.day > 28 ? ' (the last day of a shorter one)' : '';
      return `on day ${rule.day} of every month${note} at ${rule.time} ${zone}`;
    }
    case 'cron':
      return `by the cron expression ${rule.expression} in ${zone}`;
  }
}

let format: Intl.ListFormat | undefined;

/** Made when it is needed: it takes 5 ms, and most starts need none. */
function listed(words: readonly string[]): string {
  format ??= new Intl.ListFormat('en', { type: 'conjunction' });
  return format.format(words);
}

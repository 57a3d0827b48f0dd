import type { KnowledgeBase } from '../../knowledge/index.ts';
import { enumerate, sentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { identityOf, message, phrase, say } from '../../src/message/say.ts';
import type { PromptSchedule } from '../../src/community/schedule.ts';
import type { Rule } from '../../src/schedules/rule.ts';
import type { Schedule } from '../../src/community/schedule.ts';
import { channelIn } from '../../src/outbox/target.ts';
import { specOf } from '../../src/prompts/content.ts';
import { followedIn, trackTitle } from './follow.ts';

/** What a schedule is called by, apart from the id that nobody sees. */
export type Named = Pick<PromptSchedule, 'id' | 'content' | 'timetable' | 'targets'>;

const WEEKDAYS = message(
  '{day, select, 1 {Mondays} 2 {Tuesdays} 3 {Wednesdays} 4 {Thursdays} 5 {Fridays} 6 {Saturdays} other {Sundays}}',
);

/** When something is posted, as people would say it of a regular thing. */
function daysOf(rule: Rule): Said {
  if (rule.kind === 'cron') return say('at times of its own');
  if (rule.kind === 'monthly') return say('once a month');
  const { weekdays, every } = rule;
  if (every > 1) return say('every {n} weeks', { n: every });
  const days = weekdays.join('');
  if (days === '1234567') return say('every day');
  if (days === '12345') return say('on weekdays');
  return enumerate(weekdays.map((day) => say(WEEKDAYS, { day: String(day) })));
}

/** "ML Engineer, Mondays". */
export function scheduleName(
  { content, timetable }: Pick<Named, 'content' | 'timetable'>,
  knowledge: KnowledgeBase,
): Said {
  const title = trackTitle(content.track, knowledge);
  const name = followedIn(content.track) === undefined ? title : sentence(title);
  return phrase`${name}, ${daysOf(timetable.rule)}`;
}

/** The same for whoever tells of schedules without commands. */
export function naming(knowledge: () => KnowledgeBase): (schedule: Schedule) => Said {
  return (schedule) => scheduleName({ ...schedule, content: specOf(schedule) }, knowledge());
}

/** The names of schedules by their ids: with time, channel and number where they would be the same otherwise. */
export function namesOf(schedules: readonly Named[], knowledge: KnowledgeBase): ReadonlyMap<string, Said> {
  const plainly = apart(
    schedules.map((one) => [one, scheduleName(one, knowledge)] as const),
    timed,
  );
  const timely = apart(plainly, ({ targets }, name) => phrase`${name}, ${channelIn(targets[0] ?? '')}`);
  const counted = new Map<string, number>();
  return new Map(
    timely.map(([{ id }, name]) => {
      const count = (counted.get(identityOf(name)) ?? 0) + 1;
      counted.set(identityOf(name), count);
      return [id, count === 1 ? name : phrase`${name} (${count})`];
    }),
  );
}

type NamedPairs = readonly (readonly [Named, Said])[];

/** The same pairs, in which names that several have say more. */
function apart(pairs: NamedPairs, more: (schedule: Named, name: Said) => Said): NamedPairs {
  const groups = Map.groupBy(pairs, ([, name]) => identityOf(name));
  return pairs.map(([schedule, name]) =>
    (groups.get(identityOf(name)) ?? []).length > 1 ? [schedule, more(schedule, name)] : [schedule, name],
  );
}

function timed({ timetable: { rule } }: Named, name: Said): Said {
  return rule.kind === 'cron' ? phrase`${name} (${rule.expression})` : phrase`${name} ${rule.time}`;
}

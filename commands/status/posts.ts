import { amount, numeral } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { message, say } from '../../src/message/say.ts';
import { bold, type Field, moment, type Text } from '../../src/reply.ts';
import type { PostOverview } from '../../src/store/post-overview.ts';

/** Up to this late is on time, in milliseconds. */
const GRACE = 5 * 60_000;
const MINUTE = 60_000;

type NameOf = (schedule: string) => Said;

/** The schedules of a community, its last post and its next one. */
export function postFields(
  { active, resting, last, next }: PostOverview,
  nameOf: NameOf,
  now: number,
): Field[] {
  const counts = say('{active} running, {resting} paused or over', {
    active: numeral(active),
    resting: numeral(resting),
  });
  return [
    { name: say('Schedules'), value: [counts] },
    ...(last === null
      ? []
      : [
          {
            name: say('Last post'),
            value: [
              ...post(last.schedule, last.postedAt, nameOf),
              ' · ',
              lateness(last.postedAt - last.dueAt),
            ],
          },
        ]),
    ...(next === null || isOverdue(next, now)
      ? []
      : [{ name: say('Next post'), value: post(next.schedule, next.dueAt, nameOf) }]),
  ];
}

function post(schedule: string, at: number, nameOf: NameOf): Text {
  return [nameOf(schedule), ' · ', moment(at, 'UTC')];
}

function lateness(late: number): Said {
  return late <= GRACE ? say('on time') : say('{time} late', { time: duration(late) });
}

const MINUTES = message('{n, plural, one {one minute} other {{words} minutes}}');
const HOURS = message('{n, plural, one {one hour} other {{words} hours}}');
const DAYS = message('{n, plural, one {one day} other {{words} days}}');

/** A length of time in its largest unit. */
function duration(ms: number): Said {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 120) return say(MINUTES, amount(minutes));
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? say(HOURS, amount(hours)) : say(DAYS, amount(Math.floor(hours / 24)));
}

function isOverdue({ dueAt }: { readonly dueAt: number }, now: number): boolean {
  return now - dueAt > GRACE;
}

/** A post that nothing took up in time, and channels that get nothing more. */
export function troublesOf({ next, refused }: PostOverview, nameOf: NameOf, now: number): Text[] {
  const overdue = next !== null && isOverdue(next, now) ? [next] : [];
  return [
    ...overdue.map(({ schedule, dueAt }): Text => [
      say('{schedule} has been due for {time} and was not posted yet.', {
        schedule: nameOf(schedule),
        time: duration(now - dueAt),
      }),
    ]),
    ...refused.map(({ schedule, reason }): Text => [
      bold(nameOf(schedule)),
      ': ',
      reason ?? say('its channel refuses posts.'),
      ' ',
      say('Mend that, then type /prompts resume.'),
    ]),
  ];
}

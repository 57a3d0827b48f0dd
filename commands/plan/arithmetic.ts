import { shortDate } from '../../src/message/dates.ts';
import { phrase, say } from '../../src/message/say.ts';
import type { Text } from '../../src/reply.ts';
import { costText, totalHoursText, spanText } from '../views/totals.ts';
import { readAsText } from '../skills/known-skills.ts';
import { weeksText } from '../roadmap/weeks.ts';
import type { Plan } from './answer.ts';
import { methodText } from './choose-courses.ts';

/** Every step of a plan's arithmetic, for who asks why. */
export function stepsOf(plan: Plan, now: number): Text[] {
  return [...gapSteps(plan), [methodText()], ...sumSteps(plan, now)];
}

function gapSteps({ wish, shared, missing }: Plan): Text[] {
  const { from, to, have } = wish;
  const told = readAsText(have);
  return [
    ...(from === undefined
      ? []
      : [
          [
            say(
              'A skill of {to} counts as yours where any source lists it for {from} too, under one name for all spellings.',
              { to: to.title, from: from.title },
            ),
          ],
        ]),
    ...(told === undefined ? [] : [[told]]),
    [
      say('{all} listed skills less {had} leaves {missing} missing.', {
        all: shared.length + missing.length,
        had: shared.length,
        missing: missing.length,
      }),
    ],
  ];
}

function sumSteps({ estimate: { totals, weeks, perWeek, done }, choice }: Plan, now: number): Text[] {
  const terms = choice.picks.flatMap(({ course, effort }) =>
    effort.hours === undefined ? [] : [`${course.title} ${spanText(effort.hours)} h`],
  );
  const today = shortDate(new Date(now).toISOString().slice(0, 10));
  return [
    ...(terms.length === 0
      ? []
      : [[say('Hours: {terms} = {hours}.', { terms: terms.join(' + '), hours: totalHoursText(totals) })]]),
    ...(weeks === undefined || perWeek === undefined || done === undefined
      ? []
      : [
          [
            say(
              'Dates: {hours} h at {perWeek} h a week, rounded up to whole weeks, is {weeks}; counted from {today} (UTC).',
              { hours: spanText(totals.hours), perWeek, weeks: weeksText(weeks), today },
            ),
          ],
        ]),
    ...(choice.picks.length === 0 ? [] : [[phrase`${say('Cost:')} `, ...costText(totals), '.']]),
  ];
}

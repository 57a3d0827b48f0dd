import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { shortDate } from '../../src/credits.ts';
import type { Grounds, Text } from '../../src/reply.ts';
import { courseGrounds, moveGrounds, skillGrounds } from '../show/grounds.ts';
import { costText, hoursText, spanText } from '../show/sums.ts';
import { enumerate } from '../show/words.ts';
import type { Plan } from './answer.ts';
import { METHOD } from './choose.ts';

/** What a plan rests on, and every step of its arithmetic. */
export function planGrounds(
  plan: Plan,
  list: readonly RoleSkill[],
  { knowledge, now }: CommandContext,
): Grounds {
  const { choice, move, artifacts } = plan;
  const courses = [...choice.picks, ...choice.leftOut].map(({ course }) => course);
  return {
    facts: [
      ...moveGrounds(move === undefined ? [] : [move], knowledge),
      ...skillGrounds(list),
      ...courseGrounds(courses),
      ...(artifacts?.items ?? []).map((item) => ({ source: artifacts?.source ?? '', text: [item] })),
    ],
    steps: [...gapSteps(plan), [METHOD], ...sumSteps(plan, now)],
  };
}

function gapSteps({ wish, shared, missing }: Plan): Text[] {
  const { from, to, have } = wish;
  const told = have.skills.map(({ name }) => name);
  return [
    ...(from === undefined
      ? []
      : [
          [
            `A skill of ${to.title} counts as yours where any source lists it for ${from.title} too, under one name for all spellings.`,
          ],
        ]),
    ...(told.length === 0 ? [] : [[`Your words were read as ${enumerate(told)}.`]]),
    [
      `${shared.length + missing.length} listed skills less ${shared.length} leaves ${missing.length} missing.`,
    ],
  ];
}

function sumSteps({ estimate: { sums, weeks, perWeek, done }, choice }: Plan, now: number): Text[] {
  const terms = choice.picks.flatMap(({ course, toll }) =>
    toll.hours === undefined ? [] : [`${course.title} ${spanText(toll.hours)} h`],
  );
  const today = shortDate(new Date(now).toISOString().slice(0, 10));
  return [
    ...(terms.length === 0 ? [] : [[`Hours: ${terms.join(' + ')} = ${hoursText(sums)}.`]]),
    ...(weeks === undefined || done === undefined
      ? []
      : [
          [
            `Dates: ${spanText(sums.hours)} h at ${perWeek} h a week, rounded up to whole weeks, is ${spanText(weeks)} weeks; counted from ${today} (UTC).`,
          ],
        ]),
    ...(choice.picks.length === 0 ? [] : [['Cost: ', ...costText(sums), '.']]),
  ];
}

import { enumerate } from '../../../src/message/figures.ts';
import { joined, type Said, say } from '../../../src/message/say.ts';
import { roleTitle } from '../names.ts';
import type { Guide, Said as Line } from '../../../knowledge/kinds/guide.ts';
import { linesOf, type RoleGuide, wordsOf } from './guide.ts';
import { estimate, skillName } from './skills.ts';
import { effortOf } from './hours.ts';
import { startName } from './transitions.ts';
import { levelName } from '../names.ts';

type Lead = (own: RoleGuide) => Said;

/** How many skills a first line names. */
export const FIRST = 3;

/** The first lines of the sections that a guide opens, by the section's name. */
export const guideSummaries: Readonly<Record<string, Lead>> = {
  week: (own) => own.text(({ is }) => is),
  skills: (own) =>
    say('First {skills}; {n} in all, in learning order.', {
      skills: enumerate(firstSkills(own)),
      n: own.guide.skills.length,
    }),
  ladder: ({ guide }) =>
    say('From {first} to {top} in {n} steps, by what changes:', {
      first: levelName(guide.levels[0]?.level ?? 'entry'),
      top: levelName(guide.levels.at(-1)?.level ?? 'staff'),
      n: guide.levels.length,
    }),
  roadmap: ({ guide }) =>
    say('{n, plural, one {# phase} other {# phases}}, {hours} in all (estimate).', {
      n: guide.phases.length,
      hours: estimate(effortOf(guide)),
    }),
  transitions: ({ guide, knowledge }) =>
    say('In from {starts}; on to {goals}.', {
      starts: enumerate(guide.waysIn.map(({ from }) => startName(from, knowledge))),
      goals: enumerate(guide.waysOut.map(({ to }) => roleTitle(to, knowledge))),
    }),
  interview: (own) =>
    say('They ask about {topics}.', {
      topics: joined(
        linesOf(own, ({ interview: { topics } }) => topics.map(({ topic }) => topic)),
        ' · ',
      ),
    }),
  portfolio: ({ guide }) => enumerate(guide.portfolio.map(({ title }) => title)),
  resume: ({ guide }) =>
    say('{write} lines to write, {drop} to leave out.', {
      write: guide.resume.write.length,
      drop: guide.resume.drop.length,
    }),
  ai: (own) => firstJudgement(own, ({ ai }) => [...ai.shifts, ...ai.stays]),
  jobs: ({ guide }) =>
    say('Search for {titles}.', { titles: enumerate(guide.jobs.titles.slice(0, FIRST), 'or') }),
};

/** The first line that is a judgement: figures of other sources follow with their names. */
function firstJudgement(own: RoleGuide, pick: (guide: Guide) => readonly Line[]): Said {
  const at = pick(own.guide).findIndex((line) => typeof line === 'string');
  return own.text((guide) => wordsOf(pick(guide)[at]));
}

/** The names of the skills that come first. */
export function firstSkills(own: RoleGuide): Said[] {
  return own.guide.skills.slice(0, FIRST).map((_, at) => skillName(own, at));
}

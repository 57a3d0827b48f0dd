import { type Citation, cite } from '../../../knowledge/index.ts';
import { enumerate } from '../../../src/message/figures.ts';
import { say } from '../../../src/message/say.ts';
import type { Field } from '../../../src/reply.ts';
import type { RoleGuide } from './guide.ts';
import { effortOf } from './hours.ts';
import { FIRST, firstSkills } from './summaries.ts';
import { estimate } from './skills.ts';
import { startName } from './transitions.ts';

/** How many ways in an overview names. */
const WAYS = 3;

/** What those fields rest on. */
export function overviewEvidence({ guide }: RoleGuide): Citation[] {
  return [
    cite(guide, ['is']),
    ...guide.waysIn.slice(0, WAYS).map((_, at) => cite(guide, ['waysIn', at])),
    cite(guide, ['phases']),
    ...guide.skills.slice(0, FIRST).map((_, at) => cite(guide, ['skills', at])),
    cite(guide, ['hard', shortestOf(guide.hard)]),
  ];
}

/** The place of the shortest line: an overview has room for one. */
function shortestOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length);
  return lengths.indexOf(Math.min(...lengths));
}

/** What people ask of a role first, beside pay: how one gets in, for how long, with which skills, and what is hard. */
export function overviewFields(own: RoleGuide): Field[] {
  const { guide, knowledge } = own;
  const starts = guide.waysIn.slice(0, WAYS).map(({ from }) => startName(from, knowledge));
  return [
    { name: say('People come from'), value: [enumerate(starts, 'or')] },
    {
      name: say('How long'),
      value: [
        say('{hours} from zero (estimate)', {
          hours: estimate(effortOf(guide)),
        }),
      ],
    },
    { name: say('First skills'), value: [enumerate(firstSkills(own))] },
    { name: say('What is hard'), value: [own.text(({ hard }) => hard[shortestOf(guide.hard)])] },
  ];
}

import { cite, type FieldPath } from '../../../knowledge/index.ts';
import { enumerate } from '../../../src/message/figures.ts';
import { type Said, say } from '../../../src/message/say.ts';
import { always, labelled, optional, type Part } from '../one-screen.ts';
import type { Section } from '../section.ts';
import type { RoleGuide } from './guide.ts';
import { effortOf } from './hours.ts';
import { FIRST, firstSkills } from './summaries.ts';
import { estimate } from './skills.ts';
import { startName } from './transitions.ts';

/** How many ways in an overview names. */
const WAYS = 3;

/** The place of the shortest line: an overview has room for one. */
function shortestOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length);
  return lengths.indexOf(Math.min(...lengths));
}

/** What people ask of a role first, beside pay: how one gets in, for how long, with which skills, and what is hard. */
export function overviewLines(own: RoleGuide): Part[] {
  const { guide, knowledge } = own;
  const hard = shortestOf(guide.hard);
  const hours = say('{hours} from zero (estimate)', { hours: estimate(effortOf(guide)) });
  const line = (name: Said, value: Said, paths: readonly FieldPath[]): Section =>
    labelled(
      { name, value: [value] },
      paths.map((path) => cite(guide, path)),
    );
  const starts = (count: number): Section => {
    const names = guide.waysIn.slice(0, count).map(({ from }) => startName(from, knowledge));
    return line(say('People come from'), enumerate(names, 'or'), first('waysIn', names.length));
  };
  const skills = (count: number): Section =>
    line(say('First skills'), enumerate(firstSkills(own).slice(0, count)), first('skills', count));
  return [
    { forms: [[starts(WAYS)], [starts(WAYS - 1)], []], yields: [1, 4] },
    always([line(say('How long'), hours, [['phases']])]),
    { forms: [[skills(FIRST)], [skills(FIRST - 1)]], yields: 2 },
    optional(
      [
        line(
          say('What is hard'),
          own.text((each) => each.hard[hard]),
          [['hard', hard]],
        ),
      ],
      3,
    ),
  ];
}

/** The paths to so many entries of a list. */
function first(of: string, count: number): FieldPath[] {
  return Array.from({ length: count }, (_, at) => [of, at]);
}

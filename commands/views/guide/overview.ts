import { cite, type FieldPath } from '../../../knowledge/index.ts';
import { enumerate } from '../../../src/message/figures.ts';
import { type Said, say } from '../../../src/message/say.ts';
import { labelled, optional, type Part } from '../one-screen.ts';
import type { Section } from '../section.ts';
import type { RoleGuide } from './guide.ts';
import { effortOf } from './hours.ts';
import { FIRST, firstSkills } from './summaries.ts';
import { estimate } from './skills.ts';
import { startName } from './transitions.ts';

/** How many ways in an overview names. */
const WAYS = 3;

/** The place of what is hard that is short in every language: an overview has room for one. */
function shortestHard(own: RoleGuide): number {
  const lengths = own.guide.hard.map((_, at) => lengthOf(own.text(({ hard }) => hard[at])));
  return lengths.indexOf(Math.min(...lengths));
}

/** The letters of a text, in the language in which it is longest. */
function lengthOf(text: Said): number {
  if (typeof text === 'string') return text.length;
  return text.kind === 'fact'
    ? Math.max(text.english.length, ...Object.values(text.others).map(({ length }) => length))
    : 0;
}

/** What people ask of a role first, beside pay: how one gets in, for how long, with which skills, and what is hard. */
export function overviewLines(own: RoleGuide): Part[] {
  const { guide, knowledge } = own;
  const hard = shortestHard(own);
  const hours = estimate(effortOf(guide));
  const line = (name: Said, value: Said, paths: readonly FieldPath[]): Section =>
    labelled(
      { name, value: [value] },
      paths.map((path) => cite(guide, path)),
    );
  const gettingIn = (count: number): Section => {
    const names = guide.waysIn.slice(0, count).map(({ from }) => startName(from, knowledge));
    const value = say('from {starts}; {hours} from zero (estimate)', {
      starts: enumerate(names, 'or'),
      hours,
    });
    return line(say('Getting in'), value, [...first('waysIn', names.length), ['phases']]);
  };
  const skills = (count: number): Section =>
    line(say('First skills'), enumerate(firstSkills(own).slice(0, count)), first('skills', count));
  return [
    { forms: [[gettingIn(WAYS)], [gettingIn(WAYS - 1)], [gettingIn(1)]], yields: [1, 3] },
    { forms: [[skills(FIRST)], [skills(FIRST - 1)]], yields: 2 },
    optional(
      [
        line(
          say('What is hard'),
          own.text((each) => each.hard[hard]),
          [['hard', hard]],
        ),
      ],
      4,
    ),
  ];
}

/** The paths to so many entries of a list. */
function first(of: string, count: number): FieldPath[] {
  return Array.from({ length: count }, (_, at) => [of, at]);
}

import { citeSkills } from '../../knowledge/skill-lists.ts';
import type { Course, KnowledgeBase, Skill } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { joined, phrase, say } from '../../src/message/say.ts';
import { type Action, askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import { nextActions } from '../views/actions.ts';
import type { Section } from '../views/section.ts';
import { usesByRole } from '../views/roles-by-skill.ts';
import { coursesForSkill } from '../views/courses-for.ts';
import type { Filter } from './filter.ts';
import { answerList } from './list.ts';
import { priorityName, roleTitle, sourceName } from '../views/names.ts';

/** What teaches a skill, and which roles want it. */
export function answerSkill(skill: Skill, filter: Filter, isFull: boolean, context: CommandContext): Draft {
  const { knowledge } = context;
  const courses = coursesForSkill(skill, knowledge);
  const after = isFull ? wantedSections(skill, knowledge) : wantedLine(skill, knowledge);
  const about = { id: skill.id, title: skill.name, isFull, more: readOne(courses), after };
  const list = answerList(about, courses, filter, context);
  return {
    ...list,
    ...(courses.length === 0
      ? { lead: [say('No course I know teaches {skill}.', { skill: skill.name })] }
      : {}),
    ...(list.evidence === undefined ? { tone: 'miss' } : {}),
    body: [...(list.body ?? []), ...nextActions(similar(skill, knowledge))],
  };
}

function readOne(courses: readonly Course[]): Action[] {
  const choices = courses.map(({ id, title }) => ({
    label: title,
    ask: { command: 'course', values: { about: id } },
  }));
  return [{ kind: 'choose', label: say('Read about one'), choices }];
}

/** Skills of a similar name that something teaches. */
function similar(skill: Skill, knowledge: KnowledgeBase): Action[] {
  const near = knowledge.skills
    .find(skill.name)
    .choices.filter(({ id, taughtBy }) => id !== skill.id && taughtBy.length > 0);
  return near
    .slice(0, SIMILAR)
    .map(({ id, name }) => askButton(say('Similar: {name}', { name }), 'course', { about: id }));
}

const SIMILAR = 3;

/** As many roles as are worth a line. */
const ROLES = 5;

/** The roles of which most sources say so, by name. */
function wantedLine({ id, wantedBy }: Skill, knowledge: KnowledgeBase): Section[] {
  const byRole = usesByRole(wantedBy);
  const shown = byRole.slice(0, ROLES);
  if (shown.length === 0) return [];
  const rest = byRole.length - shown.length;
  const names = shown.map(([role]) => roleTitle(role, knowledge));
  const more = rest > 0 ? [say('and {n} more', { n: rest })] : [];
  const evidence = shown.flatMap(([role, uses]) => citeSkills([{ id, uses }], role, knowledge));
  const text: Text = [bold(say('Wanted by')), ': ', joined([...names, ...more], ' · ')];
  return [{ evidence, node: { kind: 'text', text }, named: true }];
}

/** "ML Engineer: essential (DecipherU), asked for (Career guide)": the roles of which most sources say so, then a count. */
function wantedSections({ id, wantedBy }: Skill, knowledge: KnowledgeBase): Section[] {
  const byRole = usesByRole(wantedBy);
  if (byRole.length === 0) return [];
  const shown = byRole.slice(0, ROLES);
  const items = shown.map(([role, uses]): Text => {
    const said = uses.map(
      ({ priority, source }) =>
        phrase`${priority === 'listed' ? say('asked for') : priorityName(priority)} (${sourceName(source, knowledge)})`,
    );
    return [bold(roleTitle(role, knowledge)), phrase`: ${joined([...new Set(said)], ', ')}`];
  });
  const rest = byRole.length - shown.length;
  const more: Text[] =
    rest > 0 ? [[say('and {n, plural, one {one more role} other {{words} more roles}}', amount(rest))]] : [];
  const evidence = shown.flatMap(([role, uses]) => citeSkills([{ id, uses }], role, knowledge));
  return [
    { evidence, node: { kind: 'list', title: say('Wanted by'), items: [...items, ...more] }, named: true },
  ];
}

import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Course, Skill } from '../../knowledge/schema.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Action, Draft, ReplyNode, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { next } from '../show/actions.ts';
import { credits } from '../show/credits.ts';
import type { Filter } from './filter.ts';
import { answerList } from './list.ts';
import { roleTitle, sourceName } from '../show/names.ts';

/** What teaches a skill, and which roles want it. */
export function answerSkill(skill: Skill, filter: Filter, context: CommandContext): Draft {
  const { knowledge } = context;
  const wanted = wantedNode(skill, knowledge);
  const courses = skill.taughtBy.flatMap((id) => knowledge.courses.get(id) ?? []);
  const about = { id: skill.id, title: skill.name, more: readOne(courses) };
  const list = answerList(about, courses, filter, context);
  const own = credits(
    skill.wantedBy.map(({ source }) => source),
    context,
  );
  const names = new Set(list.sources?.map(({ name }) => name));
  return {
    ...list,
    ...(courses.length === 0 ? { lead: [`No course I know teaches ${skill.name}.`] } : {}),
    body: [...wanted, ...(list.body ?? []), ...next(similar(skill, knowledge))],
    sources: [...(list.sources ?? []), ...own.filter(({ name }) => !names.has(name))],
  };
}

function readOne(courses: readonly Course[]): Action[] {
  const choices = courses.map(({ id, title }) => ({
    label: title,
    ask: { command: 'course', values: { about: id } },
  }));
  return [{ kind: 'choose', label: 'Read about one', choices }];
}

/** Skills of a similar name that something teaches. */
function similar(skill: Skill, knowledge: KnowledgeBase): Action[] {
  const near = knowledge.skills
    .find(skill.name)
    .choices.filter(({ id, taughtBy }) => id !== skill.id && taughtBy.length > 0);
  return near.slice(0, SIMILAR).map(({ id, name }) => askButton(`Similar: ${name}`, 'course', { about: id }));
}

const SIMILAR = 3;

/** "ML Engineer: essential (DecipherU), listed (Career guide)" */
function wantedNode({ wantedBy }: Skill, knowledge: KnowledgeBase): ReplyNode[] {
  if (wantedBy.length === 0) return [];
  const byRole = Map.groupBy(wantedBy, ({ role }) => role);
  const items = Array.from(byRole, ([role, uses]): Text => {
    const said = uses.map(
      ({ priority, source }) =>
        `${priority === 'listed' ? 'asked for' : priority} (${sourceName(source, knowledge)})`,
    );
    return [bold(roleTitle(role, knowledge)), `: ${[...new Set(said)].join(', ')}`];
  });
  return [{ kind: 'list', title: 'Wanted by', items }];
}

import { PRIORITIES } from '../../knowledge/scales.ts';
import type { CommandContext } from '../../src/command.ts';
import type { Form } from '../../src/form.ts';
import { say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import { Problem } from '../../src/problem.ts';
import { knownSkillChecks, readKnownSkills } from '../input/known-skills.ts';
import { movesOf } from '../../knowledge/moves.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';

/** What of all that a plan lacks somebody has already, as boxes to tick: essential skills first. */
export function knownSkillsForm(
  values: Readonly<Record<string, string>>,
  { knowledge }: CommandContext,
): Form {
  const role = (typed: string) => knowledge.roles.find(typed.slice(0, MAX_INPUT)).entry;
  const to = role(values.to ?? '');
  if (to === undefined) throw new Problem(say('Name the role you want first, as in: /plan ml-engineer.'));
  const from = values.from === undefined ? undefined : role(values.from);
  const brought = from === undefined ? [] : movesOf(knowledge).gap(from.id, to.id).shared;
  const had = new Set(
    [...brought, ...readKnownSkills(values.have, to.id, knowledge).skills].map(({ id }) => id),
  );
  const missing = skillListsOf(knowledge)
    .of(to.id)
    .filter(({ id }) => !had.has(id));
  if (missing.length === 0) throw new Problem(say('You have every skill that is listed for it already.'));
  const sorted = missing.toSorted((a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority));
  const check = knownSkillChecks(to.id, knowledge);
  const options = sorted.map(({ id, name, priority }) => ({
    label: priority === 'essential' ? say('{skill} (essential)', { skill: name }) : name,
    value: check(id),
  }));
  const label = say('Which of these do you already have?');
  return {
    title: say('Plan: {role}', { role: to.title }),
    fields: [{ kind: 'checks', name: 'have', label, options }],
  };
}

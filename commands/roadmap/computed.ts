import { citeAll, type KnowledgeBase, type Priority, type Role } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import { citeSkills, type RoleSkill, skillListsOf } from '../../knowledge/skill-lists.ts';
import type { CommandContext } from '../../src/command.ts';
import { amount } from '../../src/message/figures.ts';
import { joined, say } from '../../src/message/say.ts';
import { type Draft, quiet, type ReplyNode, type Text } from '../../src/reply.ts';
import { chooseCourses, methodText, type PickedCourse } from '../plan/choose-courses.ts';
import { courseLine } from '../views/courses.ts';
import { restsOn, sourcesIn } from '../views/section.ts';
import { addUp, costText, periodNote, totalHoursText } from '../views/totals.ts';
import { groupTitle } from '../skills/by-priority.ts';
import { weeksField } from './weeks.ts';

/** A road that no source gives: its phases are how much the sources make of each skill. */
export function computedRoad(role: Role, perWeek: number | undefined, context: CommandContext): Draft {
  const { knowledge } = context;
  const list = skillListsOf(knowledge).of(role.id);
  const { picks } = chooseCourses(list, role, knowledge);
  const asked = citeSkills(list, role.id, knowledge);
  const phases = phasesOf(list, picks);
  return {
    title: say('{role} · roadmap (computed)', { role: role.title }),
    lead: [
      say('No source gives a road to {role}, nor months.', { role: role.title }),
      ' ',
      say(
        'Computed from how {n, plural, one {one source ranks} other {{words} sources rank}} its {skills, plural, one {one skill} other {# skills}}: {phases, plural, one {one phase} other {{phaseWords} phases}}, {courses, plural, one {one course} other {{courseWords} courses}}.',
        {
          ...amount(sourcesIn(asked).length),
          skills: list.length,
          phases: phases.length,
          phaseWords: amount(phases.length).words,
          courses: picks.length,
          courseWords: amount(picks.length).words,
        },
      ),
    ],
    body: [
      ...phases.flatMap((phase, at) => phaseNodes(phase, at + 1, knowledge)),
      ...sumNodes(picks, perWeek),
    ],
    ...restsOn([...asked, ...picks.flatMap(({ course }) => citeAll(course.facts))], context, {
      steps: [
        [say('A phase holds the skills that some source ranks so high and none higher.')],
        [methodText()],
      ],
    }),
  };
}

interface Phase {
  readonly priority: Priority;
  readonly skills: readonly RoleSkill[];
  readonly picks: readonly PickedCourse[];
}

function phasesOf(list: readonly RoleSkill[], picks: readonly PickedCourse[]): Phase[] {
  return PRIORITIES.map((priority) => ({
    priority,
    skills: list.filter((skill) => skill.priority === priority),
    picks: picks.filter(({ covers }) => mostNeeded(covers) === priority),
  })).filter(({ skills }) => skills.length > 0);
}

function mostNeeded(covers: readonly RoleSkill[]): Priority | undefined {
  return PRIORITIES[Math.min(...covers.map(({ priority }) => PRIORITIES.indexOf(priority)))];
}

/** As many skills as stand side by side; the rest is counted. */
const SHOWN = 20;

function phaseNodes(
  { priority, skills, picks }: Phase,
  number: number,
  knowledge: KnowledgeBase,
): ReplyNode[] {
  const names = skills.slice(0, SHOWN).map(({ name }) => name);
  const rest = skills.length - names.length;
  const title = say('{number} {priority} · {n, plural, one {one skill} other {{words} skills}}', {
    ...amount(skills.length),
    number,
    priority: groupTitle(priority),
  });
  const items = picks.map(({ course, covers }): Text => [
    ...courseLine(course, knowledge),
    '\n',
    quiet(say('for {skills}', { skills: covers.map(({ name }) => name).join(', ') })),
  ]);
  return [
    {
      kind: 'text',
      title,
      text: [
        joined([...names, ...(rest > 0 ? [say('and {n} more, under Skills', { n: rest })] : [])], ' · '),
      ],
    },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

function sumNodes(picks: readonly PickedCourse[], perWeek: number | undefined): ReplyNode[] {
  if (picks.length === 0)
    return [{ kind: 'note', text: [say('I know no course that teaches any of them.')] }];
  const totals = addUp(picks.map(({ effort }) => effort));
  const note = periodNote(totals);
  const fields = [
    { name: say('Hours (added up)'), value: [totalHoursText(totals)] },
    ...weeksField(totals, perWeek),
    { name: say('Cost (added up)'), value: costText(totals) },
  ];
  return [
    { kind: 'fields', fields },
    ...(note === undefined ? [] : [{ kind: 'note', text: [note] } as const]),
  ];
}

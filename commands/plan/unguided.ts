import { askOf } from '../input/resolve.ts';
import { knownSkillNodes } from '../skills/known-skills.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { citeAll, type KnowledgeBase } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { message, say } from '../../src/message/say.ts';
import type { Choice, Draft, ReplyNode, Text } from '../../src/reply.ts';
import { courseLine, isFor } from '../views/courses.ts';
import { coursesFor } from '../views/courses-for.ts';
import { nearGuided, noGuide } from '../views/no-guide.ts';
import { restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { durations, gapText } from '../views/transitions.ts';
import type { Wish } from './wish.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';

/** How many courses stand on one screen. */
const COURSES = 3;

/**
 * A role without a guide gets no plan: lists of skills have no order and say nothing of what is enough. What is documented
 * stands here, with the nearest roles that can be planned.
 */
export function answerUnguided(wish: Wish, context: CommandContext): Draft {
  const { to, start, have, hours, budget } = wish;
  const { knowledge } = context;
  const from = start?.kind === 'role' ? start.role : undefined;
  const move = from === undefined ? undefined : knowledge.transitions.between(from.id, to.id);
  const near = nearPlans(wish, knowledge);
  const courses = coursesFor(to.id, knowledge).slice(0, COURSES);
  return {
    ...(move === undefined && courses.length === 0 ? { tone: 'miss' } : {}),
    title: say('Plan: {role}', { role: to.title }),
    lead: [
      move === undefined
        ? say('No guide has been written for {role} yet, so there are no steps that I could answer for.', {
            role: to.title,
          })
        : say('Documented: {durations}.', { durations: durations(move, knowledge) }),
    ],
    body: [
      ...(move === undefined ? [] : [{ kind: 'note', text: [noGuide(to)] } as const]),
      ...(move?.documented ?? []).map((facts): ReplyNode => ({ kind: 'text', text: gapText(facts) })),
      ...listed(courses.map((course) => courseLine(course, knowledge))),
      ...knownSkillNodes([], have, skillListsOf(knowledge).of(to.id)),
      ...((hours === undefined && budget === undefined) || near.length === 0 ? [] : [KEPT]),
      ...nextActions([
        ...asButtonsOrMenu(say('Near roles with a guide'), near),
        ...tabs(to, knowledge, 'plan'),
      ]),
    ],
    ...restsOn(
      [
        ...citeAll(move?.documented ?? []),
        ...courses.flatMap(({ facts }) => citeAll(facts.filter((fact) => isFor(fact, to.id)))),
      ],
      context,
    ),
  };
}

/** The same plan for the nearest roles that have a guide. */
function nearPlans({ to, have, ask }: Wish, knowledge: KnowledgeBase): Choice[] {
  // Skills are named in full: short forms are of one role's list.
  const known = have.skills.map(({ id }) => id).join(',');
  return nearGuided(to, knowledge, {
    label: message('Plan: {role}'),
    ask: (id) => askOf('plan', { ...ask.values, to: id, have: known === '' ? undefined : known }),
  });
}

/** What was typed is not lost: the plans that are offered have it. */
const KEPT: ReplyNode = {
  kind: 'note',
  text: [say('Your hours and your budget go with the plans below.')],
};

function listed(items: readonly Text[]): ReplyNode[] {
  if (items.length === 0) return [];
  return [{ kind: 'list', title: say('Courses that sources name for it'), items }];
}

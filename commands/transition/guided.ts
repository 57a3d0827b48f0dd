import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { phrase, say } from '../../src/message/say.ts';
import { askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import { guideOf, nodeSection, type RoleGuide } from '../views/guide/guide.ts';
import { startName, wayInSection, wayOutSection } from '../views/guide/transitions.ts';
import { nextActions } from '../views/actions.ts';
import { roleTitle } from '../views/names.ts';
import { restsOn, type Section } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** The ways out of a guided role and into it, a line each. */
export function guidedMoves(own: RoleGuide): Section[] {
  const into = own.guide.waysIn.map(({ from, why }, at): Text => [
    bold(startName(from, own.knowledge)),
    ...(why === undefined ? [] : [phrase`: ${own.text(({ waysIn }) => waysIn[at]?.why)}`]),
  ]);
  return [
    nodeSection(own, ['waysOut'], { kind: 'list', title: say('Ways out'), items: linesOut(own) }),
    nodeSection(own, ['waysIn'], { kind: 'list', title: say('Ways in'), items: into }),
  ];
}

function linesOut(own: RoleGuide): Text[] {
  return own.guide.waysOut.map(({ to }, at): Text => [
    bold(roleTitle(to, own.knowledge)),
    phrase`: ${own.text(({ waysOut }) => waysOut[at]?.why)}`,
  ]);
}

/** How many ways out a screen tells of; the others are named. */
const TOLD = 3;

/** The ways out that most take, a line each, and the others by name. */
export function firstMoves(own: RoleGuide): Section[] {
  const { guide, knowledge } = own;
  const items = linesOut(own).slice(0, TOLD);
  const others = guide.waysOut.slice(TOLD).map(({ to }) => roleTitle(to, knowledge));
  const also: Text[] = others.length === 0 ? [] : [[say('Also: {roles}', { roles: enumerate(others) })]];
  return [
    nodeSection(own, ['waysOut'], { kind: 'list', title: say('Ways out'), items: [...items, ...also] }),
  ];
}

/** What a guide says of a move: that of the goal first, as it names what to build. Undefined where neither speaks of it. */
export function guidedMove(from: Role, to: Role, context: CommandContext): Draft | undefined {
  const section = moveSection(from, to, context.knowledge);
  if (section === undefined) return undefined;
  const plan = { to: to.id, from: from.id };
  return {
    title: phrase`${from.title} → ${to.title}`,
    lead: [say('No source documents how long it takes; the guide says what it takes.')],
    body: [
      section.node,
      ...nextActions([
        askButton(say('Plan it'), 'plan', plan),
        ...tabs(to, context.knowledge, 'plan', 'transition'),
      ]),
    ],
    ...restsOn(section.evidence, context),
  };
}

function moveSection(from: Role, to: Role, knowledge: KnowledgeBase): Section | undefined {
  const goal = guideOf(to, knowledge);
  const wayIn = goal?.guide.waysIn.find((way) => way.from === from.id);
  if (goal !== undefined && wayIn !== undefined) return wayInSection(goal, wayIn);
  const start = guideOf(from, knowledge);
  const wayOut = start?.guide.waysOut.find((way) => way.to === to.id);
  return start !== undefined && wayOut !== undefined ? wayOutSection(start, wayOut) : undefined;
}

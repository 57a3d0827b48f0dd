import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { type Action, askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import { guideOf, nodeSection, type RoleGuide } from '../views/guide/guide.ts';
import {
  type MoveParts,
  startName,
  wayInParts,
  wayInSection,
  wayOutParts,
  wayOutSection,
} from '../views/guide/transitions.ts';
import { nextActions } from '../views/actions.ts';
import { roleTitle } from '../views/names.ts';
import { onOneScreen, type Part, shrinking } from '../views/one-screen.ts';
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

/** The ways out that most take, a line each as far as there is room, and the others by name. */
export function firstMoves(own: RoleGuide): Part {
  const { guide, knowledge } = own;
  const most = Math.min(TOLD, guide.waysOut.length);
  return shrinking(most, 0, 3, (count) => {
    const items = linesOut(own).slice(0, count);
    const others = guide.waysOut.slice(count).map(({ to }) => roleTitle(to, knowledge));
    const also: Text[] = others.length === 0 ? [] : [[say('Also: {roles}', { roles: enumerate(others) })]];
    return [
      nodeSection(own, ['waysOut'], { kind: 'list', title: say('Ways out'), items: [...items, ...also] }),
    ];
  });
}

/** Where somebody comes from: a role, or what they did outside technology. */
export interface Origin {
  readonly id: string;
  readonly title: Said;
}

/** What a guide says of a move: that of the goal first, as it names what to build. Undefined where neither speaks of it. */
export function guidedMove(
  from: Origin,
  to: Role,
  isFull: boolean,
  context: CommandContext,
): Draft | undefined {
  const ways = waysBetween(from, to, context.knowledge);
  if (ways === undefined) return undefined;
  const { why, months, parts, evidence } = ways.short;
  const unknown = say('No source documents how long it takes.');
  const draftOf = (sections: readonly Section[], isWhole: boolean): Draft => ({
    title: phrase`${from.title} → ${to.title}`,
    lead: isFull ? [unknown] : [why ?? unknown],
    body: [
      ...sections.map(({ node }) => node),
      ...(isFull || (why === undefined && months === undefined)
        ? []
        : [{ kind: 'note', text: months ?? [unknown] } as const]),
      ...nextActions(moveActions(from, to, isWhole, context.knowledge)),
    ],
    ...restsOn(evidence, context),
  });
  return isFull ? draftOf([ways.whole], true) : onOneScreen(parts, draftOf);
}

/** What is done next about a move. */
export function moveActions(from: Origin, to: Role, isWhole: boolean, knowledge: KnowledgeBase): Action[] {
  const ids = { from: from.id, to: to.id };
  return [
    askButton(say('Plan it'), 'plan', ids),
    ...(isWhole ? [] : [wholeMove(from, to)]),
    ...tabs(to, knowledge, 'plan', 'transition'),
  ];
}

/** Leads from what a screen holds of a move to all of it. */
export function wholeMove(from: Origin, to: Role): Action {
  return askButton(say('All that is known of it'), 'transition', { from: from.id, to: to.id, view: 'full' });
}

interface GuidedWay {
  readonly whole: Section;
  readonly short: MoveParts;
}

function waysBetween(from: Origin, to: Role, knowledge: KnowledgeBase): GuidedWay | undefined {
  const goal = guideOf(to, knowledge);
  const wayIn = goal?.guide.waysIn.find((way) => way.from === from.id);
  if (goal !== undefined && wayIn !== undefined)
    return { whole: wayInSection(goal, wayIn), short: wayInParts(goal, wayIn) };
  const start = guideOf(from, knowledge);
  const wayOut = start?.guide.waysOut.find((way) => way.to === to.id);
  if (start === undefined || wayOut === undefined) return undefined;
  return { whole: wayOutSection(start, wayOut), short: wayOutParts(start, wayOut) };
}

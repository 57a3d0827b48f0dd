import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/linked.ts';
import type { CommandContext } from '../../src/command.ts';
import { phrase, say } from '../../src/message/say.ts';
import type { Draft, Text } from '../../src/reply.ts';
import { askButton, bold } from '../../src/reply.ts';
import { guideOf, nodePiece, type RoleGuide } from '../views/guide/guide.ts';
import { startName, wayInPiece, wayOutPiece } from '../views/guide/transitions.ts';
import { next } from '../views/actions.ts';
import { roleTitle } from '../views/names.ts';
import { type Piece, restsOn } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';

/** The ways out of a guided role and into it, a line each. */
export function guidedMoves(own: RoleGuide): Piece[] {
  const { guide, knowledge } = own;
  const out = guide.waysOut.map(({ to, why }): Text => [bold(roleTitle(to, knowledge)), `: ${why}`]);
  const into = guide.waysIn.map(({ from, why }): Text => [
    bold(startName(from, knowledge)),
    ...(why === undefined ? [] : [`: ${why}`]),
  ]);
  return [
    nodePiece(own, ['waysOut'], { kind: 'list', title: say('Ways out'), items: out }),
    nodePiece(own, ['waysIn'], { kind: 'list', title: say('Ways in'), items: into }),
  ];
}

/** What a guide says of a move: that of the goal first, as it names what to build. Undefined where neither speaks of it. */
export function guidedMove(from: Role, to: Role, context: CommandContext): Draft | undefined {
  const piece = movePiece(from, to, context.knowledge);
  if (piece === undefined) return undefined;
  const plan = { to: to.id, from: from.id };
  return {
    title: phrase`${from.title} → ${to.title}`,
    lead: [say('No source documents how long it takes; the guide says what it takes.')],
    body: [
      piece.node,
      ...next([
        askButton(say('Plan it'), 'plan', plan),
        askButton(say('Most skills kept'), 'transition', { from: from.id, to: to.id, by: 'skills' }),
        ...tabs(to, context.knowledge, 'plan', 'transition'),
      ]),
    ],
    ...restsOn(piece.evidence, context),
  };
}

function movePiece(from: Role, to: Role, knowledge: KnowledgeBase): Piece | undefined {
  const goal = guideOf(to, knowledge);
  const wayIn = goal?.guide.waysIn.find((way) => way.from === from.id);
  if (goal !== undefined && wayIn !== undefined) return wayInPiece(goal, wayIn);
  const start = guideOf(from, knowledge);
  const wayOut = start?.guide.waysOut.find((way) => way.to === to.id);
  return start !== undefined && wayOut !== undefined ? wayOutPiece(start, wayOut) : undefined;
}

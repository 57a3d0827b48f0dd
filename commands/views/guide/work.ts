import { partTitle } from './titles.ts';
import { enumerate } from '../../../src/message/figures.ts';
import { phrase, say } from '../../../src/message/say.ts';
import type { Text } from '../../../src/reply.ts';
import { bold } from '../../../src/reply.ts';
import { roleTitle, sourceName } from '../names.ts';
import type { Piece } from '../section.ts';
import { linePiece, nodePiece, ownPiece, type RoleGuide } from './guide.ts';

/** What the work is: what it is not, responsibilities, a week, what is hard, and what one does with people. */
export function workPieces(own: RoleGuide): Piece[] {
  const { guide } = own;
  return [
    nodePiece(own, ['is'], { kind: 'text', title: partTitle(['is']), text: [own.text(({ is }) => is)] }),
    isNotPiece(own),
    linePiece(own, ['responsibilities'], guide.responsibilities),
    linePiece(own, ['week'], guide.week),
    ownPiece(own, ['hard'], ({ hard }) => hard),
    ownPiece(own, ['people'], ({ people }) => people),
    restsOnPiece(own),
  ];
}

/** What the judgement leans on. */
function restsOnPiece({ guide, knowledge }: RoleGuide): Piece {
  const names = guide.restsOn.map((id) => sourceName(id, knowledge));
  const text = say('The guide leans on {sources}.', { sources: enumerate(names) });
  const leans = { fact: guide, within: ['restsOn'], sources: [guide.source, ...guide.restsOn] };
  return { evidence: [leans], node: { kind: 'note', text: [text] } };
}

function isNotPiece(own: RoleGuide): Piece {
  const items = own.guide.isNot.map(({ role }, at): Text => {
    const text = own.text(({ isNot }) => isNot[at]?.text);
    return role === undefined ? [text] : [bold(roleTitle(role, own.knowledge)), phrase`: ${text}`];
  });
  return nodePiece(own, ['isNot'], { kind: 'list', title: partTitle(['isNot']), items });
}

/** What artificial intelligence shifts in the work, and what stays. */
export function aiPieces(own: RoleGuide): Piece[] {
  const { shifts, stays } = own.guide.ai;
  return [linePiece(own, ['ai', 'shifts'], shifts), linePiece(own, ['ai', 'stays'], stays)];
}

/** Where the number of jobs is heading. */
export function outlookPieces(own: RoleGuide): Piece[] {
  return [linePiece(own, ['outlook'], own.guide.outlook)];
}

/** What moves pay in this role, and how to negotiate it. */
export function payAdvicePieces(own: RoleGuide): Piece[] {
  const { moves } = own.guide.pay;
  return [
    linePiece(own, ['pay', 'moves'], moves),
    ownPiece(own, ['pay', 'negotiate'], ({ pay }) => pay.negotiate),
  ];
}

/** Questions and answers. */
export function questionPieces(own: RoleGuide): Piece[] {
  return own.guide.questions.map(({ ask, answer }, at) => linePiece(own, ['questions', at], [answer], ask));
}

import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import { skillListsOf } from '../../knowledge/skill-lists.ts';
import { say } from '../../src/message/say.ts';
import type { Grounds } from '../../src/reply.ts';
import { coursesFor } from '../show/courses.ts';
import { courseGrounds, moveGrounds, payGrounds, pieceGrounds, skillGrounds } from '../show/grounds.ts';
import type { Piece } from '../show/piece.ts';
import { summaryOf } from './leads.ts';
import { outlookPieces } from './outlook.ts';
import type { SectionName } from './sections.ts';
import { waysIn, waysOut } from './ways.ts';

/** What the overview rests on: every figure by itself, and how the few words it has room for were chosen. */
export function overviewGrounds(role: Role, knowledge: KnowledgeBase): Grounds {
  const [summarySource = ''] = role.summary.sources;
  return {
    facts: [
      { source: summarySource, text: [summaryOf(role, knowledge)] },
      ...payGrounds(role.pay),
      ...pieceGrounds(outlookPieces(role)),
      ...skillGrounds(skillListsOf(knowledge).of(role.id)),
      ...moveGrounds(waysIn(role, knowledge), knowledge),
    ],
    steps: [
      [
        say(
          'Pay: from the lowest to the highest end that any source gives for one level (mid where there is one); nothing is averaged.',
        ),
      ],
      [
        say(
          'Top skills: those that most sources name for the role, then those that most name anywhere, then by priority.',
        ),
      ],
    ],
  };
}

/** What a section rests on: what its parts say, each of one source. */
export function sectionGrounds(
  role: Role,
  name: SectionName,
  pieces: readonly Piece[],
  knowledge: KnowledgeBase,
): Grounds {
  const moves = [...waysIn(role, knowledge), ...waysOut(role, knowledge)];
  const facts = [
    ...pieceGrounds(pieces),
    ...(name === 'courses' ? courseGrounds(coursesFor(role.id, knowledge)) : []),
    ...(name === 'transitions' ? moveGrounds(moves, knowledge) : []),
  ];
  return { facts, steps: [] };
}

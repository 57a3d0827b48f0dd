import type { Role } from '../../knowledge/schema.ts';
import { sentence } from '../../src/language/figures.ts';
import { say } from '../../src/language/say.ts';
import type { ReplyNode } from '../../src/reply.ts';
import type { Piece } from '../show/piece.ts';
import { growthWords } from '../show/words.ts';

/** Where a role is heading: demand, what AI does to it, whether it is a first job. */
export function outlookPieces(role: Role): Piece[] {
  return [
    ...role.outlook.map(({ source, growth, period, text }) => {
      const said = [growth === undefined ? undefined : `${sentence(growthWords(growth))}.`, text]
        .filter(Boolean)
        .join(' ');
      const title = say('Outlook');
      return piece(source, period === undefined ? title : `${title}, ${period}`, said);
    }),
    ...role.aiImpact.map(({ source, score, of, label, text }) => {
      const title = `${say('AI impact')} ${score}/${of}${label === undefined ? '' : `, ${label.toLowerCase()}`}`;
      return piece(source, title, text ?? say('The score is all it says.'));
    }),
    ...role.entryLevel.map(({ source, value }) =>
      piece(source, say('Entry-level role'), value ? say('Yes.') : say('No.')),
    ),
  ];
}

function piece(source: string, title: string, text: string): Piece {
  const node: ReplyNode = { kind: 'text', title, text: [text] };
  return { sources: [source], node };
}

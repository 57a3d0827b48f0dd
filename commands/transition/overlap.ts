import type { Gap } from '../../knowledge/moves.ts';
import type { RoleSkill } from '../../knowledge/skill-lists.ts';
import type { ReplyNode } from '../../src/reply.ts';
import type { Piece } from '../show/piece.ts';

/** More skills than this say less; the rest is counted. */
const SHOWN = 12;

/** Which skills two roles share and which the second asks for besides. */
export function overlapPieces({ shared, missing, kept }: Gap): Piece[] {
  const essential = missing.filter(({ priority }) => priority === 'essential');
  const share = Math.round(100 * kept);
  const sources = [...shared, ...missing].flatMap(({ uses }) => uses.map(({ source }) => source));
  const nodes: ReplyNode[] = [
    skillText(`Skills in common (computed): ${shared.length}, ${share}% by weight`, shared, 'None by name.'),
    skillText(
      `Missing (computed): ${missing.length}, of which ${essential.length} essential`,
      missing,
      'Nothing by name.',
    ),
    {
      kind: 'note',
      text: ['Computed by comparing the names in the skill lists of both roles; no source compares them.'],
    },
  ];
  return nodes.map((node) => ({ sources: [...new Set(sources)], node, named: true }));
}

function skillText(title: string, skills: readonly RoleSkill[], none: string): ReplyNode {
  const names = skills.slice(0, SHOWN).map((skill) => skill.name);
  const rest = skills.length - names.length;
  const text = names.length === 0 ? none : `${names.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
  return { kind: 'text', title, text: [text] };
}

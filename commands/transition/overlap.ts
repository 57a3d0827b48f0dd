import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { ReplyNode } from '../../src/reply.ts';
import type { Piece } from '../show/piece.ts';
import type { Wanted } from '../show/skills.ts';
import { topSkills } from '../show/skills.ts';

/** More skills than this say less; the rest is counted. */
const SHOWN = 12;

/** Which skills two roles share and which the second asks for besides: computed from the lists that sources give. */
export function overlapPieces(from: Role, to: Role, knowledge: KnowledgeBase): Piece[] {
  const [have, want] = [topSkills(from, knowledge), topSkills(to, knowledge)];
  if (have.length === 0 || want.length === 0) return [];
  const known = new Set(have.map((skill) => skill.key));
  const shared = want.filter((skill) => known.has(skill.key));
  const more = want.filter((skill) => !known.has(skill.key));
  const sources = [...have, ...want].flatMap((skill) => skill.sources);
  const nodes: ReplyNode[] = [
    skillText('Skills in common (computed)', shared, 'None by name.'),
    skillText(`${to.title} asks besides (computed)`, more, 'Nothing by name.'),
    {
      kind: 'note',
      text: ['Computed: the names in the skill lists of both roles, compared. No source compares them.'],
    },
  ];
  return nodes.map((node) => ({ sources, node, named: true }));
}

function skillText(title: string, skills: readonly Wanted[], none: string): ReplyNode {
  const names = skills.slice(0, SHOWN).map((skill) => skill.name);
  const rest = skills.length - names.length;
  const text = names.length === 0 ? none : `${names.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
  return { kind: 'text', title, text: [text] };
}

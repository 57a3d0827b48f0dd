import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Role } from '../../knowledge/schema.ts';
import type { ReplyNode } from '../../src/reply.ts';
import type { Piece } from '../show/piece.ts';
import type { Wanted } from '../show/wanted.ts';
import { topSkills } from '../show/wanted.ts';

/** More skills than this say less; the rest is counted. */
const SHOWN = 12;

/** The skills that a role asks for, by whether another role asks for them too: computed from the lists of sources. */
export interface Overlap {
  readonly shared: readonly Wanted[];
  /** Essential first. */
  readonly missing: readonly Wanted[];
  readonly sources: readonly string[];
}

/** What of the skills of `to` is among those of `from`; undefined where no source lists the skills of one of them. */
export function overlapOf(from: Role, to: Role, knowledge: KnowledgeBase): Overlap | undefined {
  const [have, want] = [topSkills(from, knowledge), topSkills(to, knowledge)];
  if (have.length === 0 || want.length === 0) return undefined;
  const known = new Set(have.map((skill) => skill.key));
  return {
    shared: want.filter((skill) => known.has(skill.key)),
    missing: want.filter((skill) => !known.has(skill.key)).toSorted((a, b) => a.priority - b.priority),
    sources: [...new Set([...have, ...want].flatMap((skill) => skill.sources))],
  };
}

/** Which skills two roles share and which the second asks for besides. */
export function overlapPieces({ shared, missing, sources }: Overlap): Piece[] {
  const essential = missing.filter(({ priority }) => priority === 0);
  const nodes: ReplyNode[] = [
    skillText(`Skills in common (computed): ${shared.length}`, shared, 'None by name.'),
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
  return nodes.map((node) => ({ sources, node, named: true }));
}

function skillText(title: string, skills: readonly Wanted[], none: string): ReplyNode {
  const names = skills.slice(0, SHOWN).map((skill) => skill.name);
  const rest = skills.length - names.length;
  const text = names.length === 0 ? none : `${names.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
  return { kind: 'text', title, text: [text] };
}

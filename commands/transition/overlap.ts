import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { Gap } from '../../knowledge/moves.ts';
import { citeListed, citeSkills, type RoleSkill } from '../../knowledge/skill-lists.ts';
import { numeral } from '../../src/message/figures.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import type { ReplyNode } from '../../src/reply.ts';
import type { Section } from '../views/section.ts';

/** More skills than this say less; the rest is counted. */
const SHOWN = 4;

/** Which skills two roles share and which the second asks for besides. */
export function overlapSections(
  { shared, missing, kept }: Gap,
  from: Role,
  to: Role,
  knowledge: KnowledgeBase,
): Section[] {
  const essential = missing.filter(({ priority }) => priority === 'essential');
  const common = { n: numeral(shared.length), share: numeral(kept, { style: 'percent' }) };
  const lacking = { n: numeral(missing.length), essential: numeral(essential.length) };
  const evidence = [
    ...citeSkills([...shared, ...missing], to.id, knowledge),
    ...citeListed(shared, from.id, knowledge),
  ];
  const nodes: ReplyNode[] = [
    skillText(say('In common: {n} skills, {share} by weight', common), shared, say('None by name.')),
    skillText(
      say('Missing: {n} skills, {essential} of them essential', lacking),
      missing,
      say('Nothing by name.'),
    ),
    {
      kind: 'note',
      text: [say('Computed from the names in both lists; no source compares them.')],
    },
  ];
  return nodes.map((node) => ({ evidence, node, named: true }));
}

function skillText(title: Said, skills: readonly RoleSkill[], none: Said): ReplyNode {
  const names = skills.slice(0, SHOWN).map((skill) => skill.name);
  const rest = skills.length - names.length;
  const all = [...names, ...(rest > 0 ? [say('and {n} more', { n: numeral(rest) })] : [])];
  return { kind: 'text', title, text: [names.length === 0 ? none : joined(all, ' · ')] };
}

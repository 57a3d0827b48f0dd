import type { Citation, KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { Gap } from '../../knowledge/moves.ts';
import { citeListed, citeSkills, type RoleSkill } from '../../knowledge/skill-lists.ts';
import { numeral } from '../../src/message/figures.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import type { Field } from '../../src/reply.ts';
import { labelled, type Part } from '../views/one-screen.ts';
import type { Section } from '../views/section.ts';

/** How many names stand on one screen: the fewer there is room for, the more are counted. */
const SHOWN = [4, 2, 0];

/** Which skills two roles share and which the second asks for besides, each on one screen. */
export function overlapParts(gap: Gap, from: Role, to: Role, knowledge: KnowledgeBase): Part[] {
  const [common, lacking] = [commonOf(gap), missingOf(gap)];
  const evidence = evidenceOf(gap, from, to, knowledge);
  const part = (overlap: Overlap, yields: readonly number[]): Part => ({
    forms: SHOWN.map((count) => [labelled(line(overlap, count), evidence)]),
    yields,
  });
  return [part(common, [1, 5]), part(lacking, [3, 6])];
}

/** The same with every name. */
export function overlapSections(gap: Gap, from: Role, to: Role, knowledge: KnowledgeBase): Section[] {
  const evidence = evidenceOf(gap, from, to, knowledge);
  return [commonOf(gap), missingOf(gap)].map(({ name, skills, none }) => {
    const text = [skills.length === 0 ? none : skills.map((skill) => skill.name).join(' · ')];
    return { evidence, node: { kind: 'text', title: name, text }, named: true };
  });
}

/** What is said of an overlap besides: nobody states it. */
export function computedNote(): Section {
  const text = [say('Computed from the names in both lists; no source compares them.')];
  return { evidence: [], node: { kind: 'note', text }, named: true };
}

interface Overlap {
  readonly name: Said;
  readonly skills: readonly RoleSkill[];
  readonly none: Said;
}

function commonOf({ shared, kept }: Gap): Overlap {
  const values = { n: shared.length, share: numeral(kept, { style: 'percent' }) };
  return {
    name: say('In common: {n, plural, one {# skill} other {# skills}}, {share} by weight', values),
    skills: shared,
    none: say('None by name.'),
  };
}

function missingOf({ missing }: Gap): Overlap {
  const essential = missing.filter(({ priority }) => priority === 'essential').length;
  const values = { n: missing.length, essential };
  return {
    name: say('Missing: {n, plural, one {# skill} other {# skills}}, {essential} of them essential', values),
    skills: missing,
    none: say('Nothing by name.'),
  };
}

function evidenceOf({ shared, missing }: Gap, from: Role, to: Role, knowledge: KnowledgeBase): Citation[] {
  return [
    ...citeSkills([...shared, ...missing], to.id, knowledge),
    ...citeListed(shared, from.id, knowledge),
  ];
}

/** The names that there is room for; none where it is for their number alone. */
function line({ name, skills, none }: Overlap, count: number): Field {
  const names = skills.slice(0, count).map((skill) => skill.name);
  const rest = skills.length - names.length;
  if (skills.length === 0) return { name, value: [none] };
  if (names.length === 0) return { name, value: [] };
  const more = rest > 0 ? [say('and {n} more', { n: rest })] : [];
  return { name, value: [joined([...names, ...more], ' · ')] };
}

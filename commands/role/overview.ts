import {
  type Citation,
  cite,
  citeAll,
  type Fact,
  type KnowledgeBase,
  type Role,
} from '../../knowledge/index.ts';
import { citeSkills } from '../../knowledge/skill-lists.ts';
import { inSentence, sentence } from '../../src/message/figures.ts';
import { groupBySaid, joined, phrase, type Said, say } from '../../src/message/say.ts';
import type { Field, Text } from '../../src/reply.ts';
import { guideOf, type RoleGuide } from '../views/guide/guide.ts';
import { overviewEvidence, overviewFields } from '../views/guide/overview.ts';
import { roleTitle, sourceName } from '../views/names.ts';
import { growthFigure, growthWords } from '../views/format.ts';
import { payScales } from '../views/pay.ts';
import type { Section } from '../views/section.ts';
import { topSkills } from '../views/top-skills.ts';
import { monthsOf } from '../views/transitions.ts';
import { forecast } from './outlook.ts';
import { transitionsIn } from './transitions.ts';
import { payHeadline } from '../views/pay-lines.ts';

/** As many skills as fit two lines on a phone. */
const TOP_SKILLS = 5;

/** A role on one phone screen. */
export function overviewSections(role: Role, knowledge: KnowledgeBase): Section[] {
  const own = guideOf(role, knowledge);
  const pay = payField(role, knowledge);
  if (own !== undefined) return [guidedSection(own, pay)];
  const parts = [
    pay,
    outlookField(role, knowledge),
    impactField(role, knowledge),
    entryField(role, knowledge),
    skillsField(role, knowledge),
    waysField(role, knowledge) ?? relatedField(role, knowledge),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const evidence = [cite(role.summary), ...parts.flatMap((part) => part.evidence)];
  return [{ evidence, node: { kind: 'fields', fields: parts.map((part) => part.field) }, named: true }];
}

/** What a guide says of a role first, with its pay. */
function guidedSection(own: RoleGuide, pay: FieldPart | undefined): Section {
  const fields = [...(pay === undefined ? [] : [pay.field]), ...overviewFields(own)];
  const evidence = [...overviewEvidence(own), ...(pay?.evidence ?? [])];
  return { evidence, node: { kind: 'fields', fields }, named: true };
}

interface FieldPart {
  readonly field: Field;
  readonly evidence: readonly Citation[];
}

/** What it pays, in as few lines as answer: of the level that most people ask for, and what surveys of wages count. */
function payField(role: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  const [scale] = payScales(role.pay);
  const first = scale === undefined ? undefined : payHeadline(role, scale, knowledge);
  if (scale === undefined || first === undefined) return undefined;
  return {
    field: { name: say('Pay ({scale})', { scale: scale.label }), value: first.text },
    evidence: citeAll(first.bands),
  };
}

function outlookField(role: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  const { outlook } = role;
  // Where some source has a word for it, the others' sentences can wait for the section.
  const short = outlook.filter(({ growth }) => growth !== undefined);
  const groups = Map.groupBy(short.length > 0 ? short : outlook.slice(0, 1), ({ source }) => source);
  const said = Array.from(groups, ([source, facts]) => ({ words: outlookWords(facts), source, facts }));
  return sayings(say('Outlook'), said.slice(0, OUTLOOKS), knowledge);
}

/** As many outlooks as an overview has room for. */
const OUTLOOKS = 1;

/** "growth 8.2% to 33.5% in 2024–34, by occupation": what one source says, in a few words. */
function outlookWords(group: Role['outlook']): Said {
  const all = group.map((each) => ({ ...each.growth, said: figureOf(each) }));
  const said = groupBySaid(all, (each) => each.said).flatMap(([, [first]]) => first ?? []);
  const [low, ...higher] = said.toSorted((a, b) => (a.percent ?? 0) - (b.percent ?? 0));
  const high = higher.at(-1);
  if (low === undefined) return '';
  const range = high === undefined ? low.said : say('{low} to {high}', { low: low.said, high: high.said });
  const growth = growthWords(low, range);
  const period = group[0]?.period?.printed;
  const outlook = period === undefined ? growth : say('{growth} in {period}', { growth, period });
  return said.length > 1 ? say('{outlook}, by occupation', { outlook }) : outlook;
}

function figureOf(outlook: Role['outlook'][number]): Said {
  const { growth } = outlook;
  return growth === undefined ? forecast(outlook) : growthFigure(growth);
}

function impactField(role: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  const said = role.aiImpact.map((fact) => ({
    words: [`${fact.score}/${fact.of}`, fact.label?.toLowerCase()].filter(Boolean).join(', '),
    source: fact.source,
    facts: [fact],
  }));
  return sayings(say('AI impact'), said, knowledge);
}

function entryField(role: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  const said = role.entryLevel.map((fact) => ({
    words: inSentence(fact.value ? say('Yes') : say('No')),
    source: fact.source,
    facts: [fact],
  }));
  return sayings(say('Entry-level role'), said, knowledge);
}

function sayings(
  name: Said,
  said: readonly { readonly words: Said; readonly source: string; readonly facts: readonly Fact[] }[],
  knowledge: KnowledgeBase,
): FieldPart | undefined {
  if (said.length === 0) return undefined;
  const words = said.map(({ words: each, source }) => phrase`${each} (${sourceName(source, knowledge)})`);
  return {
    field: { name, value: [sentence(joined(words, ' · '))] },
    evidence: said.flatMap(({ facts }) => citeAll(facts)),
  };
}

function skillsField(role: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  const top = topSkills(role, knowledge).slice(0, TOP_SKILLS);
  if (top.length === 0) return undefined;
  const skills = top.map(({ key, sources }) => ({ id: key, uses: sources.map((source) => ({ source })) }));
  return {
    field: { name: say('Top skills'), value: [top.map((skill) => skill.name).join(', ')] },
    evidence: citeSkills(skills, role.id, knowledge),
  };
}

function waysField(role: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  const into = transitionsIn(role, knowledge);
  if (into.length === 0) return undefined;
  const words = into.map((move) => {
    const months = move.documented.map(monthsOf).find((each) => each !== undefined);
    return phrase`${roleTitle(move.from, knowledge)}${months === undefined ? '' : phrase`, ${months}`}`;
  });
  const evidence = into.flatMap((move) => citeAll(move.documented));
  return { field: { name: say('Ways in'), value: [joined(words, ' · ')] }, evidence };
}

/** As many related roles as an overview has room for. */
const RELATED = 6;

/** Where no way in is documented, the roles that sources name beside this one. */
function relatedField({ related }: Role, knowledge: KnowledgeBase): FieldPart | undefined {
  if (related.length === 0) return undefined;
  const names = [...new Set(related.map(({ role }) => roleTitle(role, knowledge)))];
  const shown = names.slice(0, RELATED).join(', ');
  const rest = names.length - RELATED;
  return {
    field: {
      name: say('Related'),
      value: [rest > 0 ? say('{names}, and {n} more', { names: shown, n: rest }) : shown],
    },
    evidence: citeAll(related),
  };
}

/** How the few words that an overview has room for were chosen. */
export function overviewSteps(role: Role, knowledge: KnowledgeBase): Text[] {
  const pay = say(
    'Pay: from the lowest to the highest end that any source gives for one level (mid where there is one); nothing is averaged.',
  );
  const skills = say(
    'Top skills: those that most sources name for the role, then those that most name anywhere, then by priority.',
  );
  const isListed = guideOf(role, knowledge) === undefined && topSkills(role, knowledge).length > 0;
  return [...(role.pay.length > 0 ? [[pay]] : []), ...(isListed ? [[skills]] : [])];
}

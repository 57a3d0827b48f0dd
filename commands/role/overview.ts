import { citeAll, type Fact, type KnowledgeBase, type Role } from '../../knowledge/index.ts';
import { citeSkills } from '../../knowledge/skill-lists.ts';
import { inSentence, sentence } from '../../src/message/figures.ts';
import { groupBySaid, joined, phrase, type Said, say } from '../../src/message/say.ts';
import type { Text } from '../../src/reply.ts';
import { guideOf } from '../views/guide/guide.ts';
import { overviewLines } from '../views/guide/overview.ts';
import { roleTitle, sourceName } from '../views/names.ts';
import { growthFigure, growthWords } from '../views/format.ts';
import { payScales } from '../views/pay.ts';
import { always, labelled, optional, type Part } from '../views/one-screen.ts';
import type { Section } from '../views/section.ts';
import { topSkills } from '../views/top-skills.ts';
import { monthsOf } from '../views/transitions.ts';
import { forecast } from './outlook.ts';
import { transitionsIn } from './transitions.ts';
import { payHeadline } from '../views/pay-lines.ts';

/** As many skills as fit two lines on a phone. */
const TOP_SKILLS = 5;
/** As many as fit one. */
const FEW_SKILLS = 3;
/** As many ways in, or related roles, as fit where there is little room; and as many of those as fit at all. */
const FEW_WAYS = 2;
const RELATED = 6;

/** What an overview of a role can hold, as far as a phone has room: what people ask least about gives way. */
export function overviewParts(role: Role, knowledge: KnowledgeBase): Part[] {
  const own = guideOf(role, knowledge);
  const pay = always(listed(payLine(role, knowledge)));
  if (own !== undefined) return [pay, ...overviewLines(own)];
  return [
    pay,
    optional(listed(outlookLine(role, knowledge)), 6),
    optional(listed(impactLine(role, knowledge)), 3),
    optional(listed(entryLine(role, knowledge)), 4),
    inForms([TOP_SKILLS, FEW_SKILLS], (count) => skillsLine(role, count, knowledge), [2]),
    inForms([Infinity, FEW_WAYS, 0], (count) => waysLine(role, count, knowledge), [1, 7]),
    inForms([RELATED, FEW_WAYS, 0], (count) => relatedLine(role, count, knowledge), [1, 5]),
  ];
}

/** A line with fewer and fewer names; without any it is left out. */
function inForms(
  counts: readonly number[],
  line: (count: number) => Section | undefined,
  yields: readonly number[],
): Part {
  return { forms: counts.map((count) => (count === 0 ? [] : listed(line(count)))), yields };
}

function listed(line: Section | undefined): Section[] {
  return line === undefined ? [] : [line];
}

/** What it pays, in as few lines as answer: of the level that most people ask for, and what surveys of wages count. */
function payLine(role: Role, knowledge: KnowledgeBase): Section | undefined {
  const [scale] = payScales(role.pay);
  const first = scale === undefined ? undefined : payHeadline(role, scale, knowledge);
  if (scale === undefined || first === undefined) return undefined;
  return labelled(
    { name: say('Pay ({scale})', { scale: scale.label }), value: first.text },
    citeAll(first.bands),
  );
}

function outlookLine(role: Role, knowledge: KnowledgeBase): Section | undefined {
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

function impactLine(role: Role, knowledge: KnowledgeBase): Section | undefined {
  const said = role.aiImpact.map((fact) => ({
    words: [`${fact.score}/${fact.of}`, fact.label?.toLowerCase()].filter(Boolean).join(', '),
    source: fact.source,
    facts: [fact],
  }));
  return sayings(say('AI impact'), said, knowledge);
}

function entryLine(role: Role, knowledge: KnowledgeBase): Section | undefined {
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
): Section | undefined {
  if (said.length === 0) return undefined;
  const words = said.map(({ words: each, source }) => phrase`${each} (${sourceName(source, knowledge)})`);
  return labelled(
    { name, value: [sentence(joined(words, ' · '))] },
    said.flatMap(({ facts }) => citeAll(facts)),
  );
}

function skillsLine(role: Role, count: number, knowledge: KnowledgeBase): Section | undefined {
  const top = topSkills(role, knowledge).slice(0, count);
  if (top.length === 0) return undefined;
  const skills = top.map(({ key, sources }) => ({ id: key, uses: sources.map((source) => ({ source })) }));
  const value = [top.map((skill) => skill.name).join(', ')];
  return labelled({ name: say('Top skills'), value }, citeSkills(skills, role.id, knowledge));
}

function waysLine(role: Role, count: number, knowledge: KnowledgeBase): Section | undefined {
  const into = transitionsIn(role, knowledge);
  if (into.length === 0) return undefined;
  const words = into.slice(0, count).map((move) => {
    const months = move.documented.map(monthsOf).find((each) => each !== undefined);
    return phrase`${roleTitle(move.from, knowledge)}${months === undefined ? '' : phrase`, ${months}`}`;
  });
  const value = counted(joined(words, ' · '), into.length - words.length);
  const evidence = into.slice(0, count).flatMap((move) => citeAll(move.documented));
  return labelled({ name: say('Ways in'), value: [value] }, evidence);
}

/** Where no way in is documented, the roles that sources name beside this one. */
function relatedLine(role: Role, count: number, knowledge: KnowledgeBase): Section | undefined {
  const { related } = role;
  if (related.length === 0 || transitionsIn(role, knowledge).length > 0) return undefined;
  const names = [...new Set(related.map((each) => roleTitle(each.role, knowledge)))];
  const shown = names.slice(0, count);
  const value = counted(shown.join(', '), names.length - shown.length);
  return labelled({ name: say('Related'), value: [value] }, citeAll(related));
}

/** What is named, and how many more there are. */
function counted(names: Said, rest: number): Said {
  return rest > 0 ? say('{names}, and {n} more', { names, n: rest }) : names;
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

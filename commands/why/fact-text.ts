import type { Block, KnowledgeBase, PayBand, Role, RoleFacts } from '../../knowledge/index.ts';
import { PRIORITIES } from '../../knowledge/scales.ts';
import { numeral, sentence } from '../../src/message/figures.ts';
import { joined, phrase, type Said } from '../../src/message/say.ts';
import { bold, type ReplyNode, type Text } from '../../src/reply.ts';
import { outlookSections } from '../role/outlook.ts';
import { questionSections } from '../role/sections.ts';
import { type BlockList, listSections } from '../views/blocks.ts';
import { ladderSections } from '../views/ladder.ts';
import { levelName, priorityName, regionName, roleTitle } from '../views/names.ts';
import { counts, figure } from '../views/pay.ts';
import type { Section } from '../views/section.ts';
import { roadmapSections } from '../views/roadmap.ts';
import { join, yearsOf } from '../views/format.ts';

/** Tells a fact, or those of its items that are used. */
type Tell<Each> = (fact: Each, items: readonly number[], knowledge: KnowledgeBase) => Text;

/** How the facts of each list of a role are told: in the words in which answers show them. */
export const roleFactTexts: { readonly [List in keyof RoleFacts]: Tell<Role[List][number]> } = {
  pay: payText,
  payElsewhere: payText,
  skills: ({ items: all }, items) => skillText(some(all, items)),
  related: ({ role, note }, _, knowledge) => [
    bold(roleTitle(role, knowledge)),
    ...(note === undefined ? [] : [`: ${note}`]),
  ],
  entryLevel: (fact) => sectionsText(outlookSections({ ...NO_OUTLOOK, entryLevel: [fact] })),
  outlook: (fact) => sectionsText(outlookSections({ ...NO_OUTLOOK, outlook: [fact] })),
  aiImpact: (fact) => sectionsText(outlookSections({ ...NO_OUTLOOK, aiImpact: [fact] })),
  ladder: (fact, items) =>
    sectionsText(ladderSections({ ladder: [{ ...fact, rungs: some(fact.rungs, items) }] })),
  roadmap: (fact, items, knowledge) =>
    sectionsText(roadmapSections({ roadmap: [{ ...fact, phases: some(fact.phases, items) }] }, knowledge)),
  questions: (fact) => sectionsText(questionSections({ questions: [fact] })),
  payFactors: blockText('payFactors'),
  responsibilities: blockText('responsibilities'),
  week: blockText('week'),
  differentiators: blockText('differentiators'),
  gaps: blockText('gaps'),
  moves: blockText('moves'),
  nextSteps: blockText('nextSteps'),
  portfolio: blockText('portfolio'),
  resume: blockText('resume'),
  jobs: blockText('jobs'),
  interview: blockText('interview'),
  employers: blockText('employers'),
  sectors: blockText('sectors'),
  notes: blockText('notes'),
};

const NO_OUTLOOK = { outlook: [], aiImpact: [], entryLevel: [] };

function blockText(list: BlockList): Tell<Block> {
  return (fact) => sectionsText(listSections(list, [fact]));
}

/** Those items of a list, or all of them where none is meant. */
function some<T>(all: readonly T[], items: readonly number[]): T[] {
  return items.length === 0 ? [...all] : items.flatMap((at) => all[at] ?? []);
}

/** "Mid, 2–5 years: $155K–$200K, base + equity, US" */
function payText(band: PayBand): Text {
  const { level, title, years, scope, region, n, period } = band;
  const name = [levelName(level), title, years === undefined ? undefined : yearsOf(years), scope];
  const more = [
    counts(band),
    regionName(region),
    n === undefined ? undefined : phrase`n = ${numeral(n)}`,
    period?.printed,
  ];
  return [bold(listed(name)), ': ', ...figure(band), phrase`, ${listed(more)}`];
}

function listed(words: readonly (Said | undefined)[]): Said {
  return joined(
    words.flatMap((each) => (each === undefined ? [] : [each])),
    ', ',
  );
}

/** "Essential: SQL · Docker; Bonus: Spark" */
function skillText(skills: readonly Role['skills'][number]['items'][number][]): Text {
  const groups = PRIORITIES.flatMap((priority) => {
    const names = skills.filter((skill) => skill.priority === priority).map(({ name }) => name);
    return names.length === 0 ? [] : [[bold(sentence(priorityName(priority))), `: ${names.join(' · ')}`]];
  });
  return join(groups, '; ');
}

function sectionsText(sections: readonly Section[]): Text {
  return join(
    sections.map(({ node }) => nodeText(node)),
    '; ',
  );
}

function nodeText(node: ReplyNode): Text {
  if (node.kind === 'text') return titled(node.title, node.text);
  return node.kind === 'list' ? titled(node.title, join(node.items, '; ')) : [];
}

function titled(title: Said | undefined, text: Text): Text {
  return title === undefined ? text : [bold(title), ': ', ...text];
}

import { cite, type Role } from '../../knowledge/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { joined, type Said, say } from '../../src/message/say.ts';
import { askButton, bold, type Draft, type Text } from '../../src/reply.ts';
import type { RoleGuide } from '../views/guide/guide.ts';
import { firstSkills } from '../views/guide/summaries.ts';
import { skillName } from '../views/guide/skills.ts';
import { nextActions } from '../views/actions.ts';
import { onOneScreen, optional, type Part, shrinking } from '../views/one-screen.ts';
import { evidenceOf, restsOn, type Section } from '../views/section.ts';
import { tabs } from '../views/tabs.ts';
import { spanText } from '../views/totals.ts';

/** As many skills as one screen holds. */
const TEN = 10;
/** Fewer than these say nothing of the order. */
const LEAST = 5;

/** The skills of a guided role on one screen, in learning order; why, how much and where to learn are a press away. */
export function guidedSkills(own: RoleGuide, role: Role, context: CommandContext): Draft {
  const { guide, knowledge } = own;
  const all = guide.skills.map((skill, at) => ({ skill, name: skillName(own, at) }));
  const first = all.filter(({ skill }) => skill.when === 'first').slice(0, TEN);
  const rest = all.filter((each) => !first.includes(each)).map(({ name }) => name);
  const cited = guide.skills.map((_, at) => cite(guide, ['skills', at]));
  const items = first.map(({ skill, name }): Text => [bold(name), ` · ${spanText(skill.hours)}\u00a0h`]);
  const list = (shown: number): Section[] => [
    { evidence: cited, node: { kind: 'list', ordered: true, items: items.slice(0, shown) } },
  ];
  const why = askButton(say('Why, and where to learn'), 'role', { role: role.id, section: 'skills' });
  const isListed = role.skills.length > 0;
  const others = isListed
    ? [askButton(say('What others list'), 'skills', { role: role.id, view: 'full' })]
    : [];
  const parts = [shrinking(items.length, LEAST, 2, list), later(rest)];
  return onOneScreen(parts, (sections) => ({
    title: say('{role} · skills', { role: role.title }),
    lead: [leadOf(own)],
    body: [
      ...sections.map(({ node }) => node),
      ...nextActions([why, ...others, ...tabs(role, knowledge, 'skills')]),
    ],
    ...restsOn(evidenceOf(sections), context),
  }));
}

function leadOf(own: RoleGuide): Said {
  return say('First {skills}; {n} in all, in learning order, hours estimated.', {
    skills: enumerate(firstSkills(own)),
    n: own.guide.skills.length,
  });
}

/** What comes after those: by name, or counted. */
function later(names: readonly Said[]): Part {
  if (names.length === 0) return optional([], 1);
  const all = joined(names, ' · ');
  const counted = say('{n, plural, one {# skill} other {# skills}}', { n: names.length });
  const forms = [all, counted].map((said): Section[] => [
    { evidence: [], node: { kind: 'text', text: [bold(say('Later')), ': ', said] } },
  ]);
  return { forms, yields: 1 };
}

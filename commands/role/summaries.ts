import { guideOf } from '../views/guide/guide.ts';
import type { Block, KnowledgeBase, Role } from '../../knowledge/index.ts';
import { amount, enumerate, sentence } from '../../src/message/figures.ts';
import { joined, phrase, type Said, say } from '../../src/message/say.ts';
import { countCourses } from '../views/courses.ts';
import { coursesFor } from '../views/courses-for.ts';
import { roadmapMonths } from '../views/roadmap.ts';
import { topSkills } from '../views/top-skills.ts';
import { growthFigure, growthWords, inMonths } from '../views/format.ts';
import { forecast } from './outlook.ts';
import { transitionsIn, transitionsOut } from './transitions.ts';
import { sourceName } from '../views/names.ts';
import { translatedText } from '../views/translated-text.ts';

/** As many names as a first line holds. */
const NAMES = 6;

/** What a role is, in a sentence, in the languages that it was put into. */
export function briefOf(entry: Role, { roles }: KnowledgeBase): Said {
  return translatedText(roles, { id: entry.id, entry }, ({ summary }) => summary.text);
}

/** The same in all its sentences. */
export function summaryOf(entry: Role, { roles }: KnowledgeBase): Said {
  return translatedText(roles, { id: entry.id, entry }, ({ summary: { text, more } }) =>
    more === undefined ? text : `${text} ${more}`,
  );
}

/** "Asked for by several sources: SQL (3), Python (2)." or how many there are, where sources name different ones. */
export function skillsSummary(role: Role, knowledge: KnowledgeBase): Said {
  const skills = topSkills(role, knowledge);
  const named = shared(skills.map(({ name, sources }) => [name, sources.length]));
  return named === ''
    ? say('{n, plural, one {{Words} skill named.} other {{Words} skills named.}}', amount(skills.length))
    : say('Asked for by several sources: {skills}.', { skills: named });
}

/** How far each source's ladder goes up. */
export function ladderSummary(role: Role, knowledge: KnowledgeBase): Said {
  const tops = role.ladder.map(
    ({ source, rungs }) => `${rungs.at(-1)?.title ?? ''} (${sourceName(source, knowledge)})`,
  );
  return say('Up to {titles}.', { titles: enumerate(tops) });
}

/** How long each source's road is. */
export function roadmapSummary(role: Role, knowledge: KnowledgeBase): Said {
  const roads = role.roadmap.map((roadmap) => {
    const months = roadmapMonths(roadmap);
    const time =
      months === undefined
        ? say('no duration documented')
        : say('{months} added up', { months: inMonths(months) });
    const phases = say('{n, plural, one {one phase} other {{words} phases}}', amount(roadmap.phases.length));
    return phrase`${phases}, ${time} (${sourceName(roadmap.source, knowledge)})`;
  });
  const steps = role.nextSteps.map(({ items, source }) => {
    const words = say('{n, plural, one {one next step} other {{words} next steps}}', amount(items.length));
    return phrase`${words} (${sourceName(source, knowledge)})`;
  });
  return phrase`${sentence(joined([...roads, ...steps], '; '))}.`;
}

export function transitionsSummary(role: Role, knowledge: KnowledgeBase): Said {
  const into = say(
    '{n, plural, one {{Words} documented way in} other {{Words} documented ways in}}',
    amount(transitionsIn(role, knowledge).length),
  );
  const out = say(
    '{n, plural, one {{words} way out} other {{words} ways out}}',
    amount(transitionsOut(role, knowledge).length),
  );
  return phrase`${into}, ${out}.`;
}

export function coursesSummary(role: Role, knowledge: KnowledgeBase): Said {
  return countCourses(coursesFor(role.id, knowledge));
}

/** The employers that several sources name, or how many are named. */
export function employersSummary(role: Role): Said {
  const named = role.employers.flatMap(({ items, source }) =>
    items.map((item) => ({ name: typeof item === 'string' ? item : item.name, source })),
  );
  const byName = Map.groupBy(named, ({ name }) => name);
  const often = shared(
    Array.from(byName, ([name, all]) => [name, new Set(all.map(({ source }) => source)).size] as const),
  );
  if (often !== '') return say('Named by several sources: {employers}.', { employers: often });
  return byName.size === 0
    ? say('Sectors; no employer is named.')
    : say('{n, plural, one {{Words} employer named.} other {{Words} employers named.}}', amount(byName.size));
}

export function questionsSummary(role: Role, knowledge: KnowledgeBase): Said {
  const guided = guideOf(role, knowledge)?.guide.questions.length ?? 0;
  return say(
    '{n, plural, one {{Words} question, answered.} other {{Words} questions, answered.}}',
    amount(guided + role.questions.length),
  );
}

/** "Growth 33.5% (Data Scientists, BLS projections, 2024–34)": the growth that is stated, each with its occupation. */
export function outlookSummary({ outlook, aiImpact }: Role, knowledge: KnowledgeBase): Said {
  const stated = outlook.flatMap(({ growth, occupation, period, source }) => {
    if (growth === undefined) return [];
    const of = [occupation, sourceName(source, knowledge), period?.printed].filter(
      (part) => part !== undefined,
    );
    return [phrase`${growthWords(growth, growthFigure(growth))} (${of.join(', ')})`];
  });
  if (stated.length > 0) return phrase`${sentence(joined(stated.slice(0, GROWTHS), ' · '))}.`;
  const [first] = outlook;
  if (first !== undefined) return forecast(first);
  return aiImpact.length > 0
    ? say(
        '{n, plural, one {One source on what AI changes.} other {{Words} sources on what AI changes.}}',
        amount(aiImpact.length),
      )
    : say('Whether it is a first job.');
}

/** As many growths as a first line holds. */
const GROWTHS = 2;

/** How many topics lists are about. */
export function topicsSummary(blocks: readonly Block[]): Said {
  return say('{n, plural, one {{Words} topic.} other {{Words} topics.}}', amount(blocks.length));
}

/** "SQL (3), Python (2)": what more than one source names, with how many do. */
function shared(named: readonly (readonly [string, number])[]): string {
  return named
    .filter(([, sources]) => sources > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, NAMES)
    .map(([name, sources]) => `${name} (${sources})`)
    .join(', ');
}

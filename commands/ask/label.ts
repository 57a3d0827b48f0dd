import type { KnowledgeBase } from '../../knowledge/index.ts';
import { inSentence } from '../../src/message/figures.ts';
import type { Said } from '../../src/message/message.ts';
import { joined, message, phrase, say } from '../../src/message/say.ts';
import type { Ask } from '../../src/reply.ts';
import { SECTION_NAMES, roleSections } from '../role/sections.ts';

/** A question as a person could type it, every value by its name: `/transition from:data-engineer to:ml-engineer`. */
export function shownLine({ command, values }: Ask): string {
  const said = Object.entries(values).map(([name, value]) =>
    value.includes(':') ? `${name}:"${value}"` : `${name}:${value}`,
  );
  return [`/${command}`, ...said].join(' ');
}

const LABELS: Readonly<Record<string, string>> = {
  role: message('Overview'),
  salary: message('Pay'),
  skills: message('Skills'),
  ladder: message('Ladder'),
  roadmap: message('Roadmap'),
  plan: message('Plan'),
  transition: message('Move'),
  compare: message('Compare'),
  rank: message('Ranking'),
  course: message('Courses'),
  advice: message('Advice'),
  sources: message('Sources'),
  help: message('Help'),
};

/** Options whose values a label names. */
const SUBJECTS = ['first', 'second', 'third', 'fourth', 'from', 'to', 'role', 'about', 'of', 'topic'];

/** What people call the value of an option. */
function titleOf(value: string, knowledge: KnowledgeBase): string {
  const topic = knowledge.of('topic').get(value) ?? knowledge.of('background').get(value);
  return knowledge.roles.get(value)?.title ?? topic?.title ?? value;
}

/** What a button says that asks this: "Move: Data Engineer → ML Engineer". */
export function labelOf({ command, values }: Ask, knowledge: KnowledgeBase): Said {
  const named = SUBJECTS.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [titleOf(value, knowledge)];
  });
  const between: Said[] = command === 'compare' ? [say('vs')] : ['→'];
  const names = joined(
    named.flatMap((name, at) => (at === 0 ? [name] : [...between, name])),
    ' ',
  );
  const about = named.length === 0 ? '' : phrase`: ${names}`;
  const label = LABELS[command];
  const part = partOf(values);
  return phrase`${label === undefined ? command : say(label)}${about}${part === undefined ? '' : phrase` (${part})`}`;
}

const VIEWS: Readonly<Record<string, string>> = {
  why: message('Why these differ'),
  factors: message('What moves pay'),
  spread: message('Percentiles'),
};

const RANKED: Readonly<Record<string, string>> = {
  pay: message('By pay'),
  growth: message('By growth'),
  effort: message('By hours to learn'),
  skills: message('Most wanted skills'),
  roles: message('Roles that want it'),
  'side-by-side': message('Side by side'),
};

/** The section or the view that is asked for, within a sentence. */
function partOf({ section, view = '', by }: Ask['values']): Said | undefined {
  const name = SECTION_NAMES.find((each) => each === section);
  const label = name === undefined ? (VIEWS[view] ?? RANKED[by ?? '']) : roleSections[name].label;
  return label === undefined ? undefined : inSentence(say(label));
}

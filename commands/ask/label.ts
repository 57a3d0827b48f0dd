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
  course: message('Courses'),
  sources: message('Sources'),
  help: message('Help'),
};

/** What a button says that asks this: "Move: Data Engineer → ML Engineer". */
export function labelOf({ command, values }: Ask, { roles }: KnowledgeBase): Said {
  const named = ['first', 'second', 'third', 'fourth', 'from', 'to', 'role', 'about'].flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [roles.get(value)?.title ?? value];
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

/** The section or the view that is asked for, within a sentence. */
function partOf({ section, view = '' }: Ask['values']): Said | undefined {
  const name = SECTION_NAMES.find((each) => each === section);
  const label = name === undefined ? VIEWS[view] : roleSections[name].label;
  return label === undefined ? undefined : inSentence(say(label));
}

import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';

/** A question as a person could type it, every value by its name: `/transition from:data-engineer to:ml-engineer`. */
export function shownLine({ command, values }: Ask): string {
  const said = Object.entries(values).map(([name, value]) =>
    value.includes(':') ? `${name}:"${value}"` : `${name}:${value}`,
  );
  return [`/${command}`, ...said].join(' ');
}

const LABELS: Readonly<Record<string, string>> = {
  role: 'Overview',
  salary: 'Pay',
  skills: 'Skills',
  ladder: 'Ladder',
  roadmap: 'Roadmap',
  plan: 'Plan',
  transition: 'Move',
  compare: 'Compare',
  course: 'Courses',
  sources: 'Sources',
  help: 'Help',
};

/** What a button says that asks this: "Move: Data Engineer → ML Engineer". */
export function labelOf({ command, values }: Ask, { roles }: KnowledgeBase): string {
  const named = ['first', 'second', 'third', 'fourth', 'from', 'to', 'role', 'about'].flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [roles.get(value)?.title ?? value];
  });
  const between = command === 'compare' ? ' vs ' : ' → ';
  const about = named.length === 0 ? '' : `: ${named.join(between)}`;
  const { section, view } = values;
  return `${LABELS[command] ?? command}${about}${section === undefined && view === undefined ? '' : ` (${section ?? view})`}`;
}

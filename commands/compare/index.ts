import type { Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import type { Draft, ReplyNode } from '../../src/reply.ts';
import { answerCompare } from './answer.ts';
import { splitNames } from './split-names.ts';
import { askOf, resolveRole, suggestRoles } from '../input/resolve.ts';
import { nextActions } from '../views/actions.ts';
import { tabs } from '../views/tabs.ts';

const NAMES = ['first', 'second', 'third', 'fourth'] as const;
type Typed = { readonly [K in (typeof NAMES)[number]]: string | undefined };

/** Two to four roles side by side: what they pay, what they ask for, and the moves between them. */
export const compare = defineCommand({
  name: 'compare',
  summary: 'Two to four roles side by side: pay by source, skills, moves between them',
  options: {
    first: { kind: 'role', description: 'A role', required: true, suggest: suggestRoles },
    second: { kind: 'role', description: 'Another role', suggest: suggestRoles },
    third: { kind: 'role', description: 'A third, if you like', suggest: suggestRoles },
    fourth: { kind: 'role', description: 'A fourth, if you like', suggest: suggestRoles },
    view: {
      kind: 'choice',
      description: 'On one screen, in full, or the comparable pay as a picture',
      choices: ['words', 'full', 'picture'],
    },
  },
  examples: [
    'compare sre vs data engineer',
    'compare ml-engineer, data-scientist, ai-engineer',
    'compare frontend developer backend developer',
  ],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const given = NAMES.flatMap((name) => values[name] ?? []);
    const names = splitNames(given, context.knowledge);
    const typed = names.length === given.length ? values : byName(names);
    const resolved = resolveAll(typed, context);
    if ('reply' in resolved) return resolved.reply;
    const { roles, guess } = resolved;
    const [first, second] = roles;
    const ids = Object.fromEntries(roles.map(({ id }, at) => [NAMES[at] ?? '', id]));
    const ask = askOf('compare', { ...ids, view: values.view });
    const draft =
      second === undefined ? withWhat(first, context) : answerCompare(roles, values.view ?? 'words', context);
    const match = context.knowledge.roles.find(first.id).match;
    return { ...draft, body: [...(draft.body ?? []), ...guess], match, ask };
  },
});

function byName([first, second, third, fourth]: readonly string[]): Typed {
  return { first, second, third, fourth };
}

interface Resolved {
  readonly roles: readonly [Role, ...Role[]];
  readonly guess: readonly ReplyNode[];
}

/** All typed roles, each once; the first unresolved one is asked back, those before it by their ids. */
function resolveAll(typed: Typed, context: CommandContext): Resolved | { readonly reply: Draft } {
  let known: Record<string, string | undefined> = { ...typed };
  const roles: Role[] = [];
  const guess: ReplyNode[] = [];
  for (const name of NAMES) {
    const words = typed[name];
    if (words === undefined) continue;
    const resolution = resolveRole(words, askOf('compare', known), name, context);
    if (resolution.kind === 'unresolved') return resolution;
    known = { ...known, [name]: resolution.entry.id };
    guess.push(...resolution.guess);
    if (!roles.includes(resolution.entry)) roles.push(resolution.entry);
  }
  const [first, ...others] = roles;
  // The parser lets no comparison through without a first role.
  if (first === undefined) throw new Error('no role to compare');
  return { roles: [first, ...others], guess };
}

/** One role alone: with what else it is usually compared. */
function withWhat(role: Role, { knowledge }: CommandContext): Draft {
  const near = [...new Set(role.related.map((each) => each.role))].flatMap(
    (id) => knowledge.roles.get(id) ?? [],
  );
  const actions = near.slice(0, 5).map(({ id, title }) => ({
    kind: 'ask' as const,
    label: say('With {role}', { role: title }),
    ask: askOf('compare', { first: role.id, second: id }),
  }));
  return {
    tone: 'question',
    title: say('Compare {role} with what?', { role: role.title }),
    lead: [say('Name another role, as in /compare sre vs data engineer; up to four.')],
    body: nextActions([...actions, ...tabs(role, knowledge)]),
  };
}

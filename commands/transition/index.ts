import { type PathBy, PATHS_BY } from '../../knowledge/moves.ts';
import type { Role } from '../../knowledge/index.ts';
import { type CommandContext, defineCommand } from '../../src/command.ts';
import { message, say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import { Problem } from '../../src/problem.ts';
import { askButton, type Draft, type ReplyNode } from '../../src/reply.ts';
import { askOf, resolveFound, resolveRole, suggestRoles } from '../input/resolve.ts';
import { guessedStart, readStart, type Start, suggestStarts } from '../input/start.ts';
import { nextActions } from '../views/actions.ts';
import { answerBackground, answerFromBackground } from './background.ts';
import { answerPair } from './pair.ts';
import { answerRole } from './role.ts';
import { answerPath } from './path.ts';
import { drawnMoves } from './picture.ts';

/** Moves between roles: all of one role's, or the way from one to another. */
export const transition = defineCommand({
  name: 'transition',
  summary: 'Ways out of a role and into it, or the way from one role to another',
  options: {
    from: {
      kind: 'role',
      description: 'What you come from, in technology or not, or the role whose moves you want to see',
      required: true,
      suggest: suggestStarts,
    },
    to: {
      kind: 'role',
      description: 'The role you want; leave it out to see every move',
      suggest: suggestRoles,
    },
    by: {
      kind: 'choice',
      description: 'Which path: fewest moves, most skills kept, or shortest documented time',
      choices: PATHS_BY,
    },
    view: {
      kind: 'choice',
      description: 'On one screen, in full, or the moves around one role as a picture',
      choices: ['words', 'full', 'picture'],
    },
  },
  examples: [
    'transition data-engineer',
    'transition data engineer to ml engineer',
    'transition data-engineer engineering-manager by:skills',
    'transition data-scientist ml-engineer',
    'transition nurse',
  ],
  shareable: true,
  cacheable: true,
  answer: (values, context) => {
    const { from, to } = ends(values, context);
    if (to !== undefined && values.view === 'picture') throw new Problem(say(ONE_ONLY));
    return to === undefined ? one(from, values.view, context) : both(from, to, values, context);
  },
});

interface Ends {
  readonly from: string;
  readonly to: string | undefined;
}

/** Two roles typed without a word between them are taken apart, unless together they name one role. */
function ends({ from, to }: { from: string; to: string | undefined }, { knowledge }: CommandContext): Ends {
  if (to !== undefined) return { from, to };
  const typed = from.slice(0, MAX_INPUT);
  if (knowledge.roles.find(typed).match.kind === 'exact') return { from, to };
  const pair = knowledge.splitPair(typed);
  return pair === undefined ? { from, to } : { from: pair[0], to: pair[1] };
}

const ONE_ONLY = message(
  'A picture shows the moves around one role: leave out the second role, or "view:picture".',
);

/** What of a move is asked for: a path that is best at something, or all that is known of it. */
interface Wanted {
  readonly by: PathBy | undefined;
  readonly view: 'words' | 'full' | 'picture' | undefined;
}

function one(typed: string, view: Wanted['view'], context: CommandContext): Draft {
  const start = readStart(typed, context.knowledge);
  if (start.kind === 'background') {
    const draft = answerBackground(start.background, context);
    return {
      ...draft,
      body: [...(draft.body ?? []), ...aside(start, { by: undefined, view }, context)],
      ask: askOf('transition', { from: start.background.id }),
    };
  }
  const named = resolveFound(start.roles, typed, askOf('transition', { from: typed, view }), 'from');
  if (named.kind === 'unresolved') return named.reply;
  const drawn = view === 'picture' ? drawnMoves(named.entry, context) : undefined;
  const draft = drawn ?? answerRole(named.entry, view === 'full', context);
  const ask = askOf('transition', { from: named.entry.id, view });
  return { ...draft, body: [...(draft.body ?? []), ...named.guess], match: named.match, ask };
}

function both(from: string, to: string, { by, view }: Wanted, context: CommandContext): Draft {
  const wanted = { by, view };
  const begin = readStart(from, context.knowledge);
  if (begin.kind === 'background') return outside(begin, to, wanted, context);
  const start = resolveFound(begin.roles, from, askOf('transition', { from, to, ...wanted }), 'from');
  if (start.kind === 'unresolved') return start.reply;
  // From here on the first role is known by its id, so that no later button carries the typed words.
  const ids = { from: start.entry.id, to };
  const goal = resolveRole(to, askOf('transition', { ...ids, ...wanted }), 'to', context);
  if (goal.kind === 'unresolved') return goal.reply;
  const known = askOf('transition', { from, to: goal.entry.id, ...wanted });
  const guess = resolveFound(begin.roles, from, known, 'from');
  const draft = between(start.entry, goal.entry, wanted, context);
  const guesses = [...(guess.kind === 'known' ? guess.guess : []), ...goal.guess];
  return {
    ...draft,
    body: [...(draft.body ?? []), ...guesses],
    match: start.match,
    ask: askOf('transition', { from: start.entry.id, to: goal.entry.id, ...wanted }),
  };
}

type Outside = Extract<Start, { kind: 'background' }>;

/** From outside technology to a role. */
function outside(start: Outside, to: string, { by, view }: Wanted, context: CommandContext): Draft {
  const { id } = start.background;
  const goal = resolveRole(to, askOf('transition', { from: id, to, view }), 'to', context);
  if (goal.kind === 'unresolved') return goal.reply;
  const draft = answerFromBackground(start.background, goal.entry, view === 'full', context);
  return {
    ...draft,
    body: [...(draft.body ?? []), ...aside(start, { by, view }, context), ...goal.guess],
    match: goal.match,
    ask: askOf('transition', { from: id, to: goal.entry.id, view: view === 'full' ? view : undefined }),
  };
}

/** How what somebody did before was read, and what there is of roles alone. */
function aside(start: Outside, { by, view }: Wanted, { knowledge }: CommandContext): ReplyNode[] {
  const isRoleOnly = by !== undefined || view === 'picture';
  return [
    ...guessedStart(start, knowledge),
    ...(isRoleOnly ? [{ kind: 'note', text: [say('Pictures and paths are of roles only.')] } as const] : []),
  ];
}

function between(from: Role, to: Role, { by, view }: Wanted, context: CommandContext): Draft {
  if (from.id === to.id) return same(from);
  return by === undefined
    ? answerPair(from, to, view === 'full', context)
    : answerPath(from, to, by, context);
}

function same(role: Role): Draft {
  return {
    title: `${role.title} → ${role.title}`,
    lead: [say('You are there already. Name another role, or see where this one leads.')],
    body: nextActions([
      askButton(say('Ways in and out'), 'transition', { from: role.id }),
      askButton(say('Career ladder'), 'role', { role: role.id, section: 'ladder' }),
    ]),
  };
}

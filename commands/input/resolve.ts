import type { Found, Role } from '../../knowledge/index.ts';
import type { Match, Named } from '../../knowledge/match.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { enumerate } from '../../src/message/figures.ts';
import { phrase, type Said, say } from '../../src/message/say.ts';
import { clipWords } from '../../src/fit/clip.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import type { Ask, Choice, Draft, ReplyNode } from '../../src/reply.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { quoted } from '../views/format.ts';

/** The most letters of a typed name that an answer repeats. */
const ECHO = 80;

/** What a typed name led to: an entry to answer about, or the reply that asks back. */
export type Resolution<T> =
  | {
      readonly kind: 'known';
      readonly entry: T;
      readonly match: Match;
      /** Ends the answer: says how the name was read where that was a guess, and offers the others. */
      readonly guess: readonly ReplyNode[];
    }
  | { readonly kind: 'unresolved'; readonly reply: Draft };

/** Where a name was typed: the question it is part of, and which of its options it is. */
export interface Asked {
  readonly ask: Ask;
  readonly option: string;
  /** What the bot covers, in the plural: "technology roles". */
  readonly covers: Said;
}

/** Settles what a typed name means, the same way in every command. */
export function resolve<T>(found: Found<T>, typed: string, asked: Asked): Resolution<T> {
  const { match, entry } = found;
  if (entry !== undefined && (match.kind === 'exact' || match.kind === 'close'))
    return { kind: 'known', entry, match, guess: match.kind === 'close' ? guessNodes(match, asked) : [] };
  return {
    kind: 'unresolved',
    reply: match.kind === 'none' ? miss(match, typed, asked) : whichOne(match, typed, asked),
  };
}

function guessNodes(
  match: Match & { readonly title: string; readonly id: string },
  asked: Asked,
): ReplyNode[] {
  const others = match.choices.filter((choice) => choice.id !== match.id);
  const read = say('Read as "{title}".', { title: match.title });
  return [
    { kind: 'note', text: [others.length > 0 ? phrase`${read} ${say('Not it?')}` : read] },
    ...alternatives(say('Not it?'), others, asked),
  ];
}

function whichOne(match: Match, typed: string, asked: Asked): Draft {
  const [first, second] = match.choices;
  const examples = [first, second].flatMap((choice) => (choice === undefined ? [] : [quoted(choice.title)]));
  return {
    tone: 'question',
    title: say('Which one?'),
    lead: [
      say('"{typed}" fits several. Pick one, or say more of the name, as in {examples}.', {
        typed: quote(typed),
        examples: enumerate(examples, 'or'),
      }),
    ],
    body: alternatives(say('Pick one'), match.choices, asked),
    match,
  };
}

function miss(match: Match, typed: string, asked: Asked): Draft {
  const { covers } = asked;
  return {
    tone: 'miss',
    title: say('I don\'t know "{typed}"', { typed: quote(typed) }),
    lead: [
      match.choices.length > 0
        ? say('I know {covers}, and nothing near to that. To begin with:', { covers })
        : say('I cover {covers}. /help shows what I can be asked.', { covers }),
    ],
    body: alternatives(say('To begin with'), match.choices, asked),
    match,
  };
}

/** The same question about each of these, as buttons while they are few. */
function alternatives(label: Said, named: readonly Named[], { ask, option }: Asked): ReplyNode[] {
  const choices = named.map(({ id, title }): Choice => ({
    label: title,
    ask: { ...ask, values: { ...ask.values, [option]: id } },
  }));
  return nextActions(asButtonsOrMenu(label, choices));
}

/** The typed words as an answer repeats them. */
export function quote(typed: string): string {
  return clipWords(typed.trim(), ECHO);
}

/** The question being answered, to be asked again with other values. Absent values stay absent. */
export function askOf(command: string, values: Readonly<Record<string, string | number | undefined>>): Ask {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return { command, values: Object.fromEntries(given) };
}

/** A typed role, resolved to an entry. */
export function resolveRole(typed: string, ask: Ask, option: string, { knowledge }: CommandContext) {
  return resolveFound(knowledge.roles.find(typed.slice(0, MAX_INPUT)), typed, ask, option);
}

/** The same of what was found already. */
export function resolveFound(found: Found<Role>, typed: string, ask: Ask, option: string) {
  return resolve(found, typed, { ask, option, covers: say('technology roles') });
}

/** Completions for a role option. */
export function suggestRoles(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  return knowledge.roles.suggest(typed, SUGGESTIONS).map((role) => ({ label: role.title, value: role.id }));
}

const SUGGESTIONS = 25;

/** The option of a command that is about one role. */
export const ROLE_OPTION = {
  kind: 'role',
  description: 'The role, as you would say it',
  required: true,
  suggest: suggestRoles,
} as const;

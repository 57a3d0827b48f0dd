import type { Found, KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { Background } from '../../knowledge/kinds/background.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import type { ReplyNode } from '../../src/reply.ts';
import { startName } from '../views/guide/transitions.ts';

/** What somebody comes from: a role, what they did outside technology, or something unknown. */
export type Start = (
  | { readonly kind: 'role'; readonly role: Role; readonly guessed: boolean }
  | { readonly kind: 'background'; readonly background: Background; readonly guessed: boolean }
  | { readonly kind: 'unknown' }
) & {
  /** What roles are called so. */
  readonly roles: Found<Role>;
};

/** Reads where somebody starts from. A name that fits exactly wins over one that is near, and a role over a background. */
export function readStart(typed: string, knowledge: KnowledgeBase): Start {
  const words = typed.slice(0, MAX_INPUT);
  const roles = knowledge.roles.find(words);
  const { entry: role } = roles;
  if (roles.match.kind === 'exact' && role) return { kind: 'role', role, guessed: false, roles };
  const { match, entry: background } = knowledge.of('background').find(words);
  if (match.kind === 'exact' && background) return { kind: 'background', background, guessed: false, roles };
  if (roles.match.kind === 'close' && role) return { kind: 'role', role, guessed: true, roles };
  if (match.kind === 'close' && background) return { kind: 'background', background, guessed: true, roles };
  return { kind: 'unknown', roles };
}

/** Says what a start was taken for, where that was a guess. */
export function guessedStart(start: Start, knowledge: KnowledgeBase): ReplyNode[] {
  const id = startId(start);
  if (start.kind === 'unknown' || !start.guessed || id === undefined) return [];
  return [{ kind: 'note', text: [say('Read as "{title}".', { title: startName(id, knowledge) })] }];
}

/** The id of where somebody starts from; undefined where it is not known. */
export function startId(start: Start): string | undefined {
  if (start.kind === 'role') return start.role.id;
  return start.kind === 'background' ? start.background.id : undefined;
}

/** Completions for where somebody starts from: roles, and what people did before. */
export function suggestStarts(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  const roles = knowledge.roles.suggest(typed, SUGGESTIONS);
  const backgrounds = typed === '' ? [] : knowledge.of('background').suggest(typed, BACKGROUNDS);
  const named = [...backgrounds, ...roles].map(({ id }) => ({ label: startName(id, knowledge), value: id }));
  return named.slice(0, SUGGESTIONS);
}

const SUGGESTIONS = 25;
const BACKGROUNDS = 5;

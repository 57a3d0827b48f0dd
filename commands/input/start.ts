import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import type { Background } from '../../knowledge/kinds/background.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { MAX_INPUT } from '../../src/parse.ts';

/** What somebody comes from: a role, what they did outside technology, or something unknown. */
export type Start =
  | { readonly kind: 'role'; readonly role: Role; readonly guessed: boolean }
  | { readonly kind: 'background'; readonly background: Background }
  | { readonly kind: 'unknown' };

/** Reads where somebody starts from. A name that fits exactly wins over one that is near, and a role over a background. */
export function readStart(typed: string, knowledge: KnowledgeBase): Start {
  const words = typed.slice(0, MAX_INPUT);
  const role = knowledge.roles.find(words);
  const background = knowledge.of('background').find(words);
  if (role.match.kind === 'exact' && role.entry) return { kind: 'role', role: role.entry, guessed: false };
  if (background.match.kind === 'exact' && background.entry)
    return { kind: 'background', background: background.entry };
  if (role.match.kind === 'close' && role.entry) return { kind: 'role', role: role.entry, guessed: true };
  if (background.match.kind === 'close' && background.entry)
    return { kind: 'background', background: background.entry };
  return { kind: 'unknown' };
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
  const named = [...backgrounds, ...roles].map(({ id, title }) => ({ label: title, value: id }));
  return named.slice(0, SUGGESTIONS);
}

const SUGGESTIONS = 25;
const BACKGROUNDS = 5;

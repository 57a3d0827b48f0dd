import type { CommandContext } from '../../src/command.ts';
import { payPlaceOf } from './place.ts';

/** What a line names: a role, and the place behind it, if any. */
interface RoleAndPlace {
  readonly role: string;
  readonly place: string | undefined;
}

/** What stands before a place, in any of the languages. */
const BEFORE_PLACE = /^(?:in|en|em)\s+/iu;

/** As many words as a place has at most, such as "in the United States". */
const MOST = 5;

/**
 * A role with a place typed behind it, so that none is dropped: "ml engineer germany", "data scientist in Berlin". What
 * is a role as a whole names no place.
 */
export function splitPlace(typed: string, { knowledge }: CommandContext): RoleAndPlace {
  const isRole = (words: string) => {
    const named = knowledge.roles.lookUp(words);
    return named?.entry !== undefined && !named.translated;
  };
  const words = typed.trim().split(/\s+/u);
  const whole = { role: typed, place: undefined };
  if (words.length === 1 || isRole(typed)) return whole;
  for (let at = Math.max(1, words.length - MOST); at < words.length; at += 1) {
    const [role, rest] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const place = rest.replace(BEFORE_PLACE, '').replace(/^the\s+/iu, '');
    if (isPlace(place, rest, knowledge) && isRole(role)) return { role, place };
  }
  return whole;
}

/** A country, a city that a time zone is called by, what a preposition leads to, or a name of no role. */
function isPlace(place: string, rest: string, { roles }: CommandContext['knowledge']): boolean {
  if (payPlaceOf(place) !== undefined || BEFORE_PLACE.test(rest)) return true;
  return /^\p{Lu}\p{Ll}/u.test(place) && roles.find(place).match.kind === 'none';
}

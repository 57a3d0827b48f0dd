import type { Role } from '../../knowledge/index.ts';
import { distance } from '../../knowledge/search/distance.ts';
import { normalise } from '../../knowledge/search/index.ts';
import type { CommandContext } from '../../src/command.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import { LEVELS, STOP_WORDS } from '../ask/lexicon.ts';

type Knowledge = CommandContext['knowledge'];

/** The most roles that stand side by side. */
const MOST = 4;

/**
 * Names typed without a word between them, taken apart: two names of roles, and words beside a name that are none of
 * it, so that "ux-designer plumber" asks about a plumber too. One that would make more than four stays whole.
 */
export function splitNames(typed: readonly string[], knowledge: Knowledge): readonly string[] {
  let names = typed;
  for (let at = 0; at < names.length; at += 1) {
    const pair = pairOf((names[at] ?? '').slice(0, MAX_INPUT), knowledge);
    if (pair === undefined || names.length === MOST) continue;
    names = [...names.slice(0, at), ...pair, ...names.slice(at + 1)];
    // The first half may hold two names again.
    at -= 1;
  }
  return names;
}

function pairOf(words: string, knowledge: Knowledge): readonly [string, string] | undefined {
  const { match, entry } = knowledge.roles.find(words);
  if (match.kind === 'exact') return undefined;
  const pair = knowledge.splitPair(words);
  return (
    pair ?? (match.kind === 'close' && entry !== undefined ? besideName(words, entry, knowledge) : undefined)
  );
}

/** A name that is near to a role, and the words before or behind it that are none of the role's. */
function besideName(typed: string, role: Role, { roles }: Knowledge): readonly [string, string] | undefined {
  const words = typed.trim().split(/\s+/);
  const own = [role.title, ...role.aliases].flatMap((name) => normalise(name).split(' '));
  const first = words.findIndex((word) => isOf(word, own));
  const last = words.findLastIndex((word) => isOf(word, own));
  if (first === -1 || (first > 0 && last < words.length - 1)) return undefined;
  const name = words.slice(first, last + 1).join(' ');
  const before = words.slice(0, first).join(' ');
  const behind = words.slice(last + 1).join(' ');
  if (roles.find(name).entry !== role) return undefined;
  if (before !== '') return [before, name];
  return behind === '' ? undefined : [name, behind];
}

/** Whether a typed word is one of these, if misspelt, or one that names nothing: "senior", "please". */
function isOf(typed: string, own: readonly string[]): boolean {
  const lower = typed.toLowerCase();
  if (STOP_WORDS.has(lower) || LEVELS.has(lower)) return true;
  return normalise(typed)
    .split(/[\s-]+/)
    .some((word) =>
      own.some((each) => distance(word, each, SLIPS) <= Math.min(SLIPS, (word.length - 1) / 3)),
    );
}

/** The most letters that are typed wrong in a word. */
const SLIPS = 2;

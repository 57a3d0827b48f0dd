import type { Repository } from './index.ts';
import type { Role } from './linked.ts';

/** Two names of more words than this are a sentence; every place to split costs two searches. */
const MAX_WORDS = 12;

/**
 * Splits words into the names of two roles: at the one place where both halves are names as they stand, or else at the
 * one place where both are close to one. Undefined where there is no such place, or more than one.
 */
export function splitPair(typed: string, roles: Repository<Role>): readonly [string, string] | undefined {
  const words = typed.trim().split(/\s+/);
  if (words.length > MAX_WORDS || roles.find(typed).match.kind === 'exact') return undefined;
  const splits = words.slice(1).map((_, i) => {
    const halves = [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')] as const;
    return { halves, kinds: halves.map((half) => roles.find(half).match.kind) };
  });
  const exact = splits.filter(({ kinds }) => kinds.every((kind) => kind === 'exact'));
  const close = splits.filter(({ kinds }) => kinds.every((kind) => kind === 'exact' || kind === 'close'));
  const [only, another] = exact.length > 0 ? exact : close;
  return another === undefined ? only?.halves : undefined;
}

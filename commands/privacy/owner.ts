import type { CommandContext } from '../../src/command.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import type { Member } from '../../src/community/study.ts';
import type { ReplyNode } from '../../src/reply.ts';

type From = Pick<CommandContext, 'asker' | 'place'>;

/**
 * Who asks, in all communities of the place where it knows them by one id in each; else where they ask, which outside of
 * any community is all of them, too.
 */
export function everythingOf({ asker, place: { on, community } }: From): Member {
  if (on === undefined) throw new Problem(say('I keep something only while I run: start me with npm start.'));
  const here = asker.isSameEverywhere === true ? '' : (community ?? '');
  return { community: `${on}:${here}`, id: asker.id };
}

/** A remark that it is of every community, where it is; a terminal has only one. */
export function everywhereNote(from: From): ReplyNode[] {
  const isEverywhere = everythingOf(from).community.endsWith(':') && from.place.channel !== null;
  if (!isEverywhere) return [];
  return [{ kind: 'note', text: [say('This is yours from every community here that I am in with you.')] }];
}

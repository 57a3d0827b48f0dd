import type { Place } from '../../src/invocation.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import { channelOf, communityOf } from '../prompts/where.ts';

/** The community whose settings are asked for. @throws Problem where nothing can be kept, or outside of one. */
export function communityHere(place: Place): string {
  if (place.on === undefined) throw new Problem(say('Settings need a running bot: start it with npm start.'));
  return communityOf(place);
}

/** The place's own id of the channel that somebody named; null where they named none. @throws Problem. */
export function ruledHere(typed: string | undefined, place: Place): string | null {
  return typed === undefined ? null : channelOf(typed, place);
}

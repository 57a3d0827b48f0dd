import type { Place } from '../../src/invocation.ts';
import { say } from '../../src/message/say.ts';
import { Problem } from '../../src/problem.ts';
import { communityOf } from '../prompts/where.ts';

/** The community whose managers read the reports from here. @throws Problem where nothing can be kept, or outside of one. */
export function communityHere(place: Place): string {
  if (place.on === undefined) throw new Problem(say('Reports need a running bot: start it with npm start.'));
  return communityOf(place);
}

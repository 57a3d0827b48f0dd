import type { Said } from '../../src/message/message.ts';
import { say } from '../../src/message/say.ts';

/** Reasons at hand for declining a proposal; a button and the store keep the key of one. */
export const REASONS = [
  say('We have that one already.'),
  say('It is too big for a week.'),
  say('It is not about this road.'),
  say('The link does not work.'),
] as const;

/** A reason as it is read: one of those at hand in the reader's language, any other as it was typed. */
export function reasonSaid(reason: string): Said {
  return REASONS.find(({ key }) => key === reason) ?? reason;
}

import { message } from '../../src/message/say.ts';

/** What there is to see of a role's pay, as it is asked for. */
export const VIEWS = ['summary', 'bands', 'picture', 'spread', 'why', 'factors', 'all'] as const;
export type View = (typeof VIEWS)[number];

/** The levels whose figures can be asked for by themselves. */
export const PAY_LEVELS = ['entry', 'mid', 'senior', 'staff', 'lead'] as const;
export type PayLevel = (typeof PAY_LEVELS)[number];

/** What stands behind the role in the first line: sentences of the catalogue. */
export const TITLES: Readonly<Record<View, string>> = {
  summary: message('pay'),
  bands: message('pay'),
  picture: message('pay'),
  spread: message('how far pay spreads'),
  why: message('why pay figures differ'),
  factors: message('what moves pay'),
  all: message('pay, all of it'),
};

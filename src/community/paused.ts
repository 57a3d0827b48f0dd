import { message, phrase, say } from '../message/say.ts';
import { Problem } from '../problem.ts';
import type { Outage } from '../store/supervisor.ts';
import type { Trouble } from '../store/trouble.ts';

/** What everybody is told while nothing can be remembered. */
export class Paused extends Problem {}

/** All that those who manage a community are told: the address and the path are for the log. */
const TROUBLES: Readonly<Record<Trouble, string>> = {
  away: message('The database cannot be reached; the log has the reason under that number.'),
  full: message('The database has no room left; the log has the reason under that number.'),
  refused: message('The database may not be opened or written; the log has the reason under that number.'),
  other: message('The database cannot be used as it is; the log has the reason under that number.'),
};

/** What is said while nothing can be remembered: to everybody the number that the log has, the kind of trouble to managers. */
export function pausedBy({ since, reference, trouble }: Outage): Paused {
  const facts = { since: new Date(since).toISOString().slice(0, 16).replace('T', ' '), reference };
  const sentence = say(
    'Schedules are paused since {since} UTC, and so is whatever has to be remembered. They catch up by themselves, and I answer everything else meanwhile; if it stays, tell an administrator the number {reference}.',
    facts,
  );
  return new Paused(sentence, say(TROUBLES[trouble]));
}

/** The same of reports. */
export function unkept({ said, forManagers }: Paused): Problem {
  return new Problem(
    phrase`${say('I cannot keep or look up reports now: try again in a few minutes.')} ${said}`,
    forManagers,
  );
}

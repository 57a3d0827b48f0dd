import { likelyQuestions } from '../../src/cli/prewarm.ts';
import { openKnowledge } from '../../knowledge/load.ts';

/** A question as a person asks it: a command and its values. */
export interface Question {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Questions {
  /** Different questions, in no particular order and always the same one. */
  readonly asked: readonly Question[];
  /** What Rolecall asks itself ahead. */
  readonly prewarmed: readonly Question[];
  /** Names as somebody has typed them so far. */
  readonly typed: readonly string[];
}

/** What is asked of each role: the whole house, not one lucky answer. */
const ABOUT: readonly ((role: string) => Question)[] = [
  (role) => ({ command: 'role', values: { role } }),
  (role) => ({ command: 'salary', values: { role } }),
  (from) => ({ command: 'transition', values: { from } }),
  (role) => ({ command: 'role', values: { role, section: 'skills' } }),
  (role) => ({ command: 'role', values: { role, section: 'roadmap' } }),
  (about) => ({ command: 'course', values: { about } }),
];

/** Questions about every role in the packs that nothing is asked of ahead, typed by title. */
export async function makeQuestions(packs: readonly string[]): Promise<Questions> {
  const knowledge = await openKnowledge(packs);
  const ahead = likelyQuestions(knowledge);
  const known = new Set(ahead.map(([, , { id }]) => id));
  const titles = knowledge.roles.all.map(({ title }) => title);
  const others = knowledge.roles.all.filter(({ id }) => !known.has(id)).map(({ title }) => title);
  return {
    asked: mixed(ABOUT.flatMap((ask) => others.map(ask))),
    prewarmed: ahead.map(([command, option, { id }]) => ({ command, values: { [option]: id } })),
    typed: mixed(titles.flatMap((title) => [2, 4, 7].map((n) => title.slice(0, n)))),
  };
}

/** Every 89th of a list until all have come, so that neighbours are apart; 89 divides no list here. */
function mixed<T>(list: readonly T[]): T[] {
  const step = list.length % 89 === 0 ? 97 : 89;
  return list.flatMap((_, at) => list[(at * step) % list.length] ?? []);
}

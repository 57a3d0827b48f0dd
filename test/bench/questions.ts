import { openKnowledge } from '../../knowledge/load.ts';

/** A question as a person asks it: a command and its values. */
export interface Question {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Questions {
  /** Different questions, in no particular order and always the same one. */
  readonly asked: readonly Question[];
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

/** Questions about every role in the packs, typed by title. */
export async function makeQuestions(packs: readonly string[]): Promise<Questions> {
  const titles = (await openKnowledge(packs)).roles.all.map(({ title }) => title);
  const all = ABOUT.flatMap((ask) => titles.map(ask));
  return {
    asked: mixed(all),
    typed: mixed(titles.flatMap((title) => [2, 4, 7].map((n) => title.slice(0, n)))),
  };
}

/** Every 89th of a list until all have come, so that neighbours are apart; 89 divides no list here. */
function mixed<T>(list: readonly T[]): T[] {
  const step = list.length % 89 === 0 ? 97 : 89;
  return list.flatMap((_, at) => list[(at * step) % list.length] ?? []);
}

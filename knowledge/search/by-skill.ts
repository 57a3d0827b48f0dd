import { coreOf, isPerson, type Token } from './around.ts';
import { inEnglish, namedSo } from './contained.ts';
import type { Found, Searched } from './searched.ts';

/** Kinds of work that may be named by what one works with: a Kafka engineer. */
const WORK = new Set(
  'engineer developer programmer coder administrator specialist consultant analyst architect designer tester expert operator technician lead'.split(
    ' ',
  ),
);
/** Of these, the ones that mean the same beside a skill: who is called a React developer is called a React engineer. */
const MAKERS = ['developer', 'engineer', 'programmer', 'coder'];
/** How many roles are offered. */
const OFFERED = 8;

/**
 * The entries that a skill with a kind of work leads to, as in "pytorch engineer": the ones that are called so of some
 * maker, or else those that want the skill. Which of several is meant is asked, for a skill names none.
 */
export function bySkill(tokens: readonly Token[], searched: Searched): Found | undefined {
  const core = coreOf(tokens);
  const person = tokens.some(({ word }) => isPerson(word));
  for (const text of [core.join(' '), ...inEnglish(core, searched.corpus)]) {
    const words = text.split(' ');
    const last = words.at(-1) ?? '';
    const work = searched.corpus.shortForms.get(last) ?? last;
    const skill = WORK.has(work) ? words.slice(0, -1).join(' ') : text;
    if (skill === '' || (skill === text && !person)) continue;
    const found = ledTo(skill, work, searched);
    if (found.length === 1) return { kind: 'close', best: found[0] ?? 0, others: () => [] };
    if (found.length > 1) return { kind: 'ambiguous', others: () => found.slice(0, OFFERED) };
  }
  return undefined;
}

function ledTo(skill: string, work: string, { corpus, surroundings, numbers }: Searched): readonly number[] {
  if (!surroundings.isSkill(skill)) return [];
  const called = MAKERS.includes(work)
    ? MAKERS.flatMap((maker) => namedSo([...skill.split(' '), maker], corpus)?.owners ?? [])
    : [];
  if (called.length > 0) return [...new Set(called)];
  const { vocabulary } = corpus;
  const same = MAKERS.includes(work) ? MAKERS : [work];
  const stems = new Set(same.map((word) => vocabulary.stemOf[vocabulary.id(word) ?? -1]));
  const isWork = (owner: number) => Number(stems.has(corpus.lastStemOf[corpus.titleNameOf[owner] ?? -1]));
  const wanting = surroundings.wanting(skill).flatMap((id) => numbers.get(id) ?? []);
  // Of those who want it, the ones whose work is named so come first.
  return wanting.toSorted((a, b) => isWork(b) - isWork(a));
}

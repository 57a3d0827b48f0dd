import type { KnowledgeBase } from '../../knowledge/index.ts';
import { guideOf } from '../views/guide/guide.ts';
import type { Model } from './classifier.ts';
import { conceptsOf } from './concepts.ts';
import { type Ends, endsOf } from './ends.ts';
import type { Entity } from './entities.ts';
import { isWithin } from './entities.ts';
import {
  COURSE_LEVELS,
  FREE,
  KINDS,
  LEVEL_HINTS,
  NOT,
  OR,
  OVER,
  PAID,
  REMOTE,
  STOP_WORDS,
} from './lexicon.ts';
import type { Tagged } from './tagger.ts';
import type { Word } from './words.ts';

/** What a question names, as commands take it. Roles, skills and courses are ids, or words where several are called so. */
export interface Slots extends Omit<Ends, 'background'> {
  readonly isRole: (name: string) => boolean;
  /** Whether questions about a role are answered in words. */
  readonly isAnswered: (role: string) => boolean;
  readonly skills: readonly string[];
  /** Whether it is one skill or another: "python or sql". */
  readonly areSkillsJoined: boolean;
  /** The same, or else skills that have the name of a role or a field. */
  readonly topics: readonly string[];
  readonly courses: readonly string[];
  /** What courses are asked about. */
  readonly subject: string | undefined;
  readonly family: string | undefined;
  readonly level: string | undefined;
  readonly place: string | undefined;
  readonly money: number | undefined;
  /** A sum as large as a year's pay. */
  readonly pay: number | undefined;
  readonly hoursPerWeek: number | undefined;
  readonly hours: number | undefined;
  readonly cost: 'free' | 'paid' | undefined;
  readonly kind: string | undefined;
  readonly courseLevel: string | undefined;
}

/** Names a family too, where roles of one are asked for. */
const AI = new Set(['ai', 'ia', 'ki']);
const AI_FAMILY = 'AI and machine learning';
/** The least sum that is a year's pay and no budget. */
const YEARLY = 10_000;
const DAYS = 7;

/** Gathers what a question names; `model` tells where somebody comes from. */
export function slotsOf(tagged: Tagged, model: Model, knowledge: KnowledgeBase): Slots {
  const { entities } = tagged;
  const of = (kind: Entity['kind']) => entities.find((entity) => entity.kind === kind);
  const ends = endsOf(tagged, model);
  const money = of('money')?.amount;
  const sum = of('money');
  const isLeast = OVER.has(tagged.words[(sum?.from ?? 0) - 1]?.plain ?? '');
  const isPay = money !== undefined && money >= YEARLY;
  const place = entities.findLast(({ kind, code }) => kind === 'place' && code !== REMOTE) ?? of('place');
  return {
    ...ends,
    ...subjectsOf(tagged, model),
    isRole: (name) => name !== ends.background,
    isAnswered: (name) => answersOf(name, knowledge),
    family: of('family')?.family ?? (tagged.words.some(({ plain }) => AI.has(plain)) ? AI_FAMILY : undefined),
    level: of('level')?.code ?? levelHintedIn(tagged.words),
    place: place?.text,
    money: isPay || isLeast ? undefined : money,
    pay: isPay ? money : undefined,
    ...hoursOf(of('hours')),
    ...filtersOf(tagged),
  };
}

function answersOf(name: string, knowledge: KnowledgeBase): boolean {
  const role = knowledge.roles.get(name);
  return role !== undefined && (role.questions.length > 0 || guideOf(role, knowledge) !== undefined);
}

function hoursOf(entity: Entity | undefined): Pick<Slots, 'hours' | 'hoursPerWeek'> {
  const { amount, per } = entity ?? {};
  if (amount === undefined) return { hours: undefined, hoursPerWeek: undefined };
  if (per === undefined) return { hours: amount, hoursPerWeek: undefined };
  return { hours: undefined, hoursPerWeek: Math.min(100, per === 'day' ? DAYS * amount : amount) };
}

/** Skills and courses that are named, and what a course may be about: a course, a skill, a role, or what nothing knows. */
function subjectsOf(
  { entities, words }: Tagged,
  model: Model,
): Pick<Slots, 'skills' | 'areSkillsJoined' | 'topics' | 'courses' | 'subject'> {
  const named = entities.filter(({ kind }) => kind === 'skill');
  const wide = named.length > 0 ? named : entities.filter(({ skill }) => skill !== undefined);
  const courses = entities.filter(({ kind }) => kind === 'course');
  const subject =
    courses[0] ?? wide[0] ?? entities.find(({ role, kind }) => role !== undefined && kind === 'role');
  return {
    skills: skillsOf(named),
    areSkillsJoined: named.some(
      ({ to }) => OR.has(words[to]?.plain ?? '') && named.some((next) => next.from === to + 1),
    ),
    topics: skillsOf(wide),
    courses: [...new Map(courses.map(({ course, text }) => [course, text])).values()],
    subject: subjectOf(subject) ?? strangeIn({ words, entities }, model),
  };
}

/** A course and a role by their ids, a skill as it was typed. */
function subjectOf(entity: Entity | undefined): string | undefined {
  return entity?.course ?? (entity?.skill === undefined ? entity?.role : undefined) ?? entity?.text;
}

function skillsOf(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap(({ skill }) => skill ?? []))];
}

/** The longest run of words that nobody asks with and that name nothing; else of those that mean nothing else here. */
function strangeIn(tagged: Tagged, model: Model): string | undefined {
  const concepts = conceptsOf(tagged.words);
  return (
    longestRun(tagged, ({ plain }) => !model.words.has(plain)) ??
    longestRun(tagged, (_, at) => !concepts.some(({ from, to }) => at >= from && at < to))
  );
}

function longestRun(
  { words, entities }: Tagged,
  isOne: (word: Word, at: number) => boolean,
): string | undefined {
  const isStrange = (word: Word, at: number) =>
    !isWithin(entities, at) && !STOP_WORDS.has(word.plain) && isOne(word, at);
  const runs: string[][] = [[]];
  words.forEach((word, at) => {
    if (isStrange(word, at)) runs.at(-1)?.push(word.text);
    else runs.push([]);
  });
  const [longest = []] = runs.toSorted((a, b) => b.length - a.length);
  return longest.length === 0 ? undefined : longest.join(' ');
}

/** "Not an intro", "nada muy básico". */
function isDenied(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some(({ plain }) => NOT.has(plain));
}

function levelHintedIn(words: readonly Word[]): string | undefined {
  return words.flatMap((_, at) => namesFrom(words, at).flatMap((name) => LEVEL_HINTS.get(name) ?? []))[0];
}

function costOf(said: readonly string[]): Slots['cost'] {
  if (said.some((name) => FREE.has(name))) return 'free';
  return said.some((name) => PAID.has(name)) ? 'paid' : undefined;
}

/** One, two and three words in a row. */
function namesFrom(words: readonly Word[], at: number): string[] {
  return [1, 2, 3].map((size) =>
    words
      .slice(at, at + size)
      .map(({ plain }) => plain)
      .join(' '),
  );
}

/** What courses shall be, by words that stand alone or two in a row; of several levels the last one that is not denied. */
function filtersOf({ words }: Tagged): Pick<Slots, 'cost' | 'kind' | 'courseLevel'> {
  const said = words.flatMap((_, at) =>
    namesFrom(words, at).map((name) => ({
      name,
      isDenied: isDenied(words, at),
    })),
  );
  const meant = (of: ReadonlyMap<string, string>) =>
    said.flatMap(({ name, isDenied: not }) => (not ? [] : (of.get(name) ?? [])));
  const isBeyondBasics = said.some(
    ({ name, isDenied: not }) => not && COURSE_LEVELS.get(name) === 'beginner',
  );
  return {
    cost: costOf(said.map(({ name }) => name)),
    kind: meant(KINDS)[0],
    courseLevel: meant(COURSE_LEVELS).at(-1) ?? (isBeyondBasics ? 'advanced' : undefined),
  };
}

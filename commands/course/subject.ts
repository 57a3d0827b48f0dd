import type { Course, Found, KnowledgeBase, Role, Skill } from '../../knowledge/index.ts';
import type { Match } from '../../knowledge/match.ts';
import { once } from '../../knowledge/once.ts';
import type { CommandContext, Suggestion } from '../../src/command.ts';
import { message, say } from '../../src/message/say.ts';
import { MAX_INPUT } from '../../src/parse.ts';
import type { Ask, Choice, Draft, ReplyNode } from '../../src/reply.ts';
import { quote, type Resolution, resolve } from '../input/resolve.ts';
import { asButtonsOrMenu, nextActions } from '../views/actions.ts';
import { coursesFor } from '../views/courses-for.ts';

interface Known {
  readonly match: Match;
  readonly guess: readonly ReplyNode[];
}

/** What `about` means: a role, a skill or a course. */
export type Subject =
  | (Known & { readonly kind: 'role'; readonly entry: Role })
  | (Known & { readonly kind: 'skill'; readonly entry: Skill })
  | (Known & { readonly kind: 'course'; readonly entry: Course })
  | { readonly kind: 'unresolved'; readonly reply: Draft };

interface Finds {
  readonly role: Found<Role>;
  readonly skill: Found<Skill>;
  readonly course: Found<Course>;
}

/**
 * Settles free words: exactly a role, a skill or a course, in this order; else close to a course, a role or a skill.
 * An id wins over a name, since buttons carry ids and a skill's name may also be another name of a role. A role that
 * no source names a course for gives way to what else the words may mean.
 */
export function resolveSubject(typed: string, ask: Ask, { knowledge }: CommandContext): Subject {
  const words = typed.slice(0, MAX_INPUT);
  const finds = findsOf(words, knowledge);
  const byId = KINDS.find((kind) => has(kind, words, knowledge) && idOf(finds[kind]) === words);
  if (byId !== undefined) return resolveAs(byId, finds, typed, ask);
  const { entry: role } = finds.role;
  const barren = role !== undefined && coursesFor(role.id, knowledge).length === 0;
  const isExact = (kind: (typeof KINDS)[number]): boolean => finds[kind].match.kind === 'exact';
  const fruitful = KINDS.find((kind) => isExact(kind) && (kind !== 'role' || !barren));
  if (fruitful !== undefined) return resolveAs(fruitful, finds, typed, ask);
  if (barren && (['skill', 'course'] as const).some((kind) => finds[kind].match.kind === 'ambiguous'))
    return unresolved(finds, typed, ask);
  const kind = KINDS.find(isExact) ?? GUESSED.find((each) => finds[each].match.kind === 'close');
  return kind === undefined ? unresolved(finds, typed, ask) : resolveAs(kind, finds, typed, ask);
}

/** What is found of each kind, looked for when it is first read: most words are a role's very name. */
function findsOf(words: string, { roles, skills, courses }: KnowledgeBase): Finds {
  const [role, skill, course] = [
    once(() => roles.find(words)),
    once(() => skills.find(words)),
    once(() => courses.find(words)),
  ];
  return {
    get role() {
      return role();
    },
    get skill() {
      return skill();
    },
    get course() {
      return course();
    },
  };
}

function has(kind: (typeof KINDS)[number], id: string, { roles, skills, courses }: KnowledgeBase): boolean {
  return { role: roles, skill: skills, course: courses }[kind].get(id) !== undefined;
}

const KINDS = ['role', 'skill', 'course'] as const;
const GUESSED = ['course', 'role', 'skill'] as const;

function idOf({ match }: Found<unknown>): string | undefined {
  return match.kind === 'exact' ? match.id : undefined;
}

function resolveAs(kind: (typeof KINDS)[number], finds: Finds, typed: string, ask: Ask): Subject {
  const asked = { ask, option: 'about', covers: say(COVERS) };
  switch (kind) {
    case 'role':
      return named('role', resolve(finds.role, typed, asked));
    case 'skill':
      return named('skill', resolve(finds.skill, typed, asked));
    case 'course':
      return named('course', resolve(finds.course, typed, asked));
  }
}

function named<K extends string, T>(kind: K, resolution: Resolution<T>) {
  return resolution.kind === 'unresolved' ? resolution : { ...resolution, kind };
}

const COVERS = message('courses, skills and roles in technology');

/** What the words are near to, of every kind: asks which, or says that nothing is. */
function unresolved(finds: Finds, typed: string, ask: Ask): Subject {
  const ambiguous = KINDS.filter((kind) => finds[kind].match.kind === 'ambiguous');
  const nearest = ambiguous.length > 0 ? ambiguous : KINDS;
  const choices = nearest.flatMap((kind) => choicesOf(kind, finds[kind].match, ask));
  const match: Match = {
    kind: ambiguous.length > 0 ? 'ambiguous' : 'none',
    choices: nearest.flatMap((kind) => finds[kind].match.choices.slice(0, EACH)),
  };
  const body = nextActions(asButtonsOrMenu(say('Pick one'), choices));
  const reply: Draft =
    ambiguous.length > 0
      ? {
          tone: 'question',
          title: choices.length === 1 ? say('Did you mean this?') : say('Which one?'),
          lead: [
            choices.length === 1
              ? say('Only this is near to "{typed}":', { typed: quote(typed) })
              : say('"{typed}" fits several.', { typed: quote(typed) }),
          ],
          body,
          match,
        }
      : {
          tone: 'miss',
          title: say('I don\'t know "{typed}"', { typed: quote(typed) }),
          lead: [say('I know {covers}, and nothing near to that. To begin with:', { covers: say(COVERS) })],
          body,
          match,
        };
  return { kind: 'unresolved', reply };
}

/** As many of each kind as are offered. */
const EACH = 8;

const LABELS = {
  role: message('{title} (role)'),
  skill: message('{title} (skill)'),
  course: '{title}',
};

function choicesOf(kind: (typeof KINDS)[number], { choices }: Match, ask: Ask): Choice[] {
  return choices.slice(0, EACH).map(({ id, title }) => ({
    label: say(LABELS[kind], { title }),
    ask: { ...ask, values: { ...ask.values, about: id } },
  }));
}

/** Completions from all three kinds, roles first, each name once. */
export function suggestSubjects(typed: string, { knowledge }: CommandContext): readonly Suggestion[] {
  const all = [
    ...knowledge.roles
      .suggest(typed, EACH)
      .map(({ id, title }) => ({ name: title, value: id, kind: TOLD_APART.role })),
    ...knowledge.skills
      .suggest(typed, EACH)
      .map(({ id, name }) => ({ name, value: id, kind: TOLD_APART.skill })),
    ...knowledge.courses
      .suggest(typed, EACH)
      .map(({ id, title }) => ({ name: title, value: id, kind: TOLD_APART.course })),
  ];
  const isAlone = (name: string) =>
    all.filter((other) => other.name.toLowerCase() === name.toLowerCase()).length === 1;
  return all.map(({ name, value, kind }) => ({ label: isAlone(name) ? name : say(kind, { name }), value }));
}

/** Names that a role, a skill and a course share are told apart. */
const TOLD_APART = {
  role: message('{name} (role)'),
  skill: message('{name} (skill)'),
  course: message('{name} (course)'),
} as const;

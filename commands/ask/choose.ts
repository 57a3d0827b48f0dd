import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { SECTION_NAMES, roleSections } from '../role/sections.ts';
import type { Answered } from './faq.ts';
import { familyIn } from './broad.ts';
import type { Intent } from './intents.ts';
import type { Meant } from './meant.ts';
import type { Mention } from './mentions.ts';
import { phrasesOf, STRONG, weightOf } from './phrases.ts';
import type { Reading } from './reading.ts';
import { topicSaid } from './unsaid.ts';

/** Everything that was found in a question; `scored` are the intents, best first, `rest` what nothing explains. */
export interface FoundIn {
  readonly question: string;
  readonly rest: string;
  /** The last words in a row of those: where somebody goes, who says what they are before it. */
  readonly last: string;
  /** The words that name nothing, as phrases have them. */
  readonly around: readonly string[];
  readonly mentions: readonly Mention[];
  readonly meant: Meant;
  readonly scored: readonly { readonly intent: Intent; readonly weight: number }[];
  readonly faq: Answered | undefined;
}

/** As many readings as are offered. */
const MOST = 4;

/** As good as the same question. */
const SAME = 0.8;
/** Alike enough where only single words speak for a command. */
const LIKE = 0.6;
const WEAK = 2;

/** Settles what is meant. */
export function choose(found: FoundIn, knowledge: KnowledgeBase): Reading {
  const { scored, meant, faq } = found;
  const fitting = readingsOf(found, knowledge);
  const asks = distinct(fitting.map(({ ask }) => ask));
  const [wanted] = scored;
  if (faq !== undefined && isAnswered(faq, found))
    return { kind: 'answered', faq, others: asks.filter((ask) => !isOverview(ask)).slice(0, MOST - 1) };
  const [best, second] = fitting;
  const whom = wanted?.intent.about;
  const isUnnamed = whom !== undefined && (best === undefined || best.weight < (wanted?.weight ?? 0));
  if (isUnnamed && meant.role === undefined) return unnamed(whom, found, knowledge);
  if (best === undefined) return unasked(found, knowledge);
  if (isOverview(best.ask) && best.ask.command === 'role' && found.rest !== '')
    return unsure(found, best.ask.values.role);
  if (second !== undefined && isAsLikely(best, second)) return { kind: 'which', readings: tied(fitting) };
  const same = meant.explicit ? [] : forOthers(best.ask, meant);
  const others = fitting
    .filter(({ ask, weight }) => 2 * weight >= best.weight && !isOverview(ask))
    .map(({ ask }) => ask);
  const [, ...more] = distinct([best.ask, ...same, ...others]);
  return {
    kind: 'command',
    ask: best.ask,
    others: more.slice(0, MOST - 1),
    faq,
    skills: meant.skills,
    courses: meant.courses,
    ...(meant.stranger === undefined ? {} : { stranger: meant.stranger }),
    ...(best.ask.command === 'compare' ? { beyond: meant.roles.slice(MOST) } : {}),
  };
}

/** What a command answers better, with every source there is; only the very same question is left to one source. */
const BETTER = new Set(['course', 'salary', 'skills', 'plan', 'compare', 'pay']);

const OPINION = phrasesOf('important; necessary; matter; required; worth; useful');

/** Whether the question that a source answers is the one that was asked. */
function isAnswered({ likeness, verbatim }: Answered, { scored: [wanted], around }: FoundIn): boolean {
  if (verbatim >= SAME) return true;
  // Whether something matters, a list of it does not say.
  if (likeness >= SAME && wanted?.intent.name === 'course' && weightOf(OPINION, around) > 0) return true;
  if (wanted !== undefined && wanted.weight >= STRONG && BETTER.has(wanted.intent.name)) return false;
  return likeness >= SAME || (likeness >= LIKE && (wanted?.weight ?? 0) <= WEAK);
}

/** The readings that are nearly as likely as the best. */
function tied(fitting: readonly Fitting[]): Ask[] {
  const least = (fitting[0]?.weight ?? 0) * 0.75;
  const likely = fitting.filter(({ ask, weight }) => weight >= least && !isOverview(ask));
  return distinct(likely.map(({ ask }) => ask)).slice(0, MOST);
}

/** Whether two things are asked for by name: "interview and résumé". One that only says more of the other is no second. */
function isAsLikely(best: Fitting, second: Fitting): boolean {
  if (second.weight < best.weight || best.weight < STRONG) return false;
  const said = Object.entries(second.ask.values);
  const isPart =
    second.ask.command === best.ask.command && said.every(([name, value]) => best.ask.values[name] === value);
  return !isPart;
}

/** What every answer about a role has a button for already. */
function isOverview({ command, values }: Ask): boolean {
  return command === 'help' || (command === 'role' && values.section === undefined);
}

interface Fitting {
  readonly ask: Ask;
  readonly weight: number;
}

/** How much less a command counts that would have nothing to say. */
const EMPTY = 3;

/** The commands that the words may mean, best first. */
function readingsOf({ scored, meant }: FoundIn, knowledge: KnowledgeBase): Fitting[] {
  return scored
    .flatMap(({ intent, weight }) => {
      const ask = intent.ask(meant);
      return ask === undefined ? [] : [{ ask, weight: isEmpty(ask, knowledge) ? weight / EMPTY : weight }];
    })
    .sort((a, b) => b.weight - a.weight);
}

function isEmpty({ values }: Ask, knowledge: KnowledgeBase): boolean {
  const name = SECTION_NAMES.find((each) => each === values.section);
  const role = knowledge.roles.get(values.role ?? '');
  return name !== undefined && role !== undefined && roleSections[name].build(role, knowledge).length === 0;
}

/** The same question about what else is named: none of it goes unanswered. */
function forOthers({ command, values }: Ask, { roles, subjects }: Meant): Ask[] {
  const [option] = ['role', 'from', 'about'].filter((name) => roles.includes(values[name] ?? ''));
  if (option === undefined) {
    const more = command === 'course' ? subjects.filter((subject) => subject !== values.about) : [];
    return more.map((subject) => askOf(command, { ...values, about: subject }));
  }
  if (Object.values(values).filter((value) => roles.includes(value)).length !== 1) return [];
  return roles
    .filter((role) => role !== values[option])
    .map((role) => askOf(command, { ...values, [option]: role }));
}

/** More words than this that I do not know are no name. */
const MOST_UNKNOWN = 3;

/**
 * A question about a role that names none: about a course or a skill, where one is named; about a role that is only
 * nearly named, which the command itself then asks back; else the role is asked for.
 */
function unnamed(about: NonNullable<Intent['about']>, found: FoundIn, knowledge: KnowledgeBase): Reading {
  const { command, option, values } = about;
  const { rest, question, meant, faq } = found;
  if (faq !== undefined && faq.likeness >= LIKE && !BETTER.has(command))
    return { kind: 'answered', faq, others: [] };
  const isPlain = command === 'role' && Object.keys(values).length === 0;
  const subject = isPlain ? aboutSubject(found) : undefined;
  if (subject !== undefined) return subject;
  // A course that is named is asked about, whatever is asked.
  if (found.mentions.some(({ role, course }) => role === undefined && course !== undefined))
    return aboutSubject(found) ?? { kind: 'whom', about, skill: undefined };
  const words = meant.subjects[0] ?? (about.option === 'role' && command === 'roadmap' ? found.last : rest);
  const [skill] = meant.skills;
  const family = familyIn(found.around, knowledge);
  if (words === '') return { kind: 'whom', about, skill, ...(family && { family }) };
  const { kind } = knowledge.roles.find(words).match;
  const isUnknown = kind === 'none';
  const isHinted = (found.scored[0]?.weight ?? 0) <= WEAK;
  // A skill that is near to the name of a role is still a skill.
  if (kind !== 'exact' && command !== 'course' && skill !== undefined) return { kind: 'whom', about, skill };
  if (isUnknown && (isPlain || isHinted || words.split(' ').length > MOST_UNKNOWN))
    return { kind: 'name', words: question };
  return certain(askOf(command, { [option]: words, ...values }));
}

/** Names without a question: what there is to say of them. */
function unasked(found: FoundIn, knowledge: KnowledgeBase): Reading {
  const { roles, from, to } = found.meant;
  const [first, second, third] = roles;
  if (first === undefined) return aboutSubject(found) ?? { kind: 'name', words: found.question };
  const whole = knowledge.roles.find(found.question).match.kind;
  const isName = (whole === 'exact' || whole === 'close') && found.around.length < MOST_UNKNOWN;
  if (second === undefined) return isName ? { kind: 'name', words: found.question } : unsure(found, first);
  const named = roles.slice(0, MOST).map((id, at) => [ORDER[at] ?? '', id] as const);
  const compare = askOf('compare', Object.fromEntries(named));
  if (third !== undefined) return { ...certain(compare), beyond: roles.slice(MOST) };
  const moves = [askOf('transition', { from, to }), askOf('transition', { from: to, to: from })];
  return { kind: 'which', readings: [...moves.slice(0, 1), compare, ...moves.slice(1)] };
}

/** More words than this, of which I know the role alone, ask something that I do not see. */
const FEW = 4;

/** A role, and words around it that tell me nothing: what there is to ask of it, unless it is known that nothing is said of it. */
function unsure({ question, around, rest }: FoundIn, role = ''): Reading {
  const overview = askOf('role', { role });
  if (topicSaid(question) !== undefined || (rest === '' && around.length < FEW)) return certain(overview);
  const week = askOf('role', { role, section: 'week' });
  return { kind: 'which', readings: [overview, week, askOf('salary', { role }), askOf('skills', { role })] };
}

const ORDER = ['first', 'second', 'third', 'fourth'] as const;

/** A skill or a course by its name. */
function aboutSubject({ meant, mentions }: FoundIn): Reading | undefined {
  const { roles, courses, skills } = meant;
  // None of several certificates goes unanswered.
  if (roles.length + skills.length === 0 && courses.length > 1)
    return { kind: 'certificates', courses: courses.slice(0, MOST), role: undefined };
  const isNamed = mentions.some(
    ({ role, skill, course }) => role === undefined && (skill ?? course) !== undefined,
  );
  return isNamed && meant.subject !== undefined
    ? certain(askOf('course', { about: meant.subject }))
    : undefined;
}

function certain(ask: Ask): Extract<Reading, { kind: 'command' }> {
  return { kind: 'command', ask, others: [], faq: undefined };
}

function distinct(asks: readonly Ask[]): Ask[] {
  return [...new Map(asks.map((ask) => [JSON.stringify(ask), ask])).values()];
}

import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Ask } from '../../src/reply.ts';
import { askOf } from '../name.ts';
import { SECTION_NAMES, sections } from '../role/sections.ts';
import type { Answered } from './faq.ts';
import { answeredLike } from './faq.ts';
import type { Intent } from './intents.ts';
import { INTENTS, VOCABULARY } from './intents.ts';
import type { Meant } from './meant.ts';
import { meantBy } from './meant.ts';
import type { Mention } from './mentions.ts';
import { mentionsIn, searchedRoles } from './mentions.ts';
import { ORDINARY } from './ordinary.ts';
import { phrasesOf, plainWords, weightOf } from './phrases.ts';
import { wordsOf } from './tokens.ts';

/** What a question in plain words was taken for. */
export type Reading =
  /** A command with its values, and what else may have been meant. */
  | {
      readonly kind: 'command';
      readonly ask: Ask;
      readonly others: readonly Ask[];
      readonly faq: Answered | undefined;
    }
  | { readonly kind: 'answered'; readonly faq: Answered; readonly others: readonly Ask[] }
  /** Two to four commands, none likelier than another. */
  | { readonly kind: 'which'; readonly readings: readonly Ask[] }
  /** A question about a role that it does not name. */
  | { readonly kind: 'whom'; readonly about: NonNullable<Intent['about']> }
  /** A name and nothing else, to be answered as a role. */
  | { readonly kind: 'name'; readonly words: string };

/** As many readings as are offered. */
const MOST = 4;

/** Reads a question by names and phrases alone: the same words on the same knowledge give the same reading. */
export function readQuestion(question: string, knowledge: KnowledgeBase): Reading {
  const words = wordsOf(question);
  const plain = plainWords(words, VOCABULARY);
  const mentions = allMentions(words, plain, knowledge);
  const isNamed = (at: number) =>
    mentions.some((mention) => at >= mention.at && at < mention.at + mention.length);
  const rest = words.filter((word, at) => !isNamed(at) && !isExplained(word, plain[at])).join(' ');
  const meant = meantBy(question, words, mentions, rest);
  // What stands on both sides of a name belongs together: "find … jobs".
  const around = plain.filter((_, at) => !isNamed(at));
  const scored = INTENTS.map((intent) => ({ intent, weight: weigh(intent, around, meant) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const faq = answeredLike(words, meant.roles, knowledge);
  return choose(scored, meant, faq, { question, rest, mentions, knowledge });
}

function isExplained(word: string, plain: string | undefined): boolean {
  return ORDINARY.has(word.toLowerCase()) || (plain !== undefined && VOCABULARY.has(plain));
}

/** Names that stand there, and, among what nothing else explains, roles that are misspelt. */
function allMentions(
  words: readonly string[],
  plain: readonly string[],
  knowledge: KnowledgeBase,
): readonly Mention[] {
  const named = mentionsIn(words, knowledge, VOCABULARY);
  const isNamed = (at: number) =>
    named.some((mention) => at >= mention.at && at < mention.at + mention.length);
  const searched = searchedRoles(
    words,
    (at) => isNamed(at) || isExplained(words[at] ?? '', plain[at]),
    knowledge,
  );
  return [...named, ...searched].sort((a, b) => a.at - b.at);
}

function weigh(intent: Intent, words: readonly string[], meant: Meant): number {
  const said = weightOf(intent.phrases, words);
  return said + hint(intent.name, said, words, meant);
}

const BECOMING = phrasesOf('become; how do i become; how to become; get to; reach; to be; year');

/** What is asked of two roles in one breath to have it side by side. */
const COMPARABLE = phrasesOf('salary; pay; paid; earn; make; skill; wage; difference');

/** What figures and names say of an intent besides its phrases. */
function hint(name: string, said: number, words: readonly string[], meant: Meant): number {
  const { amounts, roles, skills, cost, level, explicit, ranked } = meant;
  switch (name) {
    case 'plan':
      if (amounts.hoursPerWeek !== undefined) return 20;
      return amounts.budget === undefined ? (explicit && skills.length > 0 ? 6 : 0) : 10;
    case 'course':
      return (
        [amounts.hours, cost, level].filter((each) => each !== undefined).length * 2 +
        (roles.length === 0 && skills.length > 0 ? 1 : 0)
      );
    case 'transition':
      return roles.length === 2 && explicit ? 8 : 0;
    // That two roles are named says that they are compared only where something is asked of them.
    case 'compare':
      return roles.length > 1 && !explicit && said + weightOf(COMPARABLE, words) > 0 ? 6 : 0;
    // "become a senior data scientist" asks for the way up.
    case 'ladder':
      return ranked && weightOf(BECOMING, words) > 0 ? 8 : 0;
    default:
      return 0;
  }
}

interface Rest {
  readonly knowledge: KnowledgeBase;
  readonly question: string;
  readonly rest: string;
  readonly mentions: readonly Mention[];
}

interface Scored {
  readonly intent: Intent;
  readonly weight: number;
}

function choose(scored: readonly Scored[], meant: Meant, faq: Answered | undefined, rest: Rest): Reading {
  const fitting = readingsOf(scored, meant, rest.knowledge);
  const [best] = fitting;
  const asks = distinct(fitting.map(({ ask }) => ask));
  const isFaq =
    faq !== undefined &&
    (faq.likeness >= SAME || best === undefined || (faq.likeness >= LIKE && best.weight <= WEAK));
  if (isFaq) return { kind: 'answered', faq, others: asks.slice(0, MOST - 1) };
  const [wanted] = scored;
  const whom = wanted?.intent.about;
  const isBest = best === undefined || best.weight < (wanted?.weight ?? 0);
  if (whom !== undefined && meant.role === undefined && isBest)
    return rest.rest === '' || best !== undefined ? { kind: 'whom', about: whom } : withWords(whom, rest);
  const [ask, ...others] = asks;
  if (best === undefined || ask === undefined) return unasked(meant, rest);
  const [, second] = fitting;
  if (second !== undefined && second.weight === best.weight && best.weight >= STRONG && asks.length > 1)
    return { kind: 'which', readings: asks.slice(0, MOST) };
  const same = meant.explicit ? [] : forOtherRoles(ask, meant.roles);
  return { kind: 'command', ask, others: distinct([...same, ...others]).slice(0, MOST - 1), faq };
}

/** Two words as strong as this ask for two things. */
const STRONG = 4;

interface Fitting {
  readonly ask: Ask;
  readonly weight: number;
}

/** The commands that the words may mean, best first; one that would have nothing to say comes after those that have. */
function readingsOf(scored: readonly Scored[], meant: Meant, knowledge: KnowledgeBase): Fitting[] {
  return scored
    .flatMap(({ intent, weight }) => {
      const ask = intent.ask(meant);
      return ask === undefined ? [] : [{ ask, weight: isEmpty(ask, knowledge) ? weight / EMPTY : weight }];
    })
    .sort((a, b) => b.weight - a.weight);
}

const EMPTY = 3;

function isEmpty({ values }: Ask, knowledge: KnowledgeBase): boolean {
  const name = SECTION_NAMES.find((each) => each === values.section);
  const role = knowledge.roles.get(values.role ?? '');
  return name !== undefined && role !== undefined && sections[name].pieces(role, knowledge).length === 0;
}

/** The same question about the other roles named: none of them goes unanswered. */
function forOtherRoles({ command, values }: Ask, roles: readonly string[]): Ask[] {
  const [option] = ['role', 'from', 'about'].filter((name) => roles.includes(values[name] ?? ''));
  const single = Object.values(values).filter((value) => roles.includes(value)).length === 1;
  if (option === undefined || !single) return [];
  return roles
    .filter((role) => role !== values[option])
    .map((role) => askOf(command, { ...values, [option]: role }));
}

/** As good as the same question. */
const SAME = 0.8;
/** Alike enough where only single words speak for a command. */
const LIKE = 0.6;
const WEAK = 2;

/** A role that is only nearly named, or none: the command itself asks which was meant, or says that it knows none such. */
function withWords(
  { command, option, values }: NonNullable<Intent['about']>,
  { question, rest, knowledge }: Rest,
): Reading {
  const isUnknown = knowledge.roles.find(rest).match.kind === 'none';
  const isVague = command === 'role' && Object.keys(values).length === 0;
  if (isUnknown && (isVague || rest.split(' ').length > MOST_UNKNOWN))
    return { kind: 'name', words: question };
  return { kind: 'command', ask: askOf(command, { [option]: rest, ...values }), others: [], faq: undefined };
}

/** More words than this that I do not know are no name. */
const MOST_UNKNOWN = 3;

/** Names without a question: what there is to say of them. */
function unasked({ roles, from, to, subject }: Meant, { question, mentions }: Rest): Reading {
  const [first, second, third] = roles;
  if (third !== undefined || (first !== undefined && second !== undefined)) {
    const compare = askOf(
      'compare',
      Object.fromEntries(roles.slice(0, MOST).map((id, at) => [ORDER[at] ?? '', id])),
    );
    if (third !== undefined) return { kind: 'command', ask: compare, others: [], faq: undefined };
    return {
      kind: 'which',
      readings: [askOf('transition', { from, to }), compare, askOf('transition', { from: to, to: from })],
    };
  }
  const taught = mentions.some(({ skill, course }) => skill !== undefined || course !== undefined);
  if (first === undefined && taught && subject !== undefined)
    return { kind: 'command', ask: askOf('course', { about: subject }), others: [], faq: undefined };
  return { kind: 'name', words: question };
}

const ORDER = ['first', 'second', 'third', 'fourth'] as const;

function distinct(asks: readonly Ask[]): Ask[] {
  return [...new Map(asks.map((ask) => [JSON.stringify(ask), ask])).values()];
}

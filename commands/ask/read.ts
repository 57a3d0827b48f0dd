import type { KnowledgeBase } from '../../knowledge/index.ts';
import { broadly } from './broad.ts';
import type { Reading } from './reading.ts';
import { choose } from './choose.ts';
import type { Either } from './either.ts';
import { eitherOf } from './either.ts';
import { answeredLike } from './faq.ts';
import { INTENTS, VOCABULARY } from './intents.ts';
import { meantBy } from './meant.ts';
import type { Mention } from './mentions.ts';
import { mentionsIn, searchedRoles, titleWords, withShort } from './mentions.ts';
import { onwardOf } from './onward.ts';
import { ORDINARY } from './ordinary.ts';
import { phrasesOf, plainWords, says } from './phrases.ts';
import { wordsOf } from './tokens.ts';
import { weigh } from './weigh.ts';

/**
 * Reads a question by names and phrases alone: the same words on the same knowledge give the same reading. Names are
 * looked up, what nothing explains is searched for; then every intent is weighed and the weightiest one is meant.
 */
export function readQuestion(question: string, knowledge: KnowledgeBase): Reading {
  const words = wordsOf(question);
  const plain = plainWords(words, VOCABULARY, titleWords(knowledge));
  const mentions = allMentions(words, plain, knowledge);
  const isNamed = (at: number) => mentions.some((mention) => holds(mention, at));
  const unknown = words.map((word, at) => !isNamed(at) && !isExplained(word, plain[at]));
  const rest = words.filter((_, at) => unknown[at]).join(' ');
  const end = unknown.lastIndexOf(true) + 1;
  const last = words.slice(unknown.lastIndexOf(false, end - 1) + 1, end).join(' ');
  const stranger = strangerAmong(words, plain, (at) => unknown[at] === true);
  const meant = meantBy({ question, words, plain, found: mentions, rest, stranger });
  // What stands on both sides of a name belongs together: "find … jobs".
  const around = plain.filter((_, at) => !isNamed(at));
  const onward = onwardOf(around, meant, knowledge);
  if (onward !== undefined) return onward;
  const broad = broadly(around, plain, meant, knowledge);
  if (broad !== undefined) return broad;
  const either = meant.roles.length < 2 ? eitherOf(words, knowledge) : undefined;
  if (either !== undefined) return readingOf(either);
  const scored = INTENTS.map((intent) => ({ intent, weight: weigh(intent, around, meant) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  // "The easiest job" asks about all of them, not about the one that a source answers for.
  const isOfAll = meant.roles.length === 0 && says(OF_ALL, around);
  const faq = isOfAll ? undefined : answeredLike(words, meant.roles, knowledge);
  return choose({ question, rest, last, mentions, meant, around, scored, faq }, knowledge);
}

/** Where "or" stands between two names: what is asked of both, or which of two things is meant. */
function readingOf({ asks, stranger }: Either): Reading {
  const [only, another] = asks;
  if (only === undefined || another !== undefined) return { kind: 'which', readings: asks };
  return { kind: 'command', ask: only, others: [], faq: undefined, ...(stranger && { stranger }) };
}

const OF_ALL = phrasesOf('easiest; hardest; fastest; quickest; which job; what job; which role; what role');

/** A figure is no name. */
const FIGURE = /^[$£€]?\d[\d.,+*=-]*(?:k|h|hr|hrs|x|%)?$/i;

function isExplained(word: string, plain: string | undefined): boolean {
  if (ORDINARY.has(word.toLowerCase()) || FIGURE.test(word)) return true;
  return plain !== undefined && (VOCABULARY.has(plain) || ORDINARY.has(plain));
}

/** Words before a name of what somebody is or wants to be. */
const NAMING = new Set([
  'from',
  'to',
  'into',
  'as',
  'a',
  'an',
  'im',
  'become',
  'becoming',
  'be',
  'ex',
  'former',
]);
/** As many words as such a name has at most. */
const LONGEST = 3;

/** What somebody is, or wants to be, that is no role I know: "marketing" in "from marketing to ux design". */
function strangerAmong(
  words: readonly string[],
  plain: readonly string[],
  unknown: (at: number) => boolean,
): string | undefined {
  const endOf = (start: number) => {
    const end = words.findIndex((_, i) => i > start && !unknown(i));
    return Math.min(end === -1 ? words.length : end, start + LONGEST);
  };
  const at = words.findIndex(
    (_, i) => unknown(i) && (NAMING.has(plain[i - 1] ?? '') || (i === 0 && plain[endOf(0)] === 'to')),
  );
  return at === -1 ? undefined : words.slice(at, endOf(at)).join(' ');
}

function holds({ at, length }: Mention, place: number): boolean {
  return place >= at && place < at + length;
}

/** Names that stand there, and, among what nothing else explains, roles that are misspelt or said in other words. */
function allMentions(
  words: readonly string[],
  plain: readonly string[],
  knowledge: KnowledgeBase,
): readonly Mention[] {
  const named = withShort(mentionsIn(words, knowledge, VOCABULARY), words, knowledge, VOCABULARY);
  // The name of a skill may be part of a role's, as in "pen testing".
  const firm = named.filter(
    ({ role, course, length }) => role !== undefined || course !== undefined || length > 1,
  );
  const isFirm = (at: number) => firm.some((mention) => holds(mention, at));
  const searched = searchedRoles(
    words,
    (at) => isFirm(at) || isExplained(words[at] ?? '', plain[at]),
    (at) => named.some((mention) => holds(mention, at)),
    knowledge,
  ).filter(
    ({ at, length }) => !firm.some((mention) => mention.at < at + length && at < mention.at + mention.length),
  );
  const kept = named.filter(({ at }) => !searched.some((mention) => holds(mention, at)));
  return [...kept, ...searched].sort((a, b) => a.at - b.at);
}

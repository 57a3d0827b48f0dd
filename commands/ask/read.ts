import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Reading } from './choose.ts';
import { choose } from './choose.ts';
import { answeredLike } from './faq.ts';
import { INTENTS, VOCABULARY } from './intents.ts';
import { meantBy } from './meant.ts';
import type { Mention } from './mentions.ts';
import { mentionsIn, searchedRoles } from './mentions.ts';
import { ORDINARY } from './ordinary.ts';
import { plainWords } from './phrases.ts';
import { wordsOf } from './tokens.ts';
import { weigh } from './weigh.ts';

/**
 * Reads a question by names and phrases alone: the same words on the same knowledge give the same reading. Names are
 * looked up, what nothing explains is searched for; then every intent is weighed and the weightiest one is meant.
 */
export function readQuestion(question: string, knowledge: KnowledgeBase): Reading {
  const words = wordsOf(question);
  const plain = plainWords(words, VOCABULARY);
  const mentions = allMentions(words, plain, knowledge);
  const isNamed = (at: number) => mentions.some((mention) => holds(mention, at));
  const rest = words.filter((word, at) => !isNamed(at) && !isExplained(word, plain[at])).join(' ');
  const meant = meantBy(question, words, mentions, rest);
  // What stands on both sides of a name belongs together: "find … jobs".
  const around = plain.filter((_, at) => !isNamed(at));
  const scored = INTENTS.map((intent) => ({ intent, weight: weigh(intent, around, meant) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const faq = answeredLike(words, meant.roles, knowledge);
  return choose({ question, rest, mentions, meant, scored, faq }, knowledge);
}

function isExplained(word: string, plain: string | undefined): boolean {
  return ORDINARY.has(word.toLowerCase()) || (plain !== undefined && VOCABULARY.has(plain));
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
  const named = mentionsIn(words, knowledge, VOCABULARY);
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

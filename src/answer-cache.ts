import { LRUCache } from 'lru-cache';
import type { Command, CommandContext } from './command.ts';
import type { ReadValues } from './parse.ts';
import type { Answered } from './provenance.ts';

/** Answers as they were given, to be given again: the same question on the same knowledge and day has the same answer. */
export interface AnswerCache {
  get(question: Question | undefined): Answered | undefined;
  set(question: Question | undefined, answered: Answered): void;
}

/** A question whose answer depends on nothing but its words, the knowledge and the day. */
export interface Question {
  readonly words: string;
  /** Which knowledge on which day: an answer says when a source is overdue for review. */
  readonly edition: string;
}

/** As many answers, and as many nodes of them, as are cache: some 10 MB at most. */
const MOST = { max: 500, maxSize: 10_000 };
/** Longer questions are hardly asked twice. */
const LONGEST = 300;
const DAY = 86_400_000;

/** Keeps answers of one edition, those asked for last; a new edition forgets them all. */
export function createAnswerCache(): AnswerCache {
  const cache = new LRUCache<string, Answered>({
    ...MOST,
    sizeCalculation: ({ reply }) => reply.body.length + 1,
  });
  let edition = '';
  const open = (question: Question): LRUCache<string, Answered> => {
    if (question.edition !== edition) cache.clear();
    edition = question.edition;
    return cache;
  };
  return {
    get: (question) => (question === undefined ? undefined : open(question).get(question.words)),
    set: (question, answered) => {
      if (question !== undefined) open(question).set(question.words, answered);
    },
  };
}

/**
 * The question of values as they were read, however they came: as one line or value by value. Undefined where its answer
 * may differ from one time to the next.
 */
export function questionOf(
  command: Command,
  { raw, page }: Pick<ReadValues, 'raw' | 'page'>,
  { knowledge, now }: CommandContext,
): Question | undefined {
  if (command.cacheable !== true) return undefined;
  const words = JSON.stringify([command.name, raw, page]);
  if (words.length > LONGEST) return undefined;
  return { words, edition: `${knowledge.version} ${Math.floor(now / DAY)}` };
}

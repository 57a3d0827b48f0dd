import type { Meant } from './meant.ts';
import type { Mention } from './mentions.ts';
import { RANKS } from './ordinary.ts';

const COMING = new Set([
  'from',
  'as',
  'am',
  "i'm",
  'im',
  'currently',
  'being',
  'was',
  'ex',
  'leave',
  'leaving',
  'after',
  'former',
]);
const GOING = new Set(['to', 'into', 'become', 'becoming', 'be', 'toward', 'towards', '->', '→', 'in']);

/** How far before a name the word stands that says whether it is where one comes from or goes. */
const REACH = 4;

/** Which of two roles is the start: as the words before them say, else in the order in which they stand. */
export function direction(
  words: readonly string[],
  named: readonly Mention[],
): Pick<Meant, 'from' | 'to' | 'explicit'> {
  const distinct = named.filter(({ role }, at) => named.findIndex((each) => each.role === role) === at);
  const [first, second] = distinct;
  const [one, two] = [first?.role?.id, second?.role?.id];
  if (first === undefined || second === undefined) {
    const coming = first !== undefined && signBefore(words, first.at, 0) === 'from';
    return { from: coming ? one : undefined, to: coming ? undefined : one, explicit: coming };
  }
  const sign = signBefore(words, first.at, 0);
  const between = words.slice(first.at + first.length, second.at).join(' ');
  const other = STEP.test(between) ? 'from' : signBefore(words, second.at, first.at + first.length);
  const turned = sign !== 'from' && (other === 'from' || (sign === 'to' && other !== 'to'));
  const explicit = sign === 'from' || other !== undefined;
  return turned ? { from: two, to: one, explicit } : { from: one, to: two, explicit };
}

/** "Is devops a good next step for a backend developer": the second is where one comes from. */
const STEP = /\bnext\b.*\b(?:for|after)\b/i;

/** Words that may stand between a name and the one that says the way. */
const BESIDE = new Set(['a', 'an', 'the', 'my', 'being', 'be', 'as', 'job', 'role', 'work', 'of', ...RANKS]);
const LEAVING = new Set(['from', 'after', 'leave', 'leaving', 'beyond', 'quit', 'quitting', 'former', 'ex']);
const AIMING = new Set(['to', 'into', 'toward', 'towards', 'become', 'becoming']);

/** Whether the words right before the only role say that it is left or aimed at. */
export function wayBefore(words: readonly string[], at: number): Meant['way'] {
  // "Where can ml engineers move to".
  if (at < words.length - 1 && ['to', 'into'].includes(words.at(-1) ?? '')) return 'out';
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = (words[i] ?? '').toLowerCase();
    if (isWantedFrom(words, i)) return undefined;
    if (LEAVING.has(word) || isDeepIn(words, i)) return 'out';
    if (AIMING.has(word)) return 'in';
    if (!BESIDE.has(word)) return undefined;
  }
  return undefined;
}

/** "What do managers want from a data scientist" is no way from it. */
function isWantedFrom(words: readonly string[], at: number): boolean {
  return (
    words[at]?.toLowerCase() === 'from' &&
    /^(?:want|wants|expect|expects|expected|ask|need)$/i.test(words[at - 1] ?? '')
  );
}

/** "Three years into QA" is where somebody is. */
function isDeepIn(words: readonly string[], at: number): boolean {
  return words[at]?.toLowerCase() === 'into' && /^(?:years?|yrs?|months?)$/i.test(words[at - 1] ?? '');
}

/** The nearest such word before a name, at most `REACH` words away. */
function signBefore(words: readonly string[], at: number, start: number): 'from' | 'to' | undefined {
  for (let i = at - 1; i >= Math.max(start, at - REACH); i -= 1) {
    const word = (words[i] ?? '').toLowerCase();
    if (isWantedFrom(words, i)) return undefined;
    if (COMING.has(word) || isDeepIn(words, i)) return 'from';
    if (GOING.has(word)) return 'to';
  }
  return undefined;
}

import type { Meant } from './meant.ts';

const FREE = new Set(['free', 'cost-free', 'gratis', 'unpaid']);
const LEVELS = new Map([
  ['beginner', 'beginner'],
  ['introductory', 'beginner'],
  ['introduction', 'beginner'],
  ['intro', 'beginner'],
  ['newbie', 'beginner'],
  ['noob', 'beginner'],
  ['novice', 'beginner'],
  ['starter', 'beginner'],
  ['dummy', 'beginner'],
  ['intermediate', 'intermediate'],
  ['advanced', 'advanced'],
  ['expert', 'advanced'],
] as const);

/** What is paid for, where it is not a person. */
const TAUGHT = new Set([
  'course',
  'class',
  'training',
  'bootcamp',
  'tutorial',
  'certification',
  'cert',
  'resource',
]);

/** Whether courses shall be free, or paid for. */
export function costIn(words: readonly string[]): Meant['cost'] {
  const said = words.join(' ');
  if (words.some((word) => FREE.has(word)) || /\b(?:without paying|no cost|for nothing)\b/.test(said))
    return 'free';
  return words.includes('paid') && words.some((word) => TAUGHT.has(word)) ? 'paid' : undefined;
}

const KINDS = new Map([
  ['book', 'book'],
  ['certification', 'certification'],
  ['certificate', 'certification'],
  ['cert', 'certification'],
  ['video', 'video'],
  ['youtube', 'video'],
] as const);

/** The kind that is asked for; undefined where none or several are. */
export function kindIn(words: readonly string[]): Meant['kind'] {
  const kinds = new Set([...KINDS].flatMap(([word, kind]) => (words.includes(word) ? [kind] : [])));
  const isMore = words.some((word) => word === 'course' || word === 'tutorial' || word === 'resource');
  const [only] = kinds;
  return kinds.size === 1 && !isMore ? only : undefined;
}

/** The level that courses shall have. */
export function levelIn(words: readonly string[]): Meant['level'] {
  for (const [word, level] of LEVELS) if (words.includes(word)) return level;
  return undefined;
}

import { normalise } from './normalise.ts';
import { FILLERS, SHORT_FORMS, STOPWORDS } from './words.ts';

/** The two halves of "AI Engineer (Artificial Intelligence Engineer)", normalised. Undefined for any other name. */
export function halvesOf(name: string): readonly [string, string] | undefined {
  if (!name.endsWith(')')) return undefined;
  const [, before, inside] = /^([^()]+)\(([^()]+)\)$/.exec(name) ?? [];
  if (before === undefined || inside === undefined) return undefined;
  const halves = [normalise(before), normalise(inside)] as const;
  return halves.every((half) => half.length > 1) ? halves : undefined;
}

/** Least share of its expansions that one must have before it is what the short form stands for. */
const LEAST_SHARE = 0.5;

/**
 * What short words stand for: the listed ones, and those that names with brackets teach. What the two halves of
 * "QA Tester (Quality Assurance Tester)" do not share gives `qa` = `quality assurance`, where the letters of the short
 * one come in that order in the long one.
 */
export function learnShortForms(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const seen = new Map<string, Map<string, number>>();
  for (const [a, b] of pairs) {
    const [short, long] = unshared(a.split(' '), b.split(' '));
    if (short === undefined || long === undefined || !abbreviates(short, long)) continue;
    const longs = seen.get(short) ?? new Map<string, number>();
    seen.set(short, longs);
    longs.set(long, (longs.get(long) ?? 0) + 1);
  }
  const forms = new Map(SHORT_FORMS);
  for (const [short, longs] of seen) {
    const total = [...longs.values()].reduce((sum, count) => sum + count, 0);
    const [long, count] = [...longs].reduce((best, next) => (next[1] > best[1] ? next : best));
    if (!forms.has(short) && count >= LEAST_SHARE * total) forms.set(short, long);
  }
  return forms;
}

/** What two names do not share at their ends: the shorter as one word, then the longer. */
function unshared(a: string[], b: string[]): [string | undefined, string | undefined] {
  while (a.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  const [short, long] = a.join('').length < b.join('').length ? [a, b] : [b, a];
  return short.length === 1 && long.length > 0 ? [short[0], long.join(' ')] : [undefined, undefined];
}

function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 8 || FILLERS.has(short) || STOPWORDS.has(short)) return false;
  if (short[0] !== long[0] || long.length < short.length + 2) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** The first letters of the words of a name, as a number: `data scientist` and `ds` share it. 0 for a single word. */
export function initialsOf(words: readonly string[]): number {
  return words.length < 2 ? 0 : lettersOf(words.map((word) => word[0] ?? '').join(''));
}

/** A few letters as a number. */
export function lettersOf(text: string): number {
  let out = text.length;
  for (let i = 0; i < text.length; i++) out = (Math.imul(out, 31) + text.charCodeAt(i)) | 0;
  return out;
}

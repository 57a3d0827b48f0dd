import { englishSentences, translationOf } from './catalogue.ts';
import { numeral } from './figures.ts';
import { inLanguage, language } from './language.ts';
import type { Values } from './say.ts';
import { say } from './say.ts';

/** A sentence that is written down, once for readers of every language: in English. `marked` is one of `message`. */
export function kept(marked: string, values?: Values): string {
  return inLanguage('en', () => say(marked, values));
}

/**
 * What was written down in English, such as a reason or an error, in the language of the reader; the sentences in it as
 * well. What the catalogue does not know stays as it is.
 */
export function sayAgain(written: string): string {
  const spoken = language();
  if (spoken === 'en') return written;
  if (/^\d+\.\d+$/.test(written)) return decimal(written);
  if (NAMES.test(written))
    return written.replaceAll(/[^",]+(?=")/g, (name) => translationOf(name, spoken) ?? name);
  const exact = translationOf(written, spoken);
  if (exact !== undefined && !exact.includes('{')) return exact;
  for (const { english, start, pattern } of patterns()) {
    const found = written.startsWith(start) ? pattern.exec(written) : null;
    if (found === null) continue;
    const parts = Object.entries(found.groups ?? {}).map(([name, part]) => [name, sayAgain(part)] as const);
    return say(english, Object.fromEntries(parts));
  }
  return written;
}

/** Names between quotation marks, with commas between them: permissions, say. */
const NAMES = /^"[^"]+"(?:, "[^"]+")*$/;

/** A figure with a point, as the reader's language writes it. */
function decimal(written: string): string {
  const digits = written.length - written.indexOf('.') - 1;
  return numeral(Number(written), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A sentence with placeholders, as what is found in a text that was made from it. */
interface Pattern {
  readonly english: string;
  /** The letters before the first placeholder. */
  readonly start: string;
  readonly pattern: RegExp;
}

/** With fewer letters of its own in a row, at its start or anywhere, a sentence might be found where another was written. */
const LETTERS = { first: 8, anywhere: 12 } as const;
let known: readonly Pattern[] | undefined;

/** The sentences that can be found again, those with most letters of their own first. */
function patterns(): readonly Pattern[] {
  known ??= englishSentences()
    .map((english) => ({ english, parts: english.split(/\{(\w+)\}/) }))
    .filter(({ parts }) => parts.length > 1 && isTelling(parts))
    .toSorted((a, b) => own(b.parts) - own(a.parts))
    .map(({ english, parts }) => ({ english, start: parts[0] ?? '', pattern: patternOf(parts) }));
  return known;
}

/** Letters and names take turns, as `split` gives them. Messages with plurals and the like are not found. */
function isTelling(parts: readonly string[]): boolean {
  if (parts.some((part) => /[{}]/.test(part))) return false;
  const longest = Math.max(...parts.filter((_, at) => at % 2 === 0).map(({ length }) => length));
  return (parts[0] ?? '').length >= LETTERS.first || longest >= LETTERS.anywhere;
}

function own(parts: readonly string[]): number {
  return parts.filter((_, at) => at % 2 === 0).join('').length;
}

/** A name that comes again stands for the same words. */
function patternOf(parts: readonly string[]): RegExp {
  const seen = new Set<string>();
  const source = parts.map((part, at) => {
    if (at % 2 === 0) return RegExp.escape(part);
    if (seen.has(part)) return `\\k<${part}>`;
    seen.add(part);
    return `(?<${part}>.*?)`;
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

import { withoutGenders } from './inflection.ts';
import { AROUND, ASIDES, PERSONS, PURPOSES } from './language.ts';
import { normalise } from './normalise.ts';

/** A word of what was typed. */
export interface Token {
  readonly word: string;
  /** The part it stands in, where commas, brackets, dashes and the like part a title from what else a vacancy says. */
  readonly part: number;
  /** Whether it was typed in capitals. */
  readonly capitals: boolean;
}

/** Signs that part a title from what stands beside it. A hyphen between letters, `C#` and `CI/CD` are no such signs. */
const PARTING = /[|,;()[\]{}•·!?\n–—]+|(?:^|\s)[-#/@:]+|:(?=\s)|\s@\s?/u;

/** The words of a text with where they stand. */
export function tokensOf(text: string): Token[] {
  return withoutGenders(text)
    .split(PARTING)
    .flatMap((piece, part) =>
      piece.split(/\s+/).flatMap((raw) =>
        normalise(raw)
          .split(' ')
          .filter((word) => word !== '')
          .map((word) => ({ word, part, capitals: /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(raw) })),
      ),
    );
}

/** Whether a word beside a name is no part of it: a rank, a word of a vacancy or of a question, a number. */
function isAround(word: string): boolean {
  return AROUND.has(word) || /^\d+[a-z]{0,3}$/.test(word);
}

/** Whether a word stands for whoever does the work: "devops guy". */
export function isPerson(word: string): boolean {
  return PERSONS.has(word);
}

/** Words `from` to `to` of a text as a name, and the words beside it that may belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  /** Words of the same part that are neither around a name nor an aside after it, and such words of other parts. */
  readonly beside: readonly string[];
  readonly elsewhere: readonly string[];
}

/** The names that a text may hold, longest first, and of these the first: each within one part. */
export function* spansOf(tokens: readonly Token[]): Generator<Span> {
  for (let size = tokens.length; size > 0; size--)
    for (let from = 0; from + size <= tokens.length; from++) {
      const to = from + size;
      if (tokens[from]?.part !== tokens[to - 1]?.part) continue;
      const words = tokens.slice(from, to).map(({ word }) => word);
      if (words.every(isAround)) continue;
      yield { from, to, words, ...besides(tokens, from, to) };
    }
}

function besides(tokens: readonly Token[], from: number, to: number): Pick<Span, 'beside' | 'elsewhere'> {
  const part = tokens[from]?.part;
  const beside: string[] = [];
  const elsewhere: string[] = [];
  let aside = false;
  tokens.forEach(({ word, part: its }, at) => {
    if (at >= from && at < to) return;
    const ends = at === tokens.length - 1;
    aside ||= at >= to && !ends && its === part && begins(word, to - from);
    // What ends a text begins nothing: "security cons" is cut short.
    if (aside ? its === part : isAround(word) && !(ends && begins(word, 2))) return;
    (its === part ? beside : elsewhere).push(word);
  });
  return { beside, elsewhere: elsewhere.filter((word) => !isAround(word)) };
}

/** Whether a word begins an aside after a name of so many words: a tester for mattresses is no tester. */
function begins(word: string, words: number): boolean {
  return ASIDES.has(word) || (words > 1 && PURPOSES.has(word));
}

/** What is left of a text without all that stands around a name; the first part that says anything. */
export function coreOf(tokens: readonly Token[]): string[] {
  const part = tokens.find(({ word }) => !isAround(word))?.part;
  const own = tokens.filter((token) => token.part === part).map(({ word }) => word);
  return own.filter((word, at) => !isAround(word) || (at === own.length - 1 && begins(word, 2)));
}

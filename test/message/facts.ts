import type { KnowledgeBase } from '../../knowledge/index.ts';

/** Tells of the words of a line which are none of the knowledge's: those are ours, and should be said in each language. */
export type Ours = (line: string) => string[];

/** So many words in a row that stand in a fact are quoted from it. */
const QUOTE = 3;

/**
 * Facts are titles, names, sentences and ids of the knowledge, and what is `typed`: names and examples of commands.
 * Addresses, places in files and `name:value` are left out.
 */
export function oursIn(knowledge: KnowledgeBase, typed: readonly string[]): Ours {
  const names = new Set<string>();
  const quotes = new Set<string>();
  for (const fact of [...factsIn(knowledge), ...typed]) {
    const words = wordsOf(fact);
    if (words.length <= QUOTE) names.add(words.join(' '));
    for (const run of runsOf(words, QUOTE)) quotes.add(run.join(' '));
  }
  const isFact = (run: readonly string[]) =>
    (run.length === QUOTE && quotes.has(run.join(' '))) || names.has(run.join(' '));
  const known = new Map<string, string[]>();
  const find = (line: string) => {
    const words = wordsOf(withoutTyped(line));
    const covered = new Set<number>();
    for (const length of [1, 2, QUOTE])
      for (const [at, run] of runsOf(words, length).entries())
        if (isFact(run)) for (const n of run.keys()) covered.add(at + n);
    return words.filter((word, at) => !covered.has(at) && /\p{L}{2}/u.test(word));
  };
  return (line) => {
    const left = known.get(line) ?? find(line);
    known.set(line, left);
    return left;
  };
}

/** What the knowledge says in its own words, guides and advice in every language that they stand in. */
export function factsIn(knowledge: KnowledgeBase): string[] {
  const { roles, courses, skills, sources, transitions, prompts } = knowledge;
  const own = (['guide', 'background', 'topic'] as const).flatMap((kind) => knowledge.of(kind).all);
  return stringsOf([
    roles.all,
    courses.all,
    skills.all,
    [...sources.values()],
    transitions.all,
    prompts,
    own,
  ]);
}

function withoutTyped(line: string): string {
  return line.replace(/https?:\/\/\S+|\S+\.(?:yaml|jsonl)(?::\d+)?|(?<!\S)\/[a-z].*$|\b[a-z-]+:\S+/g, ' ');
}

function runsOf(words: readonly string[], length: number): string[][] {
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Every string anywhere in a value, also the names of its keys. */
function stringsOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const inner: unknown[] = value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value);
  return inner.flatMap((each) => stringsOf(each, seen));
}

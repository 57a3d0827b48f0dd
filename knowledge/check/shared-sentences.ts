import type { Finding } from '../finding.ts';
import type { RoleFile } from '../kinds/role.ts';
import { type Entry, findingAt, type Origin } from '../load/entry.ts';
import type { PackContents } from '../load/read-packs.ts';
import type { FieldPath } from '../load/source-position.ts';
import { isRecord } from '../record.ts';

/** Shorter sentences, such as "Ask why.", are anybody's. */
const LEAST_WORDS = 6;
/** What stands for the name of a role, so that a sentence is the same whichever role it is said of. */
const MASK = '·';

/** A sentence of a guide or a prompt, and where it stands. */
interface Sentence {
  /** The role or skill that the guide or the track is of. */
  readonly owner: string;
  readonly text: string;
  readonly origin: Origin;
  readonly path: FieldPath;
}

/**
 * Sentences that the guides or the prompts of two roles share once the names of roles are masked: what can be said of
 * two roles in the same words says nothing of either. A reader should be told what is so here and not there.
 */
export function checkSharedSentences(contents: PackContents): Finding[] {
  const mask = maskOf(contents.of('role').map(({ value }) => value));
  const first = new Map<string, Sentence>();
  return sentencesIn(contents).flatMap((sentence) => {
    const key = mask(sentence.text);
    const other = key === undefined ? undefined : first.get(key);
    if (other !== undefined && other.owner !== sentence.owner) return [shared(sentence, other)];
    if (key !== undefined && other === undefined) first.set(key, sentence);
    return [];
  });
}

function shared({ text, origin, path, owner }: Sentence, other: Sentence): Finding {
  const { line } = other.origin.position(other.path);
  const where = `${other.origin.file}:${line}`;
  const message = `"${text}" stands in ${where} too, but for names of roles: say what is so of ${owner} and not of ${other.owner}`;
  return findingAt(origin, path, message);
}

/** The sentences of all guides and prompts, those in other languages too, in the order in which they were read. */
function sentencesIn(contents: PackContents): Sentence[] {
  const translated = contents.translations.filter(({ value }) => ['guide', 'prompt'].includes(value.kind));
  return [
    ...contents.of('guide').flatMap((entry) => sentencesOf(entry, entry.value.role)),
    ...contents.of('prompt').flatMap((entry) => sentencesOf(entry, entry.value.track)),
    ...translated.flatMap(({ value: { key, texts }, origin }) =>
      sentencesOf({ value: texts, origin }, key.split('/')[0] ?? key),
    ),
  ];
}

function sentencesOf({ value, origin }: Entry<object>, owner: string): Sentence[] {
  return [...textsIn(value, [])].flatMap(([text, path]) =>
    Array.from(text.matchAll(/\S.*?[.!?](?=\s|$)/g), ([sentence]) => ({
      owner,
      text: sentence,
      origin,
      path,
    })),
  );
}

/**
 * The texts of an entry in which somebody judges. What cites a source of its own is left out, since two roles may be of
 * one occupation and its facts of both; so is what a reader asks, as two may ask the same: the answers may not be.
 */
function* textsIn(value: unknown, path: FieldPath): Generator<readonly [text: string, path: FieldPath]> {
  if (typeof value === 'string') yield [value, path];
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, [...path, i]);
  else if (isRecord(value) && (path.length === 0 || value['source'] === undefined))
    for (const [name, item] of Object.entries(value))
      if (path[0] !== 'questions' || name !== 'ask') yield* textsIn(item, [...path, name]);
}

/** What makes one key of sentences that differ in names of roles, capitals and punctuation only; none of short ones. */
function maskOf(roles: readonly RoleFile[]): (sentence: string) => string | undefined {
  const names = new Set(roles.flatMap(namesOf).map((name) => wordsOf(name).join(' ')));
  const longest = Math.max(...Array.from(names, (name) => name.split(' ').length), 1);
  return (sentence) => {
    const words = wordsOf(sentence);
    if (words.length < LEAST_WORDS) return undefined;
    const masked: string[] = [];
    for (let at = 0; at < words.length;) {
      const length = nameAt(words, at, names, longest);
      masked.push(length === 0 ? (words[at] ?? '') : MASK);
      at += Math.max(length, 1);
    }
    return masked.join(' ');
  };
}

/** How many words the longest name of a role has that begins at a place; 0 where none does. */
function nameAt(words: readonly string[], at: number, names: ReadonlySet<string>, longest: number): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length--)
    if (names.has(words.slice(at, at + length).join(' '))) return length;
  return 0;
}

function namesOf({ title, aliases, names }: RoleFile): string[] {
  return [title, ...aliases, ...Object.values(names).flatMap((each) => each ?? [])];
}

/** Words in small letters, in the singular where an `s` makes the plural. */
function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}+#]+/gu), ([word]) =>
    word.replace(/(?<=..)s$/, ''),
  );
}

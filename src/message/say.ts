import type { Inline, Said, Sentence, Text, Values } from './message.ts';

export type { Message, Said } from './message.ts';

/**
 * A sentence of the interface, to be said in the language of whoever reads it. `key` is an ICU message in English
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/) and the key of the catalogue: write it whole and
 * as a literal, so that the test that compares code and catalogue sees it. `<` is an ordinary letter.
 */
export function say(key: string, values?: Values): Sentence {
  return values === undefined ? { kind: 'say', key } : { kind: 'say', key, values };
}

/** The same as a text, for where a whole line is expected. */
export function sayText(key: string, values: Values): Text {
  return [say(key, values)];
}

/** The same sentence in which a value that is `of` is told `as` something that people know. */
export function withValue(
  said: Said,
  name: string,
  { of, as }: { readonly of: string; readonly as: Said },
): Said {
  if (typeof said === 'string' || said.kind !== 'say' || said.values?.[name] !== of) return said;
  return { ...said, values: { ...said.values, [name]: as } };
}

/** Marks an English sentence as one of the catalogue that is said later with its values, by `say`: for tables of them. */
export function message(english: string): string {
  return english;
}

/** A template of facts and messages: phrase`${say('Week 1')} · ${title}`. A bare string where it has facts only. */
export function phrase(strings: TemplateStringsArray, ...pieces: readonly (Inline | number)[]): Said {
  const parts = strings.flatMap((words, at): Inline[] => {
    const piece = pieces[at];
    if (piece === undefined) return [words];
    return [words, typeof piece === 'number' ? String(piece) : piece];
  });
  return phraseOf(parts);
}

/** Facts and messages with `between` them: "Overview · Career guide". A bare string where all are facts. */
export function joined(parts: readonly Inline[], between: string): Said {
  return phraseOf(parts.flatMap((part, at): Inline[] => (at === 0 ? [part] : [between, part])));
}

function phraseOf(parts: readonly Inline[]): Said {
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  return { kind: 'phrase', parts: parts.filter((part) => part !== '') };
}

/** The same for the same message, whoever reads it: to group by what is said. */
export function identityOf(said: Said): string {
  return typeof said === 'string' ? said : JSON.stringify(said);
}

/** Things of which the same is said, together, in the order of the first of each. */
export function groupBySaid<T>(things: readonly T[], saidOf: (thing: T) => Said): (readonly [Said, T[]])[] {
  const groups = new Map<string, readonly [Said, T[]]>();
  for (const thing of things) {
    const said = saidOf(thing);
    const key = identityOf(said);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [said, [thing]]);
    else group[1].push(thing);
  }
  return [...groups.values()];
}

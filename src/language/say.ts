import { IntlMessageFormat } from 'intl-messageformat';
import type { Inline, Text } from '../reply.ts';
import { translationOf } from './catalogue.ts';
import type { Language } from './language.ts';
import { language } from './language.ts';

/** What fills the placeholders of a sentence. Facts (titles, names, printed costs) go in as they are. */
export type Values = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/**
 * A sentence of the interface in the language of the reader. `english` is an ICU message
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/) and the key of the catalogue: write it whole and
 * as a literal, so that the test that compares code and catalogue sees it. `<` is an ordinary letter.
 * @throws if a placeholder has no value.
 */
export function say(english: string, values?: Values): string {
  const spoken = language();
  const words = wordsOf(english, spoken);
  if (!words.includes('{')) return words;
  return String(formatOf(words, spoken).format<string>(values));
}

/** The same with pieces in it that are more than words: a link, a figure as code, a moment. */
export function sayText(english: string, values: Readonly<Record<string, Inline | number>>): Text {
  const spoken = language();
  const parts = formatOf(wordsOf(english, spoken), spoken).formatToParts<Inline>(values);
  return parts.map(({ value }): Inline => value);
}

/** Marks an English sentence as one of the catalogue that is said later, with `say`: for tables of labels. */
export function message(english: string): string {
  return english;
}

function wordsOf(english: string, spoken: Language): string {
  return spoken === 'en' ? english : (translationOf(english, spoken) ?? english);
}

function formatOf(words: string, spoken: Language): IntlMessageFormat {
  const key = `${spoken} ${words}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(words, spoken, undefined, { ignoreTag: true });
  formats.set(key, format);
  return format;
}

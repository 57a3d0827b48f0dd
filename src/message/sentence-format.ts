import { IntlMessageFormat } from 'intl-messageformat';
import { translationOf } from './catalogue.ts';
import type { Language } from './language.ts';

/** A sentence that was read, with the names of its placeholders. */
export interface SentenceFormat {
  /** The sentence in pieces, its placeholders filled in. */
  readonly pieces: <P>(values: Readonly<Record<string, P | number>>) => (P | string)[];
  readonly names: readonly string[];
}

/** What was read, by language and key. */
const known: Readonly<Record<Language, Map<string, SentenceFormat | string>>> = {
  en: new Map(),
  es: new Map(),
  de: new Map(),
  'pt-BR': new Map(),
};

/** A sentence of the catalogue in a language: the words themselves where nothing is to be filled in. */
export function readSentence(key: string, language: Language): SentenceFormat | string {
  const read = known[language].get(key) ?? compile(key, language);
  known[language].set(key, read);
  return read;
}

function compile(key: string, language: Language): SentenceFormat | string {
  const words = language === 'en' ? key : (translationOf(key, language) ?? key);
  if (!words.includes('{')) return words;
  const format = new IntlMessageFormat(words, language, undefined, { ignoreTag: true });
  const elements = format.getAst();
  return {
    names: [...new Set(elements.flatMap(namesIn))],
    pieces: filledPlainly(elements) ?? ((values) => piecesBy(format, values)),
  };
}

function piecesBy<P>(
  format: IntlMessageFormat,
  values: Readonly<Record<string, P | number>>,
): (P | string)[] {
  return format.formatToParts<P>(values).map(({ value }) => value);
}

/**
 * Fills in what has placeholders and no more to it, as most sentences are: a sixth of the time that the library takes
 * for them, and every line of an answer is said in four languages to find out whether it fits a phone.
 */
function filledPlainly(elements: readonly Element[]): SentenceFormat['pieces'] | undefined {
  const parts = elements.flatMap(plainPart);
  if (parts.length < elements.length) return undefined;
  return (values) =>
    parts.map(({ isPlaceholder, value }) => {
      if (!isPlaceholder) return value;
      const filled = values[value];
      if (filled === undefined) throw new Error(`nothing is told for {${value}}`);
      return typeof filled === 'number' ? String(filled) : filled;
    });
}

interface PlainPart {
  readonly isPlaceholder: boolean;
  /** The words, or the placeholder's name. */
  readonly value: string;
}

function plainPart(element: Element): PlainPart[] {
  const type: number = element.type;
  if ((type !== LITERAL && type !== ARGUMENT) || !('value' in element)) return [];
  return typeof element.value === 'string'
    ? [{ isPlaceholder: type === ARGUMENT, value: element.value }]
    : [];
}

/** `TYPE.literal` of the parser: words that are no placeholder. */
const LITERAL = 0;
/** `TYPE.argument` of the parser: a placeholder without a form of its own. */
const ARGUMENT = 1;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

function namesIn(element: Element): string[] {
  const type: number = element.type;
  const own =
    'value' in element && type !== LITERAL && typeof element.value === 'string' ? [element.value] : [];
  const more = 'options' in element ? Object.values(element.options).flatMap((each) => each.value) : [];
  return [...own, ...more.flatMap(namesIn)];
}

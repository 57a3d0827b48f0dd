import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { catalogueEntries, sentencesOfTheCode } from './sentences.ts';

const TRANSLATED = ['es', 'de', 'pt-BR'] as const;
const { sentences, computed } = sentencesOfTheCode();
const entries = catalogueEntries();

describe('the catalogue', () => {
  test('has every sentence that the code says', () => {
    const known = new Set(entries.map(({ english }) => english));
    const missing = sentences.filter(({ english }) => !known.has(english));
    expect(missing.map(({ english, where }) => `${where} ${english}`)).toEqual([]);
  });

  test('has none that nobody says', () => {
    const said = new Set(sentences.map(({ english }) => english));
    const unsaid = entries.filter(({ english }) => !said.has(english));
    expect(unsaid.map(({ english, file }) => `${file} ${english}`)).toEqual([]);
  });

  test('can be read off the code: every sentence is a literal', () => {
    expect(computed).toEqual([]);
  });

  test('has each sentence once', () => {
    const files = Map.groupBy(entries, ({ english }) => english);
    const twice = Array.from(files).filter(([, same]) => same.length > 1);
    expect(twice.map(([english, same]) => `${same.map(({ file }) => file).join(', ')}: ${english}`)).toEqual(
      [],
    );
  });

  test.each(TRANSLATED)('says all of it in %s, with the same placeholders', (language) => {
    const wrong = entries.flatMap(({ english, file, translations }) => {
      const words = translations[language];
      if (words === undefined || words.trim() === '') return [`${file}: nothing for ${english}`];
      const left = placeholders(english, 'en').filter(
        (name) => !placeholders(words, language).includes(name),
      );
      const added = placeholders(words, language).filter(
        (name) => !placeholders(english, 'en').includes(name),
      );
      const isSame = left.length + added.length === 0;
      return isSame
        ? []
        : [`${file}: ${english} → ${words} (without ${left.join(', ')}, with ${added.join(', ')})`];
    });
    expect(wrong).toEqual([]);
  });
});

/** `TYPE.literal` of the parser: words that are no placeholder. */
const LITERAL = 0;

/**
 * The names that a message is filled with. A count in words, and the number it counts, may stand for each other: some
 * languages write small numbers out by gender.
 */
function placeholders(words: string, language: string): string[] {
  const { getAst } = new IntlMessageFormat(words, language, undefined, { ignoreTag: true });
  const names = new Set(getAst().flatMap(namesIn));
  return [...names].filter((name) => !/^(n|words|Words)$/.test(name)).sort();
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

function namesIn(element: Element): string[] {
  const type: number = element.type;
  const own =
    'value' in element && type !== LITERAL && typeof element.value === 'string' ? [element.value] : [];
  const inner = 'options' in element ? Object.values(element.options).flatMap((each) => each.value) : [];
  return [...own, ...inner.flatMap(namesIn)];
}

import { describe, expect, test } from 'vitest';
import { amount, enumerate, numeral, sentence } from '../../src/language/figures.ts';
import type { Language } from '../../src/language/language.ts';
import { inLanguage, language, languageOf } from '../../src/language/language.ts';
import { say, sayText } from '../../src/language/say.ts';
import { bold } from '../../src/reply.ts';

const lateIn = (to: Language) =>
  inLanguage(to, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return say('two');
  });
const figuresIn = (to: Language) => inLanguage(to, () => [numeral(1234.5), enumerate(['a', 'b', 'c'])]);

const SOURCES = '{n, plural, one {one source} other {{words} sources}}';

describe('a reader whose platform says', () => {
  test.each<[string | undefined, Language]>([
    ['en-US', 'en'],
    ['es-419', 'es'],
    ['de_AT.UTF-8', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['DE', 'de'],
    ['fr', 'en'],
    ['C.UTF-8', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s is spoken to in %s', (locale, expected) => {
    expect(languageOf(locale)).toBe(expected);
  });
});

describe('a sentence', () => {
  test('is said as it is written, with its facts in it', () => {
    expect(say('Ways out of {role} -> <{role}>', { role: 'C# {lead}' })).toBe(
      'Ways out of C# {lead} -> <C# {lead}>',
    );
  });
  test('keeps what is more than words apart', () => {
    expect(sayText('from {from}.', { from: bold('$1') })).toEqual(['from ', bold('$1'), '.']);
  });
  test('without a translation is said in English', () => {
    expect(inLanguage('de', () => say('Nobody has translated this'))).toBe('Nobody has translated this');
  });
  test('without a value it needs is refused', () => {
    expect(() => say('from {from}')).toThrow('from');
  });
});

describe('the language', () => {
  test('is English where nobody said', () => {
    expect(language()).toBe('en');
  });
  test('stays with its reader while others are answered', async () => {
    expect(await Promise.all([lateIn('de'), lateIn('es'), lateIn('pt-BR'), lateIn('en')])).toEqual([
      'zwei',
      'dos',
      'dois',
      'two',
    ]);
  });
});

describe('figures', () => {
  test('are words up to ten', () => {
    expect([0, 1, 4, 10, 11, 1234].map((n) => say(SOURCES, amount(n)))).toEqual([
      'no sources',
      'one source',
      'four sources',
      'ten sources',
      '11 sources',
      '1,234 sources',
    ]);
    expect(sentence(say(SOURCES, amount(3)))).toBe('Three sources');
  });
  test('are grouped and listed as each language does', () => {
    expect(figuresIn('en')).toEqual(['1,234.5', 'a, b and c']);
    expect(figuresIn('de')).toEqual(['1.234,5', 'a, b und c']);
    expect(figuresIn('es')).toEqual(['1.234,5', 'a, b y c']);
    expect(figuresIn('pt-BR')).toEqual(['1.234,5', 'a, b e c']);
  });
});

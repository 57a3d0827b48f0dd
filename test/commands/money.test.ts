import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payRange, span } from '../../commands/views/format.ts';
import { money, moneyRange } from '../../src/message/figures.ts';
import type { Language } from '../../src/message/language.ts';
import type { Said } from '../../src/message/message.ts';
import { speak, speakData } from '../../src/message/speak.ts';

test.each([
  [155_000, 'USD', '$155K'],
  [78_700, 'USD', '$78.7K'],
  [78_740, 'USD', '$78,740'],
  [1000, 'USD', '$1K'],
  [999, 'USD', '$999'],
  [45.5, 'USD', '$45.5'],
  [64_250, 'GBP', '£64,250'],
  [95_000, 'EUR', '€95K'],
  [1_250_000, 'USD', '$1,250K'],
])('%d %s is %s', (amount, currency, words) => {
  expect(speak(money(amount, currency), 'en')).toBe(words);
});

test('no digit is ever lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), (amount) => {
      const words = speak(money(amount, 'USD'), 'en').replace(/[$,]/g, '');
      const read = words.endsWith('K') ? Number(words.slice(0, -1)) * 1000 : Number(words);
      expect(Math.round(read)).toBe(amount);
    }),
  );
});

test.each([
  [{ low: 155_000, high: 200_000 }, '$155K–$200K'],
  [{ low: 400_000, open: true }, '$400K+'],
  [{ low: 220_000, high: 350_000, open: true }, '$220K–$350K+'],
])('%o is %s', (band, words) => {
  expect(said('en', payRange({ ...band, currency: 'USD' }))).toBe(words);
});

test('a span is open where its highest end is', () => {
  const usd = { currency: 'USD' };
  const open = { ...usd, low: 220_000, high: 350_000, open: true };
  expect(spanIn('en', [{ ...usd, low: 70_000, high: 100_000 }, open])).toEqual({
    from: '$70K',
    to: '$350K+',
    words: '$70K–$350K+',
  });
  expect(spanIn('en', [open, { ...usd, low: 100_000, high: 400_000 }])?.words).toBe('$100K–$400K');
  expect(spanIn('en', [{ ...usd, low: 400_000, open: true }])?.words).toBe('$400K+');
  expect(span([])).toBeUndefined();
});

/** Between a figure and its currency stands a space that no line breaks at: written `_` here. */
function said(language: Language, words: Said | undefined): string | undefined {
  return words === undefined ? undefined : speak(words, language).replaceAll('\u00A0', '_');
}

function spanIn(language: Language, bands: Parameters<typeof span>[0]) {
  return speakData(span(bands), language);
}

describe('in the other languages a sum stands whole, its currency once', () => {
  test.each([
    ['es', 155_000, 'USD', '155.000_US$'],
    ['es', 1000, 'EUR', '1.000_€'],
    ['de', 155_000, 'USD', '155.000_$'],
    ['de', 78_740, 'USD', '78.740_$'],
    ['de', 999, 'EUR', '999_€'],
    ['de', 1000, 'EUR', '1.000_€'],
    ['de', 45.5, 'USD', '45,5_$'],
    ['de', 1_250_000, 'USD', '1.250.000_$'],
    ['pt-BR', 155_000, 'USD', 'US$_155.000'],
    ['pt-BR', 64_250, 'GBP', '£_64.250'],
  ] as const)('%s: %d %s is %s', (language, amount, currency, words) => {
    expect(said(language, money(amount, currency))).toBe(words);
  });

  test.each([
    ['es', { low: 155_000, high: 200_000 }, '155.000–200.000_US$'],
    ['es', { low: 400_000, open: true }, '400.000+_US$'],
    ['de', { low: 155_000, high: 200_000 }, '155.000–200.000_$'],
    ['de', { low: 220_000, high: 350_000, open: true }, '220.000–350.000+_$'],
    ['de', { low: 45.5, high: 60, open: true }, '45,5–60+_$'],
    ['pt-BR', { low: 155_000, high: 200_000 }, 'US$_155.000–200.000'],
    ['pt-BR', { low: 400_000, open: true }, 'US$_400.000+'],
    ['pt-BR', { low: 90_000, high: 90_000 }, 'US$_90.000'],
  ] as const)('%s: %o is %s', (language, band, words) => {
    expect(said(language, payRange({ ...band, currency: 'USD' }))).toBe(words);
  });

  test('an end that is open says so by itself too', () => {
    const bands = [
      { currency: 'USD', low: 70_000, high: 100_000 },
      { currency: 'USD', low: 220_000, high: 350_000, open: true },
    ];
    const ends = (language: Language) => spanIn(language, bands);
    expect(ends('de')).toEqual({
      from: '70.000\u00A0$',
      to: '350.000+\u00A0$',
      words: '70.000–350.000+\u00A0$',
    });
    expect(ends('pt-BR')?.to).toBe('US$\u00A0350.000+');
  });

  test.each(['es', 'de', 'pt-BR'] as const)('no digit of a range is ever lost in %s', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 9999 }), (low, more) => {
        const words = speak(moneyRange(low, low + more, 'USD', true), language);
        const figures = words.replace(/[.$US\u00A0+]/g, '').split('–');
        expect(figures.map(Number)).toEqual([low, low + more]);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, payRange, span } from '../../commands/show/money.ts';

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
  expect(money(amount, currency)).toBe(words);
});

test('no digit is ever lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), (amount) => {
      const words = money(amount, 'USD').replace(/[$,]/g, '');
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
  expect(payRange({ ...band, currency: 'USD' })).toBe(words);
});

test('a span is open where its highest end is', () => {
  const usd = { currency: 'USD' };
  const open = { ...usd, low: 220_000, high: 350_000, open: true };
  expect(span([{ ...usd, low: 70_000, high: 100_000 }, open])).toEqual({ from: '$70K', to: '$350K+' });
  expect(span([open, { ...usd, low: 100_000, high: 400_000 }])).toEqual({ from: '$100K', to: '$400K' });
  expect(span([])).toBeUndefined();
});

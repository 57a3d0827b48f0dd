import { expect, test } from 'vitest';
import { creditGroups, creditLine, creditLines, sourcesLine } from '../../src/credits.ts';
import { speak } from '../../src/message/speak.ts';
import type { SpokenCredit } from '../../src/spoken.ts';

const read = '2026-11-01';
const january = { year: 2025, month: 1, printed: 'January 2025' };
const ann: SpokenCredit = { name: 'Ann', retrieved: read };
const bob: SpokenCredit = { name: 'Bob', retrieved: read, reviewed: '2026-04-26' };
const cat: SpokenCredit = { name: 'Cat', retrieved: read };
const dan: SpokenCredit = { name: 'Dan 2025', retrieved: read, published: january };
const eve: SpokenCredit = { name: 'Eve', retrieved: read, published: january };
const old: SpokenCredit = { name: 'Old', retrieved: read, stale: true };
const bare: SpokenCredit = { name: 'Bare' };

test.each<[string, readonly SpokenCredit[], string]>([
  ['nothing', [], ''],
  ['one', [ann], 'Source: Ann, read 1 Nov 2026'],
  ['one of no date', [bare], 'Source: Bare'],
  [
    'those of one date together',
    [ann, bob, cat],
    'Sources: Ann, Cat, read 1 Nov 2026 · Bob, reviewed 26 Apr 2026',
  ],
  ['no date that the name has', [dan, eve], 'Sources: Dan 2025 · Eve, published Jan 2025'],
  [
    'what is overdue, apart',
    [ann, old],
    'Sources: Ann, read 1 Nov 2026 · Old, read 1 Nov 2026, review overdue',
  ],
  [
    'each disclaimer once',
    [{ ...ann, disclaimer: 'no advice' }, { ...cat, disclaimer: 'no advice' }, bare],
    'Sources: Ann, Cat, read 1 Nov 2026 · Bare · no advice',
  ],
])('the foot names %s', (_, sources, words) => {
  expect(speak(sourcesLine(sources), 'en')).toBe(words);
});

test('a list names each source, or those of one date together', () => {
  expect(speak(creditLine({ ...bob, stale: true }), 'en')).toBe('Bob, reviewed 26 Apr 2026, review overdue');
  expect(speak(creditLine({ ...eve, stale: false }), 'en')).toBe('Eve, published Jan 2025');
  expect(creditLines([ann, cat, bare]).map((line) => speak(line, 'en'))).toEqual([
    'Ann, Cat, read 1 Nov 2026',
    'Bare',
  ]);
  const groups = creditGroups([ann, bob, cat]);
  expect(groups.map(({ credits }) => credits)).toEqual([[ann, cat], [bob]]);
  expect(groups.map(({ dates }) => dates.map((date) => speak(date, 'en')))).toEqual([
    ['read 1 Nov 2026'],
    ['reviewed 26 Apr 2026'],
  ]);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, normalise } from '../../../knowledge/search/index.ts';
import { entry, index, roles } from './pack.ts';
import { anyText } from '../../any-text.ts';

const typedText = fc.oneof(
  anyText(200),
  fc.string({ unit: 'grapheme-ascii', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom('ml', 'data', 'engineer', '<@1>', '(', '++', '#', '.net', '\ud800', '\u202e', "'", '&'),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' ')),
);

describe('any text at all', () => {
  it('gets an answer of the right shape', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const { match, entry: found, choices } = index.find(typed);
        expect(match.choices.map(({ id }) => id)).toEqual(choices);
        expect(new Set(choices).size).toBe(choices.length);
        const answered = match.kind === 'exact' || match.kind === 'close';
        expect(found === undefined).toBe(!answered);
        expect(choices.length).toBeLessThanOrEqual(answered ? 4 : 8);
      }),
      { numRuns: 500 },
    );
  });

  it('gets no more completions than asked for', () => {
    fc.assert(
      fc.property(typedText, fc.integer({ min: -1, max: 40 }), (typed, limit) => {
        const found = index.suggest(typed, limit);
        expect(found.length).toBeLessThanOrEqual(Math.max(0, limit));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has one canonical form', () => {
    fc.assert(
      fc.property(typedText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('may be a name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(typedText, { minLength: 1, maxLength: 6 }), typedText, (names, typed) => {
        const own = createIndex(names.map((name) => entry(name, name, [typed])));
        expect(() => own.find(typed)).not.toThrow();
        for (const name of names)
          expect(['exact', 'close', 'ambiguous', 'none']).toContain(own.find(name).match.kind);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the same question', () => {
  it('has the same answer whatever the order of the entries', () => {
    const turned = createIndex(roles.toReversed());
    const questions = [
      'engineer',
      'data',
      'ml',
      'mahcine lerning',
      'sales engineer',
      'developer',
      'zzz',
      'pm',
      'analist',
    ];
    for (const typed of questions) {
      expect(turned.find(typed)).toEqual(index.find(typed));
      expect(turned.suggest(typed, 10)).toEqual(index.suggest(typed, 10));
    }
  });
});

describe('a long text', () => {
  const before = 'ml engineer ';

  it.each([
    [80, 'ml-engineer'],
    [81, 'ml-engineer'],
    [2_000, 'ml-engineer'],
    [100_000, 'ml-engineer'],
  ])('of %i characters is read as far as 80 of them', (length, id) => {
    expect(index.find(before.padEnd(length, ' ')).entry).toBe(id);
  });

  it('is cut at a word', () => {
    const words = 'please tell me what it is that people do all day long when they work as a data';
    expect(words.length).toBeLessThanOrEqual(80);
    const cut = index.find(`${words} scientist who writes a great deal`);
    expect(cut).toEqual(index.find(words));
  });

  it('costs no more than a short one', () => {
    const long = 'machine lerning enginer '.repeat(100_000);
    const start = performance.now();
    for (let i = 0; i < 20; i++) index.find(long);
    expect((performance.now() - start) / 20).toBeLessThan(50);
  });
});

describe('an index of nothing', () => {
  const empty = createIndex([]);

  it('finds nothing', () => {
    expect(empty.find('ml engineer')).toEqual({ match: { kind: 'none', choices: [] }, choices: [] });
    expect(empty.suggest('', 5)).toEqual([]);
    expect(empty.suggest('ml', 5)).toEqual([]);
  });
});

describe('weights that are none', () => {
  it.each([0, -1, Number.NaN, Infinity])('%d does no harm', (weight) => {
    const odd = createIndex([entry('a', 'Data Engineer', [], { weight }), entry('b', 'Data Analyst')]);
    expect(odd.find('data enginer').entry).toBe('a');
    expect(odd.suggest('', 2)).toEqual(['b', 'a']);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { trainEncoder } from '../../../knowledge/build/encoder.ts';
import { fitSoftmax, scoresOf } from '../../../knowledge/build/softmax.ts';
import { encodedEntries, nearness } from '../../../knowledge/search/encoded.ts';
import { builtInEncoder, encode, type Encoder, ROWS, WIDTH } from '../../../knowledge/search/encoder.ts';
import { createIndex } from '../../../knowledge/search/index.ts';
import { packed } from '../../../knowledge/search/lists.ts';
import { entry } from './pack.ts';

/** Trades whose names have a word in common only with each other in part, as open data has them. */
const groups = [
  ['welder', 'welding operator', 'arc welder', 'metal joiner'],
  ['baker', 'bakery worker', 'bread baker', 'pastry maker'],
  ['nurse', 'nursing assistant', 'charge nurse', 'ward sister'],
  ['driver', 'truck driver', 'lorry driver', 'haulage operator'],
];

/** Which group a text is nearest to. */
function nearest(text: string, by: Encoder): string | undefined {
  const owners = packed(groups.flatMap((names, group) => names.map(() => [group])));
  const near = nearness(text, encodedEntries(groups.flat(), owners, groups.length, by), by);
  return groups.toSorted((a, b) => near(groups.indexOf(b)) - near(groups.indexOf(a)))[0]?.[0];
}

describe('an encoder', () => {
  let encoder: Encoder;
  beforeAll(() => {
    encoder = { table: trainEncoder(groups, { epochs: 30, seed: 1 }) };
  });

  it.each([
    ['weldr', 'welder'],
    ['pastry baker', 'baker'],
    ['senior nursing sister', 'nurse'],
    ['lorry operator haulage', 'driver'],
  ])('puts %s beside the %s', (text, group) => expect(nearest(text, encoder)).toBe(group));

  it('is the same whenever it is trained on the same names', () => {
    expect(trainEncoder(groups, { epochs: 2, seed: 3 })).toEqual(
      trainEncoder(groups, { epochs: 2, seed: 3 }),
    );
    expect(trainEncoder(groups, { epochs: 2, seed: 3 })).not.toEqual(
      trainEncoder(groups, { epochs: 2, seed: 4 }),
    );
  });

  it('that comes with Rolecall is whole, and gives whole numbers', () => {
    const { table } = builtInEncoder();
    expect(table.length).toBe(ROWS * WIDTH);
    expect(encode('data engineer', { table }).some((value) => value !== 0)).toBe(true);
  });
});

describe('a fit of weights', () => {
  it('finds which of two features tells the right candidate', () => {
    const choices = Array.from({ length: 40 }, (_, i) => ({
      values: Float64Array.from([1, (i * 7) % 5, 0, (i * 3) % 5, 0, (i * 11) % 5]),
      right: new Set([0]),
    }));
    const weights = fitSoftmax(choices, { features: 2, steps: 100, decay: 1e-4 });
    expect(weights[0]).toBeGreaterThan(2);
    expect(Math.abs(weights[1] ?? 0)).toBeLessThan(0.5);
    for (const choice of choices) {
      const scores = scoresOf(choice, weights);
      expect(scores[0]).toBe(Math.max(...scores));
    }
  });
});

describe('names that are lent', () => {
  const index = createIndex([
    entry('specialists', 'Computer Occupations, Special', ['Computer Specialist'], {
      lent: ['Kubernetes Plumber'],
    }),
    entry('engineers', 'Locomotive Engineers', ['Train Engineer']),
  ]);

  it('say which entry is near, and are no name of it', () => {
    const { match, entry: found, choices } = index.find('kubernetes plumber');
    expect([found, ...choices][0]).toBe('specialists');
    expect(match.kind).not.toBe('exact');
  });
});

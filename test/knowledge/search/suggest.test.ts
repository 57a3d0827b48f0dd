import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/search/index.ts';
import { entry, index, roles } from './pack.ts';

/** Roles written by hand, three of which are engineers by title. */
const likely = [
  entry('data', 'Data Engineer', ['etl engineer'], { weight: 2.4 }),
  entry('software', 'Software Engineer', ['programming engineer'], { weight: 2.8 }),
  entry('sales', 'Sales Engineer', [], { weight: 2.1 }),
  entry('manager', 'Engineering Manager', ['engineer lead'], { weight: 2.5 }),
];

describe('completions', () => {
  it('of nothing are the likeliest entries', () => {
    expect(index.suggest('', 3)).toEqual(['ml-engineer', 'software-engineer', 'data-engineer']);
  });

  it.each([
    ['d', 'data-engineer'],
    ['da', 'data-engineer'],
    ['data s', 'data-scientist'],
    ['ml', 'ml-engineer'],
    ['mlo', 'mlops-engineer'],
    ['mle', 'ml-engineer'],
    ['mlen', 'ml-engineer'],
    ['machine learning engi', 'ml-engineer'],
    ['sw', 'software-engineer'],
    ['softwrae eng', 'software-engineer'],
    ['engineer so', 'software-engineer'],
    ['full', 'full-stack-developer'],
    ['fullst', 'full-stack-developer'],
    ['.n', 'dotnet-developer'],
    ['pen', 'penetration-tester'],
    ['senior devo', 'devops-engineer'],
    ['reliab', 'site-reliability-engineer'],
    ['c++', 'software-engineer'],
  ])('%s… → %s', (typed, id) => expect(index.suggest(typed, 5)).toContain(id));

  it('begin with the entry whose title goes on as typed', () => {
    expect(index.suggest('data', 3).toSorted()).toEqual(['data-analyst', 'data-engineer', 'data-scientist']);
    expect(index.suggest('product', 1)).toEqual(['product-manager']);
  });

  it('prefer the likelier of two', () => {
    const both = [entry('rare', 'Cloud Analyst'), entry('common', 'Cloud Engineer', [], { weight: 3 })];
    expect(createIndex(both).suggest('cloud', 2)).toEqual(['common', 'rare']);
  });

  it.each([0, 26])(
    'of "engineer" are engineers, then an Engineering Manager, then %i occupations',
    (more) => {
      const occupations = Array.from({ length: more }, (_, i) =>
        entry(`o${i}`, `Kind ${i} Engineers`, ['Engineer']),
      );
      const found = createIndex([...likely, ...occupations]).suggest('engineer', 40);
      expect(found.slice(0, 4)).toEqual(['software', 'data', 'sales', 'manager']);
    },
  );

  it('of a word that occupations are called by itself are first the roles that the community has described', () => {
    const occupations = ['civil', 'mechanical'].map((id) => entry(id, `${id} engineers`, ['Engineer']));
    const { match, choices } = createIndex([...likely, ...occupations]).find('Engineer');
    expect(match.kind).toBe('ambiguous');
    expect(choices).toEqual(['software', 'data', 'sales', 'manager', 'civil', 'mechanical']);
  });

  it.each(['plumber', 'zzzz', 'zz(', '[zz-'])('of %s are none', (typed) =>
    expect(index.suggest(typed, 5)).toEqual([]),
  );

  it.each([0, 1, 24, 25, 26])('are never more than %i', (limit) => {
    const many = createIndex(Array.from({ length: 60 }, (_, i) => entry(`r${i}`, `Engineer ${i}`)));
    for (const typed of ['', 'e', 'engineer', 'engineer 1']) {
      expect(many.suggest(typed, limit).length).toBeLessThanOrEqual(limit);
    }
    expect(many.suggest('', limit).length).toBe(limit);
    expect(index.suggest('', 1000).length).toBe(roles.length);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex, normalise, type IndexEntry } from '../../../knowledge/search/index.ts';

const role = (id: string, title: string, ...aliases: string[]): IndexEntry<string> => ({
  id,
  title,
  aliases,
  codes: [],
  weight: 1,
  entry: id,
});

const roles = createIndex([
  role('ml-engineer', 'ML Engineer', 'machine learning engineer', 'mle', 'machine learning'),
  role('defense-ml-engineer', 'Defense ML Engineer'),
  role('mlops-engineer', 'MLOps Engineer'),
  role('data-scientist', 'Data Scientist', 'ds'),
  role('data-engineer', 'Data Engineer'),
  role('data-analyst', 'Data Analyst'),
  role('software-engineer', 'Software Engineer', 'swe', 'software developer'),
  role('ai-engineer', 'AI Engineer', 'artificial intelligence engineer'),
  role('research-scientist', 'Research Scientist'),
  role('applied-scientist', 'Applied Scientist'),
  role('engineering-manager', 'Engineering Manager'),
]);

describe('a name as people type it', () => {
  it.each([
    ['ml-engineer', 'exact', 'ml-engineer'],
    ['ML Engineers', 'exact', 'ml-engineer'],
    ['ＭＬ　Ｅｎｇｉｎｅｅｒ', 'exact', 'ml-engineer'],
    ['defence ml engineer', 'exact', 'defense-ml-engineer'],
    ['<@123> ml engineer', 'exact', 'ml-engineer'],
    ['mahcine lerning', 'close', 'ml-engineer'],
    ['scientist data', 'close', 'data-scientist'],
    ['mlengineer', 'close', 'ml-engineer'],
    ['softw eng', 'close', 'software-engineer'],
    ['i want to become an ml engineer pls', 'close', 'ml-engineer'],
    ['what does a data engineer do?', 'close', 'data-engineer'],
    ['senior ml engineer', 'close', 'ml-engineer'],
  ])('%s → %s %s', (typed, kind, id) => {
    const { match, entry } = roles.find(typed);
    expect([match.kind, entry]).toEqual([kind, id]);
  });

  it.each(['engineer', 'data', 'scientist'])('%s: which one?', (typed) => {
    const { match, entry, choices } = roles.find(typed);
    expect(match.kind).toBe('ambiguous');
    expect(entry).toBeUndefined();
    expect(choices.length).toBeGreaterThan(1);
  });

  it.each(['plumber', 'nurse', 'asdfgh', 'lorem ipsum', 'sales engineer', '', '['])(
    '%s: nothing like that',
    (typed) => {
      const { match, choices } = roles.find(typed);
      expect(match.kind).toBe('none');
      expect(choices.length).toBeGreaterThan(0);
    },
  );
});

it('never throws, on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(30), (typed, limit) => {
      expect(roles.find(typed).choices.length).toBeLessThanOrEqual(8);
      expect(roles.suggest(typed, limit).length).toBeLessThanOrEqual(limit);
      expect(normalise(normalise(typed))).toBe(normalise(typed));
    }),
  );
});

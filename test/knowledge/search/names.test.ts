import { describe, expect, it } from 'vitest';
import { entry, index, roles } from './pack.ts';
import { createIndex } from '../../../knowledge/search/index.ts';

/** What a name is taken for, in a word: `exact ml-engineer`, `none`. */
function taken(typed: string): string {
  const { match, entry: found } = index.find(typed);
  return [match.kind, found].join(' ').trim();
}

describe('a name, however it is written', () => {
  it.each([
    ['ML Engineer', 'ml-engineer'],
    ['ml-engineer', 'ml-engineer'],
    ['ML_Engineer', 'ml-engineer'],
    ['  ml   engineer  ', 'ml-engineer'],
    ['ML engineers', 'ml-engineer'],
    ['"ml engineer"', 'ml-engineer'],
    ['@ml engineer', 'ml-engineer'],
    ['<@123> ml engineer', 'ml-engineer'],
    ['<#1|x> ml engineer', 'ml-engineer'],
    ['<b>ml engineer</b>', 'ml-engineer'],
    ['ml engineer 🤖', 'ml-engineer'],
    ['ＭＬ　Ｅｎｇｉｎｅｅｒ', 'ml-engineer'],
    ['ml enginéer', 'ml-engineer'],
    ['ml en\u200bgineer', 'ml-engineer'],
    ['\u202eml engineer\u202c', 'ml-engineer'],
    ['ml engineer (*', 'ml-engineer'],
    ['defence ml engineer', 'defense-ml-engineer'],
    ['swe', 'software-engineer'],
    ['.net developer', 'dotnet-developer'],
    ['dot net developer', 'dotnet-developer'],
    ['c++ developer', 'software-engineer'],
    ['ui / ux designer', 'ux-designer'],
    ['A.I. engineer', 'ai-engineer'],
    ['M.L. engineer', 'ml-engineer'],
    ['q.a. engineer', 'qa-engineer'],
  ])('%s is exactly %s', (typed, id) => expect(taken(typed)).toBe(`exact ${id}`));
});

describe('a name as people type it', () => {
  it.each([
    // letters swapped, missing, doubled, wrong; two mistakes
    ['mahcine lerning', 'ml-engineer'],
    ['data scientsit', 'data-scientist'],
    ['data enginer', 'data-engineer'],
    ['dta scientist', 'data-scientist'],
    ['sofware enginer', 'software-engineer'],
    ['bussiness analist', 'business-analyst'],
    ['penetartion tester', 'penetration-tester'],
    ['prodct manger', 'product-manager'],
    // word order, joined, parted
    ['scientist data', 'data-scientist'],
    ['engineer, software', 'software-engineer'],
    ['mlengineer', 'ml-engineer'],
    ['dataengineer', 'data-engineer'],
    ['dataenginer', 'data-engineer'],
    ['directorofengineering', 'director-of-engineering'],
    ['roboticsengineer', 'robotics-engineer'],
    ['dev ops engineer', 'devops-engineer'],
    ['front end developer', 'frontend-developer'],
    ['fullstack developer', 'full-stack-developer'],
    ['m l engineer', 'ml-engineer'],
    // beginnings
    ['machine learning eng', 'ml-engineer'],
    ['softw eng', 'software-engineer'],
    ['data sci', 'data-scientist'],
    ['penetration test', 'penetration-tester'],
    // sentences
    ['i want to become an ml engineer pls', 'ml-engineer'],
    ['what does a data engineer do?', 'data-engineer'],
    ['how much does a product manager earn in Berlin', 'product-manager'],
    ['ux designer salary', 'ux-designer'],
    ['how much does a swe earn in berlin', 'software-engineer'],
    ['data engineer jobs at Globex', 'data-engineer'],
    // ranks
    ['senior ml engineer', 'ml-engineer'],
    ['sr. data scientist', 'data-scientist'],
    ['jr frontend dev', 'frontend-developer'],
    ['lead qa engineer', 'qa-engineer'],
    ['principal software engineer', 'software-engineer'],
    ['entry-level data analyst', 'data-analyst'],
    ['Data Engineer III', 'data-engineer'],
    // short forms
    ['mle', 'ml-engineer'],
    ['sre', 'site-reliability-engineer'],
    ['quality assurance eng', 'qa-engineer'],
    ['ml ops', 'mlops-engineer'],
    ['sw dev', 'software-engineer'],
    ['db admin', 'database-administrator'],
    ['ds', 'data-scientist'],
    ['de', 'data-engineer'],
  ])('%s → %s', (typed, id) => {
    expect(index.find(typed).entry).toBe(id);
  });
});

describe('a name that could be several', () => {
  it.each(['engineer', 'data', 'manager', 'developer', 'scientist', 'analyst', 'security', 'web'])(
    '%s: which one?',
    (typed) => {
      const { match, choices } = index.find(typed);
      expect(match.kind).toBe('ambiguous');
      expect(match.choices.map(({ id }) => id)).toEqual(choices);
      expect(choices.length).toBeLessThanOrEqual(8);
    },
  );

  it('asks about the likelier ones first', () => {
    expect(index.find('data').choices.slice(0, 2).toSorted()).toEqual(['data-engineer', 'data-scientist']);
  });

  it('asks first about those whose titles end so', () => {
    const first = index.find('engineer').choices.slice(0, 7);
    expect(first.filter((id) => !id.endsWith('engineer'))).toEqual([]);
  });

  it('is not the one name that has an English word by chance', () => {
    const release = createIndex([
      ...roles,
      entry('release-manager', 'Release Manager', ['release train engineer', 'release engineer'], {
        weight: 1.5,
      }),
    ]);
    expect(release.find('train engineer').match.kind).toBe('ambiguous');
    expect(release.find('release train engineer').entry).toBe('release-manager');
  });

  it('never offers the answer itself as something else', () => {
    const { entry: found, choices } = index.find('ml engineer');
    expect(found).toBe('ml-engineer');
    expect(choices).not.toContain('ml-engineer');
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(4);
  });
});

/** What two entries of these weights, which share an alias, give for it. */
function shared(first: number, second: number, title = 'Other') {
  return createIndex([
    entry('one', 'One Analyst', ['analytics person'], { weight: first }),
    entry('two', title, ['analytics person'], { weight: second }),
  ]).find('Analytics Person');
}

describe('a name that two entries have', () => {
  it('is asked about', () => {
    const { match, choices } = shared(1, 1.9);
    expect(match.kind).toBe('ambiguous');
    expect(choices).toEqual(['two', 'one']);
  });

  it('is the one that weighs twice as much', () => expect(shared(1, 2).entry).toBe('two'));

  it('is the one that is titled so', () => expect(shared(1.9, 1, 'Analytics Person').entry).toBe('two'));
});

describe('signs that make a name', () => {
  const skills = createIndex(
    ['C', 'C++', 'C#', '.NET', 'R', 'Go', 'F#', 'Objective-C', 'Node.js', 'CI/CD', 'R&D'].map((name) =>
      entry(name, name),
    ),
  );

  it.each(['C', 'C++', 'C#', '.NET', 'R', 'F#', 'Objective-C', 'Node.js', 'CI/CD', 'R&D'])(
    '%s is itself',
    (name) => {
      expect(skills.find(name).entry).toBe(name);
      expect(skills.find(name.toLowerCase()).entry).toBe(name);
    },
  );
});

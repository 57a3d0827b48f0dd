import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/search/index.ts';
import { entry } from './pack.ts';

/** Occupations with many titles each, some shared, some with an expansion in brackets, as open data has them. */
const occupations = [
  entry('developers', 'Software Developers', [
    'Application Developer',
    'Applications Programmer',
    'Embedded Systems Developer',
    'Mobile Developer',
    'Software Architect',
    'Software Engineer',
    'Software Specialist (SW Specialist)',
    'Systems Software Developer',
  ]),
  entry('testers', 'Software Quality Assurance Analysts', [
    'QA Analyst (Quality Assurance Analyst)',
    'QA Tester (Quality Assurance Tester)',
    'Software Tester',
    'Test Automation Engineer',
    'Verification Engineer',
  ]),
  entry('support', 'Computer User Support Specialists', [
    'Desktop Support Tech (Desktop Support Technician)',
    'Help Desk Tech (Help Desk Technician)',
    'IT Support Tech (Information Technology Support Technician)',
    'Support Specialist',
  ]),
  entry('nurses', 'Registered Nurses', [
    'Charge Nurse',
    'RN (Registered Nurse)',
    'Staff Nurse',
    'Support Specialist',
  ]),
  entry('chefs', 'Chefs and Head Cooks', ['Executive Chef', 'Pastry Chef', 'Sous Chef']),
];
const index = createIndex(occupations);

describe('a title that no occupation lists', () => {
  it.each([
    ['Applications Software Developer', 'developers'],
    ['Embedded Software Engineer', 'developers'],
    ['QA Verification Analyst', 'testers'],
    ['Automation Tester', 'testers'],
    ['Desktop Specialist', 'support'],
    ['Staff RN', 'nurses'],
    ['Head Pastry Cook', 'chefs'],
  ])('%s belongs to %s, by all its titles together', (typed, id) => {
    const { entry: found, choices } = index.find(typed);
    expect(found ?? choices[0]).toBe(id);
  });
});

/** A made-up word for each number, none like another. */
function madeUp(number: number): string {
  const mixed = (number * 40_503 + 7) % 65_536;
  return `${letter(mixed)}a${letter(mixed / 16)}o${letter(mixed / 256)}u${letter(mixed / 4096)}`;
}

function letter(number: number): string {
  return 'bcdfghklmnprstvw'.charAt(Math.floor(number) % 16);
}

/** Forty trades of five occupations each, which all work with four things; the first of each lacks the fourth, but helps. */
const trades = Array.from({ length: 200 }, (_, i) => {
  const [trade, place] = [Math.floor(i / 5), i % 5];
  const things = Array.from({ length: 4 }, (__, k) => madeUp(4 * trade + k));
  const names = things
    .slice(0, place === 0 ? 3 : 4)
    .flatMap((thing) => [`${thing} cutter`, `${thing} maker`]);
  const helper = place === 0 ? [`${things[0]} helper`] : [];
  return entry(`t${trade}-${place}`, `${things[1]} ${madeUp(900 + i)}`, [...names, ...helper]);
});

describe('what an occupation is about', () => {
  it.each([7, 23, 39])(
    'is learnt from those like it: who helps with what the others of trade %i work with',
    (trade) => {
      const { entry: found, choices } = createIndex(trades).find(`${madeUp(4 * trade + 3)} helper`);
      const helpers = [found, ...choices].filter((id) => id?.endsWith('-0'));
      expect(helpers[0]).toBe(`t${trade}-0`);
    },
  );
});

describe('what is left over', () => {
  it.each(['Lamp Workers, All Other', 'Lamp Workers n.e.c.'])('%s comes after what is named', (title) => {
    const workers = createIndex([
      entry('all-other', title, ['Lamp Shade Designer']),
      entry('lamps', 'Lamp Makers', ['Lamp Light Designer']),
    ]);
    const { entry: found, choices } = workers.find('Lamp Designer');
    expect(found ?? choices[0]).toBe('lamps');
  });
});

describe('what brackets teach', () => {
  it.each([
    ['QA Analyst', 'testers'],
    ['Quality Assurance Analyst', 'testers'],
    ['QA Analyst (Quality Assurance Analyst)', 'testers'],
    ['registered nurse', 'nurses'],
    ['rn', 'nurses'],
  ])('%s is a name by itself', (typed, id) => {
    expect(index.find(typed)).toMatchObject({ match: { kind: 'exact' }, entry: id });
  });

  it.each([
    ['Information Technology Help Desk Technician', 'IT help desk tech'],
    ['Staff Registered Nurse', 'Staff RN'],
  ])('%s is found as %s is', (long, short) => {
    expect(index.find(long)).toEqual(index.find(short));
  });

  it('asks about a title that two occupations have', () => {
    const { match, choices } = index.find('support specialist');
    expect(match.kind).toBe('ambiguous');
    expect(choices.slice(0, 2).toSorted()).toEqual(['nurses', 'support']);
  });
});

describe('an occupation that a role stands for', () => {
  const both = createIndex([
    entry('data-scientist', 'Data Scientist', [], { weight: 2.5, codes: ['15-2051.00'] }),
    entry('scientists-15-2051-00', 'Data Scientists', ['Data Specialist', 'Data Modeler'], {
      codes: ['15-2051.00'],
    }),
    entry('database-architects', 'Database Architects', ['Data Specialist'], { codes: ['15-1243.00'] }),
  ]);

  it('gives way to the role, by whose title it goes too', () => {
    expect(both.find('data scientists')).toMatchObject({ match: { kind: 'exact' }, entry: 'data-scientist' });
  });

  it('is not offered beside it', () => {
    expect(both.find('data scientist').choices).not.toContain('scientists-15-2051-00');
  });

  it('is found by the titles that only it has', () => {
    expect(both.find('data modeler').entry).toBe('scientists-15-2051-00');
  });
});

describe('courses', () => {
  const courses = createIndex([
    entry('deep-learning-specialization', 'Deep Learning Specialization', ['DeepLearning.AI on Coursera']),
    entry('ml-specialization', 'Machine Learning Specialization', ['Andrew Ng machine learning']),
    entry('fast-ai', 'Practical Deep Learning for Coders', ['fast.ai']),
    entry('security-plus', 'CompTIA Security+', ['sec+']),
    entry('cs229', 'Stanford CS229', []),
    entry('cs231n', 'Stanford CS231n', []),
  ]);

  it.each([
    ['deep learning coursera', 'deep-learning-specialization'],
    ['deep learning specialisation', 'deep-learning-specialization'],
    ['fastai', 'fast-ai'],
    ['fast ai', 'fast-ai'],
    ['security plus', 'security-plus'],
    ['comptia security+', 'security-plus'],
    ['stanford cs229', 'cs229'],
    ['cs 229', 'cs229'],
  ])('%s → %s', (typed, id) => expect(courses.find(typed).entry).toBe(id));

  it.each(['stanford cs224n', 'cs228', 'cooking class'])('%s is none of them', (typed) => {
    expect(courses.find(typed).entry).toBeUndefined();
  });
});

describe('an imported occupation', () => {
  const both = createIndex([
    entry('frontend-developer', 'Frontend Developer', ['CSS developer'], { weight: 2.5 }),
    entry('backend-developer', 'Backend Developer', [], { weight: 2.5 }),
    entry('preparers', 'Medical Equipment Preparers', ['CSS Tech (Central Sterile Supply Technician)']),
  ]);

  it('answers where its very name is typed', () => {
    expect(both.find('css tech')).toMatchObject({ match: { kind: 'exact' }, entry: 'preparers' });
  });

  it('answers where no role is near', () => expect(both.find('medical preparer').entry).toBe('preparers'));

  it('does not answer where a role is as near', () => {
    expect(both.find('css devloper').entry).toBe('frontend-developer');
    expect(both.find('css person').entry).not.toBe('preparers');
  });
});

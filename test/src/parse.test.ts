import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/command.ts';
import type { Command } from '../../src/command.ts';
import { readLine } from '../../src/invocation.ts';
import { readValues } from '../../src/parse.ts';
import { Problem } from '../../src/problem.ts';
import { anyText } from '../any-text.ts';

const role = defineCommand({
  name: 'role',
  summary: 'A role',
  options: {
    role: { kind: 'role', description: 'A role', required: true },
    section: { kind: 'choice', description: 'A section', choices: ['overview', 'skills', 'resume', 'all'] },
  },
  examples: ['role ml-engineer'],
  shareable: true,
  answer: () => ({ title: '', lead: [] }),
});

const move = defineCommand({
  name: 'move',
  summary: 'A move',
  options: {
    from: { kind: 'role', description: 'Where from', required: true },
    to: { kind: 'role', description: 'Where to' },
  },
  examples: ['move data-engineer to ml-engineer'],
  shareable: true,
  answer: () => ({ title: '', lead: [] }),
});

const goal = defineCommand({
  name: 'goal',
  summary: 'A way, its end first',
  options: {
    to: { kind: 'role', description: 'Where to', required: true },
    from: { kind: 'role', description: 'Where from' },
  },
  examples: ['goal ml-engineer from data-engineer'],
  shareable: true,
  answer: () => ({ title: '', lead: [] }),
});

const course = defineCommand({
  name: 'course',
  summary: 'Courses',
  options: {
    about: { kind: 'words', description: 'A role, skill or title', required: true },
    hours: { kind: 'number', description: 'Hours at most', min: 1, max: 2000 },
  },
  examples: ['course pytorch'],
  shareable: true,
  answer: () => ({ title: '', lead: [] }),
});

const from = { asker: { id: 'x', locale: 'en', manages: false }, place: { community: null, channel: null } };

function read(command: Command, text: string): unknown {
  return readValues(command, { command: command.name, text, ...from }).values;
}

function complaint(command: Command, text: string): string {
  try {
    read(command, text);
  } catch (error) {
    if (error instanceof Problem) return error.message;
  }
  return 'no complaint';
}

describe('a line that is taken as it stands', () => {
  const why = defineCommand({
    name: 'why',
    summary: 'Why',
    options: { of: { kind: 'words', description: 'A question', required: true, line: true } },
    examples: ['why role ml-engineer'],
    shareable: true,
    answer: () => ({ title: '', lead: [] }),
  });

  test.each([
    ['move data engineer to:ml-engineer', 'move data engineer to:ml-engineer'],
    ['of:role "ml engineer" section:all', 'role "ml engineer" section:all'],
    ['Of: quick one: which course, page:2?', 'quick one: which course, page:2?'],
  ])('%s', (line, of) => expect(read(why, line)).toEqual({ of }));

  test('is still asked for where there is none', () => {
    expect(complaint(why, '  ')).toBe('/why needs "of": a question.');
  });
});

describe('a line becomes the values of a command', () => {
  test.each([
    ['ml-engineer', { role: 'ml-engineer' }],
    ['  ml   engineer ', { role: 'ml engineer' }],
    ['ml engineer skills', { role: 'ml engineer', section: 'skills' }],
    ['ml engineer section:skills', { role: 'ml engineer', section: 'skills' }],
    ['section:skills ml engineer', { role: 'ml engineer', section: 'skills' }],
    ['role:ml engineer section:all', { role: 'ml engineer', section: 'all' }],
    ['role:"ml engineer" all', { role: 'ml engineer', section: 'all' }],
    ['"ml engineer skills"', { role: 'ml engineer skills' }],
    ['ml engineer Résumé', { role: 'ml engineer', section: 'resume' }],
    ['skills', { role: 'skills' }],
    ['c++', { role: 'c++' }],
    ['[', { role: '[' }],
    ['ml (engineer', { role: 'ml (engineer' }],
  ])('role: %s', (text, values) => {
    expect(read(role, text)).toEqual(values);
  });

  test.each([
    ['data-engineer to ml-engineer', { from: 'data-engineer', to: 'ml-engineer' }],
    ['data engineer -> ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['data engineer→ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['data engineer, ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['from data engineer to ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['from:"data engineer" to:"ml engineer"', { from: 'data engineer', to: 'ml engineer' }],
    ['to:"ml engineer" data engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['data-engineer ml-engineer', { from: 'data-engineer ml-engineer' }],
    ['data engineer', { from: 'data engineer' }],
  ])('move: %s', (text, values) => {
    expect(read(move, text)).toEqual(values);
  });

  test.each([
    ['data engineer to ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['from data engineer to ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['ml engineer from data engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['to ml engineer from data engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['data engineer, ml engineer', { from: 'data engineer', to: 'ml engineer' }],
    ['ml engineer', { to: 'ml engineer' }],
  ])('a way from its beginning to its end, whichever a command declares first: %s', (text, values) => {
    expect(read(goal, text)).toEqual(values);
  });

  test.each([
    ['pytorch hours:20', { about: 'pytorch', hours: 20 }],
    ['pytorch hours:1,000', { about: 'pytorch', hours: 1000 }],
    ['deep learning: a course', { about: 'deep learning: a course' }],
  ])('course: %s', (text, values) => {
    expect(read(course, text)).toEqual(values);
  });

  test('values that a menu separated win over the line', () => {
    const typed = { command: 'move', text: 'a to b', values: { to: 'c' }, ...from };
    expect(readValues(move, typed).values).toEqual({ from: 'a to b', to: 'c' });
  });
});

describe('what cannot be read is told in one sentence', () => {
  test.each([
    [role, '', '/role needs "role": a role.'],
    [
      role,
      'ml section:skils',
      '"skils" is no section: choose one of overview, skills, resume, all. Did you mean "skills"?',
    ],
    [role, 'ml secton:skills', '/role has no "secton". Did you mean "section"?'],
    [course, 'x hours:many', '"many" is no hours: give a number from 1 to 2000.'],
    [course, 'x hours:0', '"0" is no hours: give a number from 1 to 2000.'],
    [course, 'x hours:2001', '"2001" is no hours: give a number from 1 to 2000.'],
    [move, 'a to b to c', '/move takes 2 roles at most.'],
  ] as const)('%#: %s', (command, text, sentence) => {
    expect(complaint(command, text)).toBe(sentence);
  });
});

describe('whatever is typed', () => {
  test('a line is read or complained about, never anything else', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        for (const command of [role, move, course]) expect(typeof complaint(command, text)).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('which command a line is for', () => {
  const names = ['role', 'transition', 'help', 'prompts add', 'prompts'];
  test.each([
    ['/role ml engineer', { command: 'role', text: 'ml engineer' }],
    ['role ml engineer', { command: 'role', text: 'ml engineer' }],
    ['/ROLE  ml', { command: 'role', text: 'ml' }],
    ['／role ｍｌ', { command: 'role', text: 'ml' }],
    ['/rolecall role ml', { command: 'role', text: 'ml' }],
    ['/rolecall', { command: 'help', text: '' }],
    ['/prompts add x', { command: 'prompts add', text: 'x' }],
    ['/roles ml', { command: 'roles', text: 'ml' }],
    ['ml engineer', { command: '', text: 'ml engineer' }],
    ['rolex watch repair', { command: '', text: 'rolex watch repair' }],
    ['', { command: '', text: '' }],
  ])('%s', (line, expected) => {
    expect(readLine(line, names)).toEqual(expected);
  });
});

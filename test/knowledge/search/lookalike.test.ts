import { expect, it } from 'vitest';
import { createIndex } from '../../../knowledge/search/index.ts';
import { entry } from './pack.ts';

const NAMES = ['Writer', 'Plumber', 'HR Keeper', 'QA Lead', 'Vet', 'Zookeeper', 'Bricklayer Helper'];
const index = createIndex(NAMES.map((name) => entry(name, name)));

/** What a name is taken for: `close Writer`, or `none`. */
function taken(typed: string): string {
  const { match, entry: found } = index.find(typed);
  return [match.kind, found].join(' ').trim();
}

it.each([
  ['plumbor', 'close Plumber', 'one letter of seven'],
  ['plumper', 'close Plumber', 'a word of English, one letter of seven'],
  ['waiter', 'none', 'a word of English, one letter of six: no writer'],
  ['vxt', 'none', 'one letter of three'],
  ['hz keeper', 'close HR Keeper', 'one letter of each word'],
  ['qk keeper', 'none', 'each letter of a word: another word'],
  ['qx lead', 'none', 'a letter of a word of two: another word'],
  ['brcklyer helpr', 'close Bricklayer Helper', 'three letters of seventeen'],
  ['braklayor holper', 'none', 'five of seventeen'],
])('%s is %s: %s', (typed, expected) => expect(taken(typed)).toBe(expected));

it('what looks too little like a name is offered only where it might be meant', () => {
  expect(index.find('qk keeper').choices[0]).toBe('HR Keeper');
  expect(index.find('vxt').choices[0]).not.toBe('Vet');
});

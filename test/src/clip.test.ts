import { describe, expect, test } from 'vitest';
import { clipText, clipWords, longestFit, splitAll, splitText, wordsOf } from '../../src/fit/clip.ts';
import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';

const size = (text: SpokenText): number => text.map(wordsOf).join('').length;
const doubled = (text: SpokenText): number => 2 * size(text);
const marked = (text: SpokenText): number =>
  size(text) + 2 * text.filter((each) => typeof each === 'object').length;
const parts = (text: SpokenText, max: number): readonly SpokenText[] => splitAll(text, max, size);
const clipped = (text: SpokenText, max: number): SpokenText => clipText(text, max, size);
const bold = (text: string): SpokenInline => ({ kind: 'bold', text });
const quiet = (text: string): SpokenInline => ({ kind: 'quiet', text });
const code = (text: string): SpokenInline => ({ kind: 'code', text });
const FAMILY = '👨‍👩‍👧';

describe('a text in parts', () => {
  test.each<[string, SpokenText, number, readonly SpokenText[]]>([
    ['nothing', [], 5, []],
    ['what fits', ['one two'], 7, [['one two']]],
    ['what fits in pieces', ['one ', 'two'], 7, [['one ', 'two']]],
    ['one letter too many', ['one two'], 6, [['one '], ['two']]],
    ['words with spaces before them', ['  one two'], 6, [['  one '], ['two']]],
    ['a word that has no room with the spaces before it', ['   one'], 4, [['   o'], ['ne']]],
    ['a word after which more spaces have no room', ['one   two'], 4, [['one '], ['  '], ['two']]],
    ['only spaces', ['   '], 2, [['  '], [' ']]],
    ['lines', ['one\r\n\ttwo'], 6, [['one\r\n\t'], ['two']]],
    ['words in italics', [quiet('one two')], 5, [[quiet('one ')], [quiet('two')]]],
    ['words in bold', [bold('one two')], 5, [[bold('one ')], [bold('two')]]],
    ['two runs of bold beside each other', [bold('a '), bold('b '), 'ccc'], 4, [[bold('a b ')], ['ccc']]],
    ['bold beside italics', [bold('a '), quiet('b '), 'ccc'], 4, [[bold('a '), quiet('b ')], ['ccc']]],
    ['bold beside plain words', [bold('a '), 'b ccc'], 4, [[bold('a '), 'b '], ['ccc']]],
    ['code with a space in it', ['a ', code('b c d'), ' e'], 5, [['a '], [code('b c d')], [' e']]],
    ['code that has no room', [code('abcdef')], 4, [['abcd'], ['ef']]],
    ['an empty run of bold', [bold(''), 'one two'], 4, [['one '], ['two']]],
    ['an empty string', ['', 'one two'], 4, [['one '], ['two']]],
    ['a long word and one after it', ['abcdef g'], 4, [['abcd'], ['ef g']]],
    ['a long word that is all', ['abcd'], 2, [['ab'], ['cd']]],
    ['no room at all', ['ab'], 0, [['a'], ['b']]],
    ['letters of several signs', [`${FAMILY}${FAMILY}`], 12, [[FAMILY], [FAMILY]]],
    ['a letter that has no room', [FAMILY], 4, [['👨‍'], ['👩‍'], ['👧']]],
  ])('%s', (_, text, max, expected) => {
    expect(parts(text, max)).toEqual(expected);
  });

  test('where the place needs room for marks, too', () => {
    expect(splitAll(['**'], 1, doubled)).toEqual([['*'], ['*']]);
    expect(splitAll([code('abc'), 'd'], 4, marked)).toEqual([['abc'], ['d']]);
  });

  test.each([
    ['$155K – $200K', true],
    ['$155K - $200K', true],
    ['$155K — €200K', true],
    ['$155K  –  $200K', true],
    ['1 – 2 – 3', true],
    ['5y – US$9', true],
    ['a – 200', false],
    ['155 – b', false],
    ['155 – USD$200', false],
    ['155 + 200', false],
    ['155 200', false],
  ])('%s is one word: %s', (words, isOne) => {
    const [first = []] = parts([`pay ${words} more`], words.length + 3);
    expect(first.map(wordsOf).join('') === 'pay ').toBe(isOne);
  });
});

test('a text in two: what fits and the rest', () => {
  expect(splitText(['one two'], 7, size)).toEqual([['one two'], []]);
  expect(splitText(['one two three'], 8, size)).toEqual([['one two '], ['three']]);
  expect(splitText([bold('one two three')], 5, size)).toEqual([[bold('one ')], [bold('two three')]]);
});

describe('a text that is cut', () => {
  test.each<[SpokenText, number, SpokenText]>([
    [['one two'], 7, ['one two']],
    [['one two'], 6, ['one…']],
    [['one   two'], 8, ['one…']],
    [[bold('one two')], 6, [bold('one '), '…']],
    [['a ', bold('b '), 'c ddd'], 8, ['a ', bold('b '), 'c…']],
    [['abcdef'], 4, ['abc…']],
  ])('%j within %d', (text, max, expected) => {
    expect(clipped(text, max)).toEqual(expected);
  });

  test('a label, by its letters or as told', () => {
    expect(clipWords('one two', 7)).toBe('one two');
    expect(clipWords('one two', 6)).toBe('one…');
    expect(clipWords('one two', 10, (words) => words.length * 2)).toBe('one…');
    expect(clipWords('one two', 14, (words) => words.length * 2)).toBe('one two');
  });
});

test.each<[SpokenInline, string]>([
  ['a', 'a'],
  [bold('b'), 'b'],
  [{ kind: 'link', text: 'c', url: 'https://d.e' }, 'c'],
  [{ kind: 'moment', at: 0, zone: 'UTC', words: 'then' }, '1970-01-01T00:00:00.000Z'],
  [{ kind: 'channel', id: '1', name: 'careers' }, '#careers'],
  [{ kind: 'channel', id: '1' }, '1'],
  [{ kind: 'member', id: '2' }, '2'],
])('%j is read as %j', (inline, words) => {
  expect(wordsOf(inline)).toBe(words);
});

test('the most that fit are found, near to none in few looks', () => {
  for (const limit of [0, 1, 2, 3, 7, 8, 100])
    for (let most = 0; most <= limit; most += 1) expect(longestFit(limit, (n) => n <= most)).toBe(most);
  let looks = 0;
  longestFit(1_000_000, (n) => {
    looks += 1;
    return n <= 3;
  });
  expect(looks).toBeLessThan(8);
});

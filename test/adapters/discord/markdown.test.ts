import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heading, markdown } from '../../../adapters/discord/markdown.ts';
import type { Text } from '../../../src/reply.ts';
import { bold, code, link, moment, quiet } from '../../../src/reply.ts';
import { HOSTILE } from '../contract-bot.ts';
import { seen } from './seen.ts';
import type { SpokenInline } from '../../../src/message/speak.ts';
import { speakText } from '../../../src/message/speak.ts';

const PLAIN = ['text', 'br', 'twemoji'];

function expectPlain(words: string): void {
  const { text, kinds } = seen(markdown([words]));
  expect(kinds.filter((kind) => !PLAIN.includes(kind))).toEqual([]);
  expect(squeezed(text)).toBe(squeezed(words));
}

function squeezed(text: string): string {
  return text.replace(/[\s\p{Control}]+/gu, ' ').trim();
}

describe('plain words stay plain', () => {
  test.each(HOSTILE)('%s', expectPlain);

  test.each([
    'a_b_ c',
    '_x_',
    'a__b__',
    '***',
    '~~',
    '|| a ||',
    '](',
    '[a](b)',
    '\\',
    '\\*',
    '1. a\n2. b',
    '  # a',
    '<<https://>',
    '<<<https://x>',
    '<*<https://>',
    '<1<https://x>',
  ])('%s', expectPlain);

  test('any words made of the letters Discord gives a meaning', () => {
    const letter = fc.constantFrom(
      ...Array.from('*_~`|[]()<>@#:-+.!\\/&= \n12aZé😀'),
      'everyone',
      'https://',
      '-#',
      '```',
    );
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 14 }).map((letters) => letters.join('')),
        expectPlain,
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    '$155K–$200K',
    '$400K+',
    '2–5 years',
    '~40%',
    'n = 4,262',
    'well-known',
    '[Skills] and more',
    'C# and C++',
    'R&D (top firms)',
    '10:30',
    'x < 5 and y > 3',
    'a|b',
    '1.5 years',
    '10:30:45',
    'someone@example.com',
  ])('%s needs no escape', (words) => {
    expect(markdown([words])).toBe(words);
  });
});

test.each(['<', '<1', '<a', ':', ':a', '~', '|', '](', '*', '1.', ' \n', '# ', 'a@'])(
  'many of %j take no longer than as many letters',
  (fragment) => {
    const words = fragment.repeat(64_000 / fragment.length);
    const start = performance.now();
    markdown([words]);
    heading(words);
    // It took 1.2 seconds and more where each looked for its end through all the others.
    expect(performance.now() - start).toBeLessThan(400);
  },
);

describe('what has a meaning is shown with it', () => {
  const shown: [Text, string][] = [
    [[bold('a'), bold('b')], '**ab**'],
    [['x ', bold(' a '), 'y'], 'x  **a** y'],
    [[quiet('small'), ' next'], '*small* next'],
    [['snake_case'], 'snake\\_case'],
    [[bold('a'), quiet('b')], '**a**b'],
    [[code('$155K–$200K')], '`$155K–$200K`'],
    [[code('a `b`')], 'a \\`b\\`'],
    [[link('DecipherU', 'https://example.com/a_b')], '[DecipherU](https://example.com/a_b)'],
    [[link('https://example.com', 'https://example.com')], '<https://example.com>'],
    [[link('a (b)', 'https://example.com/(x)')], '[a (b)](https://example.com/%28x%29)'],
    [[link('a [b]', 'https://example.com')], 'a [b] (<https://example.com>)'],
    [[link('https://good.example', 'https://bad.example')], 'https\\://good.example (<https://bad.example>)'],
    [[link('run', 'javascript:alert(1)')], 'run'],
    [[link('write', 'mailto:a@b.c')], 'write (mailto:a@b.c)'],
    [[moment(1_618_953_630_000, 'UTC')], '<t:1618953630:F> (<t:1618953630:R>)'],
    [['in ', { kind: 'channel', id: '12345', name: 'careers' }], 'in <#12345>'],
    [[{ kind: 'channel', id: '1'.repeat(21) }], '1'.repeat(21)],
    [[{ kind: 'channel', id: '*5> <@1' }], '\\*5> \\<@1'],
    [[{ kind: 'channel', id: 'terminal', name: '*me*' }], '#\\*me\\*'],
  ];
  test.each(shown)('%j', (text, expected) => {
    expect(markdown(speakText(text, 'en'))).toBe(expected);
  });

  test('a heading is one line', () => {
    expect(heading('a\nb # *c*')).toBe('a b # \\*c\\*');
  });

  test('any run of any styles keeps every word and adds no other meaning', () => {
    const words = fc.oneof(
      fc.constantFrom(...HOSTILE, 'a', 'a b', ' a ', 'snake_case'),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }),
    );
    const inline: fc.Arbitrary<SpokenInline> = fc
      .tuple(fc.constantFrom('plain', 'bold', 'quiet', 'code', 'link'), words)
      .map(([kind, text]) => styled(kind, text));
    const meant = new Set([...PLAIN, 'autolink', 'strong', 'em', 'inlineCode', 'link']);
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 6 }), (text) => {
        const { kinds, targets, ...read } = seen(markdown(text));
        expect(kinds.filter((kind) => !meant.has(kind))).toEqual([]);
        expect(targets.filter((target) => target !== TARGET)).toEqual([]);
        expect(bare(read.text)).toBe(bare(text.map(wordsOf).join('')));
      }),
      { numRuns: 2000 },
    );
  });
});

const CODE: Text[number] = code('# `b`');

test.each<[Text, string]>([
  [['a\n# b\n# c'], 'a\n\\# b\n\\# c'],
  [[bold('a'), '# b\n# c'], '**a**# b\n\\# c'],
  [['a\n', CODE], 'a\n\\# \\`b\\`'],
  [['\na', CODE], '\na# \\`b\\`'],
  [['## a'], '\\## a'],
  [['#'], '\\#'],
  [['-'], '\\-'],
  [['12. a'], '12\\. a'],
  [['12.'], '12\\.'],
  [['a~'], 'a\\~'],
  [['a|'], 'a\\|'],
  [['||'], '\\|\\|'],
  [['<12:30'], '\\<12:30'],
  [['<12'], '\\<12'],
  [[':abc: :a:'], '\\:abc: \\:a:'],
  [['[a]', '(b)'], '[a]\\(b)'],
])('%j as Discord shows it plain', (text, expected) => {
  expect(markdown(speakText(text, 'en'))).toBe(expected);
});

test.each<[Text, string]>([
  [[bold('a'), '', bold('b')], '**ab**'],
  [[bold('a'), link('', ''), bold('b')], '**ab**'],
  [['a', bold('  '), 'b'], 'a  b'],
  [[bold('a '), quiet('b')], '**a** *b*'],
  [[bold('a'), quiet(' b')], '**a** *b*'],
  [[quiet('a'), bold('b')], 'a**b**'],
  [[quiet('a'), code('b')], '*a*`b`'],
  [[link('', 'https://example.com')], '<https://example.com>'],
  [[link('a', 'http://example.com')], '[a](http://example.com)'],
  [[link('a', 'mailto:a@b.c?body=http://x.y')], 'a (mailto:a@b.c?body=http\\://x.y)'],
  [[link('a', 'https://example.com/<|`\\>')], '[a](https://example.com/%3C%7C%60%5C%3E)'],
  [[{ kind: 'member', id: '12' }], '<@12>'],
  [[{ kind: 'group', id: '12' }], '<@&12>'],
  [[{ kind: 'member', id: 'a1' }], 'a1'],
  [[{ kind: 'member', id: '1_' }], '1\\_'],
  [[{ kind: 'group', id: '1'.repeat(21) }], '1'.repeat(21)],
  [[bold('a'), { kind: 'member', id: '' }, bold('b')], '**ab**'],
])('%j keeps its meaning', (text, expected) => {
  expect(markdown(speakText(text, 'en'))).toBe(expected);
});

test.each([
  [' a ', 'a'],
  ['a \t\n b', 'a b'],
  ['# a', '# a'],
])('the heading %j', (words, expected) => {
  expect(heading(words)).toBe(expected);
});

const TARGET = 'https://example.com/x';

function styled(kind: string, text: string): SpokenInline {
  if (kind === 'bold' || kind === 'quiet' || kind === 'code') return { kind, text };
  return kind === 'link' ? { kind, text, url: TARGET } : text;
}

function wordsOf(inline: SpokenInline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'moment' || 'id' in inline) return '';
  return inline.kind === 'link' && (inline.text.trim() === '' || /[[\]]|:\/\//.test(inline.text))
    ? `${inline.text}${inline.url}`
    : inline.text;
}

/** Without spaces, and without the brackets around an address told in words. */
function bare(text: string): string {
  return text.replace(/\s+/g, '').replaceAll(`(${TARGET})`, TARGET);
}

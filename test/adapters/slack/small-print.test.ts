import { describe, expect, test } from 'vitest';
import { drawNode, smallPrint } from '../../../adapters/slack/blocks.ts';
import { markUp, plainObject, textObject } from '../../../adapters/slack/mrkdwn.ts';
import { speakText } from '../../../src/message/speak.ts';
import type { SpokenText } from '../../../src/message/speak.ts';
import type { Text } from '../../../src/reply.ts';
import { bold, code, link, moment, quiet } from '../../../src/reply.ts';

/** The same of small print, as Slack's own markup. */
function saidSmall(text: Text): unknown {
  const [block] = drawNode({ kind: 'note', text: speakText(text, 'en') });
  if (block?.type !== 'context') return block?.type;
  return block.elements.map((each) => ('text' in each ? [each.type, each.text] : each.type)).flat();
}

test.each([' *a', ' _a', '~a ', '`', ':', ':a', '<', '&', ' \n'])(
  'many of %j take no longer than as many letters',
  (fragment) => {
    const words = fragment.repeat(64_000 / fragment.length);
    const start = performance.now();
    markUp([words]);
    textObject([{ kind: 'bold', text: 'a' }, words]);
    // It took seconds where each looked for its end through all the others.
    expect(performance.now() - start).toBeLessThan(400);
  },
);

test.each([
  ['a *b* c', true],
  ['a *b\nc* d', false],
  ['a*b* c', false],
  ['*a* b*c', true],
  ['** a', false],
  ['* a *', false],
  ['`a`', true],
  ['``', false],
  ['~a ~b~', true],
  ['_a b_c', false],
  ['a\n*b*', true],
  [':rocket:', true],
  [':e-mail:', true],
  [':1st_place_medal:', true],
  [':e\u0301a:', true],
  [':100:', true],
  [':12:', false],
  ['10: a b :5', false],
  ['x>y', false],
])('%j beside a link: marks by accident %s', (words, byAccident) => {
  const text: SpokenText = [{ kind: 'link', text: 'x', url: 'https://x.y' }, ' ', words];
  expect(textObject(text)?.type).toBe(byAccident ? undefined : 'mrkdwn');
  // Whichever block shows it, the link is one.
  expect(JSON.stringify(smallPrint(text))).toContain('https://x.y');
});

test.each<[SpokenText, string]>([
  [['a', { kind: 'bold', text: 'B c' }], 'a\u200B*B c*'],
  [[{ kind: 'bold', text: 'a' }, 'b, c'], '*a*\u200Bb, c'],
  [[{ kind: 'bold', text: 'a' }, '', { kind: 'bold', text: 'b' }], '*a*\u200B*b*'],
  [['a', { kind: 'link', text: ' x \n y ', url: 'https://x.y' }, 'b'], 'a<https://x.y|x y>b'],
  [[{ kind: 'link', text: '', url: 'https://x.y' }], '<https://x.y>'],
  [[{ kind: 'member', id: 'U024BE7LR' }], '<@U024BE7LR>'],
  [[{ kind: 'member', id: '<!here>' }], '&lt;!here&gt;'],
  [[{ kind: 'group', id: 'S024BE7LR' }], '<!subteam^S024BE7LR>'],
  [[{ kind: 'group', id: '<!here>' }], '&lt;!here&gt;'],
])('%j in Slack’s markup', (text, words) => {
  expect(markUp(text)).toBe(words);
});

test.each<[SpokenText, string | undefined]>([
  [['x'.repeat(3000)], 'plain_text'],
  [['x'.repeat(3001)], undefined],
  [[{ kind: 'code', text: '*a*' }], 'mrkdwn'],
  [[{ kind: 'code', text: '`*a*' }], undefined],
  [[{ kind: 'quiet', text: 'a' }, ' ', { kind: 'channel', id: 'C024BE7LR', name: '_x_' }], 'mrkdwn'],
  [[{ kind: 'quiet', text: 'a' }, ' ', { kind: 'channel', id: 'c', name: '_x_' }], undefined],
  [[{ kind: 'bold', text: '> a' }, ' b'], undefined],
  [['x>y ', { kind: 'bold', text: 'a' }], 'mrkdwn'],
])('%j in a context block', (text, type) => {
  expect(textObject(text)?.type).toBe(type);
});

test('neither addresses nor pictures are made of what is shown', () => {
  expect(plainObject(':100:')).toEqual({ type: 'plain_text', text: ':100:', emoji: false });
  const text = 'see *https://x.y*';
  expect(textObject(['see ', { kind: 'bold', text: 'https://x.y' }])).toEqual({
    type: 'mrkdwn',
    text,
    verbatim: true,
  });
});

describe('small print', () => {
  test.each<[string, Text, string, string]>([
    [
      'without markup are plain text, as they are',
      ['R&D <!channel> *x*'],
      'plain_text',
      'R&D <!channel> *x*',
    ],
    ['with markup are mrkdwn', [bold('Mid'), ' pay ', quiet('a year')], 'mrkdwn', '*Mid* pay _a year_'],
    [
      'are escaped once',
      [bold('R&D'), ' <!channel> &amp;'],
      'mrkdwn',
      '*R&amp;D* &lt;!channel&gt; &amp;amp;',
    ],
    ['that are code', [code('$155K–$200K'), ' base'], 'mrkdwn', '`$155K–$200K` base'],
    ['that are bold on two lines', [bold('one\ntwo')], 'mrkdwn', '*one*\n*two*'],
    ['with spaces at their edge', ['a', bold(' b '), 'c'], 'mrkdwn', 'a *b* c'],
    ['before a colon', [bold('You bring'), ': SQL'], 'mrkdwn', '*You bring*: SQL'],
    ['that touch', ['US', bold('A'), '!'], 'mrkdwn', 'US\u200B*A*!'],
    ['with two marks side by side', [bold('a'), bold('b')], 'mrkdwn', '*a*\u200B*b*'],
    [
      'with a link',
      [link('a|b & c', 'https://x.y/?a=1&b=<2>|3')],
      'mrkdwn',
      '<https://x.y/?a=1&amp;b=%3C2%3E%7C3|a|b &amp; c>',
    ],
    ['with a link to mail', [link('mail', 'mailto:a@b.c')], 'mrkdwn', '<mailto:a@b.c|mail>'],
    [
      'with a link that is no link',
      [link('click', 'javascript:alert(1)'), bold('!')],
      'mrkdwn',
      'click\u200B*!*',
    ],
    [
      'with a time',
      ['at ', moment(1_795_000_000_000, 'Europe/Madrid')],
      'mrkdwn',
      'at <!date^1795000000^{date_short_pretty} {time}|18 Nov 2026, 12:06 Europe/Madrid>',
    ],
    ['with a channel', ['in ', { kind: 'channel', id: 'C024BE7LR' }], 'mrkdwn', 'in <#C024BE7LR>'],
    [
      'with a channel that is none',
      [bold('in'), ' ', { kind: 'channel', id: 'c1|<!here>' }],
      'mrkdwn',
      '*in* c1|&lt;!here&gt;',
    ],
    ['about ten to about twenty', [bold('Hours'), ' ~10 to ~20'], 'mrkdwn', '*Hours* ~10 to ~20'],
    ['with an underscore inside', [bold('Uses'), ' snake_case_name'], 'mrkdwn', '*Uses* snake_case_name'],
    ['that only look like a picture', [bold('at'), ' 10:30:45'], 'mrkdwn', '*at* 10:30:45'],
    ['with a mark of our own inside', [bold('C*')], 'mrkdwn', 'C*'],
  ])('%s', (_, text, type, words) => {
    expect(saidSmall(text)).toEqual([type, words]);
  });

  test.each<[string, Text]>([
    ['bold', [code('a'), ' *kwargs*']],
    ['italic', [bold('a'), ' _private_']],
    ['struck out', [bold('a'), ' (~gone~)']],
    ['code', [bold('a'), ' `b`']],
    ['a quote', [bold('a'), '\n> b']],
    ['a picture', [bold('a'), ' :rocket: :100:']],
    ['too long', [bold('a'), ' x'.repeat(1600)]],
  ])('that would become %s keeps its marks in letters of the usual size', (_, text) => {
    expect(saidSmall(text)).toBe('rich_text');
  });
});

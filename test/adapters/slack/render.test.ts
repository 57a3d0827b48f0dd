import type { Chart } from '../../../src/chart.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markUp, textObject } from '../../../adapters/slack/mrkdwn.ts';
import { LIMITS, preview, render } from '../../../adapters/slack/render.ts';
import type { Reply, ReplyNode, Text } from '../../../src/reply.ts';
import { askButton, bold, code, link, moment, quiet } from '../../../src/reply.ts';
import { HOSTILE } from '../contract.ts';
import { triesOf } from '../../sample.ts';
import { anyReply } from '../replies.ts';
import { faultsOf } from './judge.ts';
import { read } from './reader.ts';

const EMPTY: Reply = {
  tone: 'answer',
  title: 'A title',
  lead: ['A lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'ml-engineer' } },
  shareable: true,
};

function blocksOf(reply: Partial<Reply>, page = 1): readonly KnownBlock[] {
  return render({ ...EMPTY, ...reply }, { language: 'en', page, share: true }).blocks;
}

/** The blocks of one node, without title and lead. */
function drawn(...body: ReplyNode[]): readonly KnownBlock[] {
  return blocksOf({ title: '', lead: [], body, ask: null });
}

function said(text: Text): unknown {
  const [block] = drawn({ kind: 'text', text });
  return block?.type === 'section' ? [block.text?.type, block.text?.text] : undefined;
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
])('%j beside a link: marks by accident %s', (words, byAccident) => {
  const { type } = textObject([{ kind: 'link', text: 'x', url: 'https://x.y' }, ' ', words]);
  expect(type).toBe(byAccident ? 'plain_text' : 'mrkdwn');
});

describe('a reply', () => {
  test('is a header, the lead, the body, what to do next, and the sources at the foot', () => {
    const message = preview(
      {
        ...EMPTY,
        body: [
          { kind: 'text', title: 'Mid', text: [code('$155K–$200K'), ' base'] },
          {
            kind: 'actions',
            actions: [askButton('Skills', 'role', { role: 'ml-engineer', section: 'skills' })],
          },
          { kind: 'note', text: ['Not advice.'] },
        ],
        sources: [
          {
            name: 'DecipherU',
            url: 'https://example.com/?a=1&b=2',
            reviewed: '2026-04-26',
            disclaimer: 'no advice',
          },
          { name: 'Career guide' },
        ],
      },
      'en',
    );
    expect(message).toMatchSnapshot();
    expect(faultsOf({ ...message })).toEqual([]);
  });

  test('names what it is about to notifications, escaped once', () => {
    const { text } = preview({ ...EMPTY, title: 'R&D <here>', lead: ['Pay is ', bold('$1'), '.'] }, 'en');
    expect(text).toBe('R&amp;D &lt;here&gt;\nPay is $1.');
  });

  test('of nothing at all is still a message', () => {
    const message = preview({ ...EMPTY, title: ' ', lead: [''], ask: null }, 'en');
    expect(message.text).toBe('…');
  });
});

describe('words', () => {
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
    ['that would become bold', [code('a'), ' *kwargs*'], 'plain_text', 'a *kwargs*'],
    ['that would become italic', [bold('a'), ' _private_'], 'plain_text', 'a _private_'],
    ['that would be struck out', [bold('a'), ' (~gone~)'], 'plain_text', 'a (~gone~)'],
    ['that would become code', [bold('a'), ' `b`'], 'plain_text', 'a `b`'],
    ['that would become a quote', [bold('a'), '\n> b'], 'plain_text', 'a\n> b'],
    ['that would become a picture', [bold('a'), ' :rocket: :100:'], 'plain_text', 'a :rocket: :100:'],
    ['that only look like a picture', [bold('at'), ' 10:30:45'], 'mrkdwn', '*at* 10:30:45'],
    ['with a mark of our own inside', [bold('C*')], 'mrkdwn', 'C*'],
  ])('%s', (_, text, type, words) => {
    expect(said(text)).toEqual([type, words]);
  });

  test.each(HOSTILE)('of the data stay words, marked or not: %s', (line) => {
    for (const text of [
      [line],
      [bold(line)],
      [quiet(line)],
      [code(line)],
      [bold('x'), ' ', line],
    ] as Text[]) {
      const message = { ...preview({ ...EMPTY, lead: text }, 'en') };
      expect([...faultsOf(message), ...read(message).faults]).toEqual([]);
      expect(read(message).texts.join('\n').replaceAll('\u200B', '')).toContain(line);
    }
  });
});

describe('nodes', () => {
  test('a table lines up', () => {
    const [block] = drawn({
      kind: 'table',
      title: 'Pay',
      columns: ['Level', 'Pay'],
      rows: [
        ['Mid', '$1 & up'],
        ['Staff', '—'],
      ],
    });
    expect(block).toMatchObject({
      text: { type: 'mrkdwn', text: '*Pay*\n```Level  Pay\nMid    $1 &amp; up\nStaff  —```' },
    });
  });

  test('a table too wide for a screen is told row by row', () => {
    const rows = [['Mid', 'x'.repeat(60)]];
    const [block] = drawn({ kind: 'table', columns: ['Level', 'About'], rows });
    expect(block).toMatchObject({
      text: { type: 'plain_text', text: `• Level: Mid · About: ${'x'.repeat(60)}` },
    });
  });

  test('a table whose words would end the preformatted text is told in plain text', () => {
    const [block] = drawn({ kind: 'table', columns: ['```'], rows: [['a']] });
    expect(block).toMatchObject({ text: { type: 'plain_text', text: '```\na' } });
  });

  test('a list is counted on', () => {
    const items = [['one'], ['two']];
    const [block] = drawn({ kind: 'list', ordered: true, start: 9, items });
    expect(block).toMatchObject({ text: { text: '9. one\n10. two' } });
  });

  test('a picture that is not drawn yet is told in words', () => {
    const chart: Chart = { kind: 'timeline', title: 'T', roads: [] };
    expect(drawn({ kind: 'picture', chart })).toMatchObject([
      { type: 'context', elements: [{ type: 'plain_text', text: 'T.' }] },
    ]);
    expect(drawn({ kind: 'picture', chart, drawn: 'F1' })).toEqual([
      { type: 'image', slack_file: { id: 'F1' }, alt_text: 'T.' },
    ]);
  });

  test('what has nothing to show is left out', () => {
    const nothing: ReplyNode[] = [
      { kind: 'text', text: [] },
      { kind: 'note', text: [' '] },
      { kind: 'fields', fields: [] },
      { kind: 'list', items: [] },
      { kind: 'text', text: [link('', 'javascript:alert(1)')] },
    ];
    expect(blocksOf({ title: 'x', lead: [], body: nothing, ask: null }).map(({ type }) => type)).toEqual([
      'header',
    ]);
  });
});

test.each([undefined, 'F1.png'])('a picture without words is taken all the same: %s', (file) => {
  const chart = { kind: 'timeline', title: 'T', roads: [] } as const;
  const node = {
    kind: 'picture',
    chart,
    alt: '  \n ',
    ...(file === undefined ? {} : { drawn: file }),
  } as const;
  const [reply] = fc.sample(anyReply, { seed: 1, numRuns: 1 });
  expect(reply && faultsOf({ ...render({ ...reply, body: [node] }, { language: 'en' }) })).toEqual([]);
});

test('any reply is a message that Slack takes, within our budget, in which the data pings and formats nothing', () => {
  fc.assert(
    fc.property(anyReply, fc.integer({ min: 1, max: 9 }), fc.boolean(), (reply, page, share) => {
      const message = { ...render(reply, { language: 'en', page, share }) };
      expect([...faultsOf(message), ...read(message).faults]).toEqual([]);
      expect(JSON.stringify(message).length).toBeLessThanOrEqual(LIMITS.message);
    }),
    { numRuns: triesOf(500), endOnFailure: true },
  );
}, 60_000);

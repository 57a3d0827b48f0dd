import type { Chart } from '../../../src/chart.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

/** The pieces of a section of rich text: bare words as a string, all others as they are. */
function said(text: Text): unknown {
  const [block] = drawn({ kind: 'text', text });
  if (block?.type !== 'rich_text') return undefined;
  return block.elements.flatMap(({ elements }) =>
    elements.map((each) => (each.type === 'text' && each.style === undefined ? each.text : each)),
  );
}

const bolded = (text: string) => ({ type: 'text', text, style: { bold: true } });
const slanted = (text: string) => ({ type: 'text', text, style: { italic: true } });
const coded = (text: string) => ({ type: 'text', text, style: { code: true } });

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
  test.each<[string, Text, readonly unknown[]]>([
    ['without markup are as they are', ['R&D <!channel> *x*'], ['R&D <!channel> *x*']],
    [
      'that are bold, slanted and code',
      [bold('Mid'), ' pay ', quiet('a year'), ' ', code('$1')],
      [bolded('Mid'), ' pay ', slanted('a year'), ' ', coded('$1')],
    ],
    [
      'of the data stay letters beside a mark of ours',
      [bold('O*NET'), ' a*b* a_b'],
      [bolded('O*NET'), ' a*b* a_b'],
    ],
    ['that are bold one after the other are one run', [bold('a'), bold('b'), 'c'], [bolded('ab'), 'c']],
    [
      'with a link',
      [link('a|b & c', 'https://x.y/?a=1&b=<2>|3')],
      [{ type: 'link', url: 'https://x.y/?a=1&b=%3C2%3E%7C3', text: 'a|b & c' }],
    ],
    ['with a link to mail', [link('m', 'mailto:a@b.c')], [{ type: 'link', url: 'mailto:a@b.c', text: 'm' }]],
    [
      'with a link that is no link',
      [link('click', 'javascript:alert(1)'), bold('!')],
      ['click', bolded('!')],
    ],
    [
      'with a time',
      ['at ', moment(1_795_000_000_000, 'Europe/Madrid')],
      [
        'at ',
        {
          type: 'date',
          timestamp: 1_795_000_000,
          format: '{date_short_pretty} {time}',
          fallback: '18 Nov 2026, 12:06 Europe/Madrid',
        },
      ],
    ],
    [
      'with a channel',
      ['in ', { kind: 'channel', id: 'C024BE7LR' }],
      ['in ', { type: 'channel', channel_id: 'C024BE7LR' }],
    ],
    [
      'with a channel that is none',
      [bold('in'), ' ', { kind: 'channel', id: 'c1|<!here>' }],
      [bolded('in'), ' c1|<!here>'],
    ],
    ['with blank lines at the end lose these', [bold('a'), '\n\n', ' '], [bolded('a')]],
  ])('%s', (_, text, pieces) => {
    expect(said(text)).toEqual(pieces);
  });

  test.each(HOSTILE)('of the data stay words, marked or not: %s', (line) => {
    for (const text of [
      [line],
      [bold(line)],
      [quiet(line)],
      [code(line)],
      [bold('x'), ' ', line],
    ] as Text[]) {
      const body: ReplyNode[] = [
        { kind: 'note', text },
        { kind: 'table', columns: [line], rows: [[line]] },
      ];
      const message = { ...preview({ ...EMPTY, lead: text, body }, 'en') };
      expect([...faultsOf(message), ...read(message).faults]).toEqual([]);
      expect(read(message).texts.join('\n').replaceAll('\u200B', '')).toContain(line);
    }
  });
});

describe('nodes', () => {
  test('a list is counted on', () => {
    const items = [['one'], ['two']];
    const [block] = drawn({ kind: 'list', ordered: true, start: 9, items });
    expect(block).toMatchObject({ elements: [{ type: 'rich_text_list', style: 'ordered', offset: 8 }] });
    expect(read({ blocks: block === undefined ? [] : [block] }).texts).toEqual(['9. one\n10. two']);
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

import { createHash } from 'node:crypto';
import type { Chart } from '../../../src/chart.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Posted } from '../../../adapters/discord/message.ts';
import { preview, render } from '../../../adapters/discord/render.ts';
import { encode } from '../../../adapters/discord/state.ts';
import type { Action, Reply, ReplyNode } from '../../../src/reply.ts';
import { askButton, bold, code, quiet } from '../../../src/reply.ts';
import { triesOf } from '../../sample.ts';
import { anyReply, figure } from '../replies.ts';
import { textsOf } from './exchange.ts';
import { judgeCallback } from './judge.ts';

const CHART: Chart = { kind: 'timeline', title: 'T', roads: [] };
const SHELL: Reply = {
  tone: 'answer',
  title: 'Title',
  lead: ['Lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'x' } },
  shareable: true,
};

const judged = (message: Posted): string[] => judgeCallback({ type: 4, data: message });
const shown = (...body: ReplyNode[]): Posted => preview({ ...SHELL, body }, 'en');
const described = (...body: ReplyNode[]): string | undefined => shown(...body).embeds[0]?.description;
const stars = (count: number): string => '*'.repeat(count);
const repeat = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const fields = (value: string) =>
  shown({ kind: 'fields', fields: repeat(2, () => ({ name: 'n', value: [value] })) });
const table = (cell: string) =>
  described({
    kind: 'table',
    columns: ['Level', 'Years'],
    rows: [
      ['Junior', '0–2'],
      [cell, ''],
    ],
  });
const labelled = (size: number) =>
  shown({ kind: 'actions', actions: [askButton('x'.repeat(size), 'r', {})] }).components[0]?.components[0];
/** Words of `size` letters that packing makes hardly shorter. */
const jumbled = (size: number) =>
  repeat(Math.ceil(size / 43), (at) => createHash('sha256').update(`${at}`).digest('base64url'))
    .join('')
    .slice(0, size);
const ids = (value: string) =>
  JSON.stringify(shown({ kind: 'actions', actions: [askButton('L', 'r', { a: value })] }));
const MOST_PACKED =
  repeat(400, (at) => at).findLast(
    (size) => encode('ask', { command: 'r', values: { a: jumbled(size) } }).length <= 100,
  ) ?? 0;
function choices(count: number) {
  return repeat(count, (at) => ({ label: `C${at}`, ask: { command: 'r', values: { at: `${at}` } } }));
}

describe('the answer', () => {
  test('is an embed with the sources at its foot, seen by the asker alone, pinging nobody', () => {
    const reply: Reply = {
      ...SHELL,
      title: 'ML Engineer · pay',
      lead: ['Four sources; at mid level they range from ', code('$110K'), ' to ', code('$250K'), '.'],
      body: [
        { kind: 'text', title: 'Mid · 2–5 years', text: [code('$155K–$200K'), ' DecipherU · base + equity'] },
        { kind: 'list', title: 'Skills', items: [[bold('Python')], ['SQL']] },
        { kind: 'note', text: ['Not what is advertised.'] },
      ],
      sources: [{ name: 'DecipherU', reviewed: '2026-04-26', disclaimer: 'not financial advice' }],
    };
    expect(preview(reply, 'en')).toEqual({
      embeds: [
        {
          color: 0x3b82f6,
          title: 'ML Engineer · pay',
          description: [
            'Four sources; at mid level they range from `$110K` to `$250K`.',
            '',
            '**Mid · 2–5 years**',
            '`$155K–$200K` DecipherU · base + equity',
            '',
            '**Skills**',
            '- **Python**',
            '- SQL',
            '-# Not what is advertised.',
          ].join('\n'),
          footer: { text: 'Source: DecipherU, reviewed 26 Apr 2026 · not financial advice' },
        },
      ],
      components: [
        {
          type: 1,
          components: [{ type: 2, style: 2, label: 'Show to channel', custom_id: '1s|role|1|role|x|' }],
        },
      ],
      allowed_mentions: { parse: [] },
      flags: 64,
    });
  });

  test.each(['answer', 'question', 'miss', 'problem'] as const)('has a colour of its own for %s', (tone) => {
    const colour = preview({ ...SHELL, tone }, 'en').embeds[0]?.color;
    const others = (['answer', 'question', 'miss', 'problem'] as const).filter((other) => other !== tone);
    const theirs = others.map((other) => preview({ ...SHELL, tone: other }, 'en').embeds[0]?.color);
    expect(theirs).not.toContain(colour);
  });

  test('keeps the order of its parts: what follows fields or a picture gets an embed of its own', () => {
    const { embeds } = shown(
      { kind: 'text', text: ['first'] },
      { kind: 'fields', fields: [{ name: 'second', value: ['x'] }] },
      { kind: 'fields', fields: [{ name: 'third', value: ['y'] }] },
      { kind: 'text', text: ['fourth'] },
      { kind: 'picture', chart: CHART, drawn: 'fifth.png' },
      { kind: 'text', text: ['sixth'] },
    );
    expect(embeds).toMatchObject([
      { description: 'Lead.\n\nfirst', fields: [{ name: 'second' }, { name: 'third' }] },
      { description: 'fourth', image: { url: 'attachment://fifth.png' } },
      { description: 'sixth' },
    ]);
  });

  test('short fields stand side by side, long ones below each other', () => {
    expect(fields('short').embeds[0]?.fields?.[0]).toEqual({ name: 'n', value: 'short', inline: true });
    expect(fields('x'.repeat(25)).embeds[0]?.fields?.[0]).toEqual({ name: 'n', value: 'x'.repeat(25) });
  });

  test('a table is aligned where a phone has the width, told row by row where not', () => {
    expect(table('Staff')).toBe('Lead.\n```\nLevel   Years\nJunior  0–2\nStaff\n```');
    const wide = 'Staff, principal and distinguished engineer';
    expect(table(wide)).toBe(`Lead.\n*Level · Years*\n- **Junior** · 0–2\n- **${wide}** · –`);
  });

  test('a numbered list counts on', () => {
    expect(described({ kind: 'list', ordered: true, start: 3, items: [['a'], ['b']] })).toBe(
      'Lead.\n3. a\n4. b',
    );
  });

  test('an address that a button cannot lead to is told in words', () => {
    const actions: Action[] = [
      { kind: 'link', label: 'Write', url: 'mailto:a@b.c' },
      askButton('Ask', 'role', {}),
    ];
    const { embeds, components } = shown({ kind: 'actions', actions });
    expect(embeds[0]?.description).toContain('Write: mailto:a@b.c');
    expect(components[0]?.components.map((control) => 'label' in control && control.label)).toContain('Ask');
  });

  test('is the same for everybody but for the button that shows it', () => {
    const reply: Reply = { ...SHELL, body: [{ kind: 'note', text: [quiet('x')] }] };
    const [alone, shared] = [false, true].map((share) => render(reply, { language: 'en', share }));
    expect(alone).toEqual({ ...shared, components: [] });
  });
});

describe('limits, at their largest and one beyond', () => {
  const cases: [string, (size: number) => Posted, number][] = [
    ['title', (size) => preview({ ...SHELL, title: 'x'.repeat(size) }, 'en'), 256],
    ['title with escapes', (size) => preview({ ...SHELL, title: stars(size) }, 'en'), 128],
    ['lead', (size) => preview({ ...SHELL, lead: ['x'.repeat(size)] }, 'en'), 1000],
    ['description', (size) => shown({ kind: 'text', text: ['x'.repeat(size)] }), 4096 - 'Lead.\n\n'.length],
    [
      'fields',
      (size) => shown({ kind: 'fields', fields: repeat(size, (at) => ({ name: `n${at}`, value: ['v'] })) }),
      25,
    ],
    [
      'field name',
      (size) => shown({ kind: 'fields', fields: [{ name: 'x'.repeat(size), value: ['v'] }] }),
      256,
    ],
    [
      'field value',
      (size) => shown({ kind: 'fields', fields: [{ name: 'n', value: ['x'.repeat(size)] }] }),
      1024,
    ],
    [
      'all embeds',
      (size) => shown(...repeat(6, () => ({ kind: 'text', text: ['y'.repeat(size)] }) as const)),
      980,
    ],
    [
      'pictures',
      (size) =>
        shown(
          ...repeat(size, (at) => ({ kind: 'picture', chart: CHART, alt: '', drawn: `${at}.png` }) as const),
        ),
      8,
    ],
    [
      'footer',
      (size) => preview({ ...SHELL, sources: [{ name: 'x'.repeat(size - 'Source: '.length) }] }, 'en'),
      1000,
    ],
    [
      'buttons',
      (size) =>
        shown({ kind: 'actions', actions: repeat(size, (at) => askButton(`${at}`, 'r', { at: `${at}` })) }),
      // Two of them and a full menu.
      27,
    ],
    [
      'custom_id',
      (size) => shown({ kind: 'actions', actions: [askButton('L', 'r', { a: jumbled(size) })] }),
      MOST_PACKED,
    ],
    [
      'choices',
      (size) => shown({ kind: 'actions', actions: [{ kind: 'choose', label: 'L', choices: choices(size) }] }),
      25,
    ],
  ];
  test.each(cases)('%s', (_, make, most) => {
    expect(judged(make(most))).toEqual([]);
    expect(judged(make(most + 1))).toEqual([]);
    // What is sent changes with the next one: it is clipped, goes on elsewhere, or is counted.
    expect(textsOf(make(most + 1)).join('\n')).not.toBe(textsOf(make(most)).join('\n'));
  });

  test('a label of 80 is kept whole, one of 81 is clipped', () => {
    expect(labelled(80)).toMatchObject({ label: 'x'.repeat(80) });
    expect(labelled(81)).toMatchObject({ label: `${'x'.repeat(79)}…` });
  });

  test('a state of 100 characters stands as it is, a longer one is packed or left out and counted', () => {
    expect(ids('x'.repeat(91))).toContain(`"1a|r||a|${'x'.repeat(91)}|"`);
    expect(ids(jumbled(MOST_PACKED + 1))).toContain('1 more to choose from');
  });
});

describe('any reply at all', () => {
  test('is accepted, page by page', () => {
    fc.assert(
      fc.property(anyReply, fc.integer({ min: 2, max: 9 }), (reply, page) => {
        expect([...judged(preview(reply, 'en')), ...judged(preview(reply, 'en', page))]).toEqual([]);
      }),
      { numRuns: triesOf(500) },
    );
  });

  test('keeps every figure whole, over all its pages', () => {
    const word = fc.oneof(figure, fc.constantFrom('learning', 'and', '_x_'));
    const item = fc.array(word, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 80 }), (items) => {
        const list = { kind: 'list', items: items.map((words) => [words.join(' ')]) } as const;
        const reply: Reply = { ...SHELL, body: [list] };
        const pages = repeat(20, (at) => textsOf(preview(reply, 'en', at + 1)).join('\n'));
        const lines = new Set(pages.flatMap((page) => page.split('\n')));
        expect(items.filter((words) => !lines.has(`- ${words.join(' ')}`))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { render } from '../../../adapters/slack/render.ts';
import type { Reply, ReplyNode } from '../../../src/reply.ts';
import { read } from './reader.ts';

const EMPTY: Reply = {
  tone: 'answer',
  title: '',
  lead: [],
  body: [],
  sources: [],
  match: null,
  ask: null,
  shareable: true,
};

/** A page of nodes alone. */
function page(n: number, tables: boolean, ...body: ReplyNode[]): readonly KnownBlock[] {
  return render({ ...EMPTY, body }, { language: 'en', page: n, tables }).blocks;
}

const drawn = (...body: ReplyNode[]) => page(1, true, ...body);

const pay: ReplyNode = {
  kind: 'table',
  title: 'Pay',
  columns: ['Level', 'Pay'],
  rows: [
    ['Mid', '$1 & *up*'],
    ['Staff', ''],
  ],
};
const rawText = (text: string) => ({ type: 'raw_text', text });

test('a table is one that can be sorted, below its title, and no cell of it is empty', () => {
  expect(drawn(pay)).toEqual([
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'Pay', style: { bold: true } }] },
      ],
    },
    {
      type: 'data_table',
      caption: 'Pay',
      page_size: 2,
      rows: [
        [rawText('Level'), rawText('Pay')],
        [rawText('Mid'), rawText('$1 & *up*')],
        [rawText('Staff'), rawText('–')],
      ],
    },
  ]);
});

test('a message has one such table: the second lines up in letters of one width', () => {
  const [, table, second] = drawn(pay, { ...pay, title: 'More' });
  expect([table?.type, second?.type]).toEqual(['data_table', 'rich_text']);
  expect(JSON.stringify(second)).toContain('Level  Pay\\nMid    $1 & *up*\\nStaff');
});

test.each([
  ['101 rows', 2, 101, 'x'],
  ['21 columns', 21, 1, 'x'],
  ['10,001 letters', 2, 2, 'x'.repeat(2500)],
])('a table of %s is told row by row, whole', (_, width, height, words) => {
  const columns = Array.from({ length: width }, (__, at) => `c${at}`);
  const rows = Array.from({ length: height }, (__, at) => columns.map((name) => `${words} ${at} ${name}`));
  const pages = [1, 2, 3, 4, 5, 6].map((n) => page(n, true, { kind: 'table', columns, rows }));
  const told = pages.flatMap((blocks) => read({ blocks }).texts).join('\n');
  for (const row of rows) expect(told).toContain(row.at(-1));
});

test('a table too wide for a phone is told row by row where the workspace takes no other', () => {
  const table: ReplyNode = { kind: 'table', columns: ['Level', 'About'], rows: [['Mid', 'x'.repeat(60)]] };
  const blocks = page(1, false, table);
  expect(read({ blocks }).texts).toEqual([`Level · About\n• Mid · ${'x'.repeat(60)}`]);
});

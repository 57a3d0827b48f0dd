import type { DataTableBlock } from '@slack/types';
import { plainWords } from '../../src/plain.ts';
import type { SpokenNode } from '../../src/spoken.ts';

type Table = Extract<SpokenNode, { kind: 'table' }>;

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block; the header is not counted among the rows. */
const DATA_TABLE = { columns: 20, rows: 100, letters: 10_000 };

/** Rows that are seen before somebody turns the table's own page: about half a phone. */
const PAGE = 10;

/** A table that can be sorted, filtered and scrolled; undefined where Slack would not take it as one. */
export function dataTable({ title, columns, rows }: Table): DataTableBlock | undefined {
  const width = columns.length;
  const isEven = rows.every((row) => row.length === width);
  const isSmall = width <= DATA_TABLE.columns && rows.length <= DATA_TABLE.rows;
  if (width === 0 || rows.length === 0 || !isEven || !isSmall) return undefined;
  const cells = [columns, ...rows].map((row) => row.map(cellOf));
  if (cells.flat().reduce((sum, { text }) => sum + text.length, 0) > DATA_TABLE.letters) return undefined;
  return {
    type: 'data_table',
    caption: oneLine(title ?? columns.join(' · ')),
    page_size: Math.min(rows.length, PAGE),
    rows: cells,
  };
}

/** No cell may be empty. */
function cellOf(words: string) {
  return { type: 'raw_text', text: oneLine(words) } as const;
}

function oneLine(words: string): string {
  return plainWords([words]).replace(/\s+/gu, ' ').trim().toWellFormed() || '–';
}

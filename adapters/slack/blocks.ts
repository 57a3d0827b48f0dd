import type { ContextBlock, KnownBlock, RichTextBlock } from '@slack/types';
import type { SpokenText } from '../../src/message/speak.ts';
import { plainWords, tableLines } from '../../src/plain.ts';
import type { SpokenNode } from '../../src/spoken.ts';
import { dataTable } from './data-table.ts';
import { plainObject, textObject } from './mrkdwn.ts';
import { memoised } from './memo.ts';
import { list, preformatted, richText, section } from './rich-text.ts';

type Of<K extends SpokenNode['kind']> = Extract<SpokenNode, { kind: K }>;

/** A table wider than this breaks its lines on a phone, and then nothing lines up. */
const PHONE = 40;

/** A node as blocks: one, or none where it has nothing to show. Actions are laid out in rows elsewhere. */
export const drawNode = memoised((node: SpokenNode): KnownBlock[] => {
  switch (node.kind) {
    case 'text':
      return richText([section([...titled(node.title), ...node.text])]);
    case 'list':
      return richText([
        section(titled(node.title)),
        list(node.items, node.ordered === true, node.start ?? 1),
      ]);
    case 'table':
      return drawTable(node);
    case 'fields':
      return drawFields(node);
    case 'note':
      return smallPrint(node.text);
    case 'picture':
      return drawPicture(node);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return [];
  }
});

/** A table as `data_table` below its title; undefined for anything that Slack would not take as one. */
export const drawTableIn = memoised((node: SpokenNode): KnownBlock[] | undefined => {
  const table = node.kind === 'table' ? dataTable(node) : undefined;
  if (node.kind !== 'table' || table === undefined) return undefined;
  return [...richText([section(titled(node.title))]), table];
});

/**
 * A text in small grey letters. Only a context block has these, and it knows no rich text: a text that its markup would
 * misread is shown in letters of the usual size instead, with its links.
 */
export function smallPrint(text: SpokenText): (ContextBlock | RichTextBlock)[] {
  const object = textObject(text);
  if (object === undefined) return richText([section(text)]);
  return object.text.trim() === '' ? [] : [{ type: 'context', elements: [object] }];
}

function titled(title: string | undefined): SpokenText {
  return title === undefined || title.trim() === ''
    ? []
    : [{ kind: 'bold', text: title.replace(/\s+/gu, ' ').trim() }, '\n'];
}

/** For where there is no `data_table`: preformatted where that keeps the columns in line, else told row by row. */
function drawTable({ title, columns, rows }: Of<'table'>): KnownBlock[] {
  const lines = tableLines(columns, rows);
  if (lines.every((line) => line.length <= PHONE))
    return richText([section(titled(title)), preformatted(lines)]);
  const head: SpokenText = columns.length === 0 ? [] : [{ kind: 'quiet', text: columns.join(' · ') }];
  return richText([section([...titled(title), ...head]), list(rows.map(rowText), false, 1)]);
}

function rowText([first = '', ...rest]: readonly string[]): SpokenText {
  const cells = rest.map((cell) => ` · ${cell === '' ? '–' : cell}`);
  return [{ kind: 'bold', text: first === '' ? '–' : first }, cells.join('').replaceAll('\n', ' ')];
}

/** A line a field, as a phone has no room beside it; a value of several lines goes below its name. */
function drawFields({ fields }: Of<'fields'>): KnownBlock[] {
  const lines = fields.map(({ name, value }): SpokenText => {
    const label = name.replace(/\s+/gu, ' ').trim();
    const isLong = plainWords(value).includes('\n');
    return label === '' ? value : [{ kind: 'bold', text: label }, isLong ? '\n' : ': ', ...value];
  });
  return richText([section(lines.flatMap((line, at) => (at === 0 ? line : ['\n', ...line])))]);
}

function drawPicture({ alt, drawn }: Of<'picture'>): KnownBlock[] {
  // Slack refuses a blank text.
  const words = plainWords([alt]).replace(/\s+/gu, ' ').trim().toWellFormed() || '…';
  if (drawn === undefined) return [{ type: 'context', elements: [plainObject(words)] }];
  return [{ type: 'image', slack_file: { id: drawn }, alt_text: words }];
}

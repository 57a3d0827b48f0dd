import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';
import { plainWords, tableLines } from '../../src/plain.ts';
import type { SpokenNode } from '../../src/spoken.ts';
import { escaped, markUp, plainObject, textObject, textObjects } from './mrkdwn.ts';
import { memoised } from './memo.ts';

type Of<K extends SpokenNode['kind']> = Extract<SpokenNode, { kind: K }>;

/** A table wider than this breaks its lines on a small screen, and then nothing lines up. */
const TABLE_COLUMNS = 60;

/** A node as blocks: one, or none where it has nothing to show. Actions are laid out in rows elsewhere. */
export const drawNode = memoised((node: SpokenNode): KnownBlock[] => {
  switch (node.kind) {
    case 'text':
      return section([...titled(node.title), ...node.text]);
    case 'list':
      return section([...titled(node.title), ...listText(node)]);
    case 'table':
      return drawTable(node);
    case 'fields':
      return drawFields(node);
    case 'note':
      return context(node.text);
    case 'picture':
      return drawPicture(node);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return [];
  }
});

function section(words: SpokenText): SectionBlock[] {
  return textObjects(words).map((text) => ({ type: 'section', text }));
}

function context(words: SpokenText): ContextBlock[] {
  return textObjects(words).map((text) => ({ type: 'context', elements: [text] }));
}

function titled(title: string | undefined): SpokenText {
  return title === undefined || title.trim() === ''
    ? []
    : [{ kind: 'bold', text: title.replace(/\s+/gu, ' ').trim() }, '\n'];
}

function listText({ items, ordered, start = 1 }: Of<'list'>): SpokenText {
  return items.flatMap((item, at): SpokenInline[] => {
    const mark = ordered === true ? `${start + at}. ` : '• ';
    return [at === 0 ? mark : `\n${mark}`, ...item];
  });
}

/** Preformatted where that keeps the columns in line; told cell by cell where it is too wide. */
function drawTable({ title, columns, rows }: Of<'table'>): KnownBlock[] {
  const lines = tableLines(columns, rows);
  if (Math.max(...lines.map((line) => line.length)) > TABLE_COLUMNS)
    return section([...titled(title), ...rows.flatMap((row, at) => rowText(columns, row, at === 0))]);
  const text = lines.join('\n').toWellFormed();
  const heading = titled(title);
  const marked = heading.length === 0 || textObject(heading).type === 'mrkdwn';
  if (text.trim() === '' || text.includes('```') || !marked) return section([...heading, text]);
  const mrkdwn = `${markUp(heading)}\`\`\`${escaped(text)}\`\`\``;
  return [{ type: 'section', text: { type: 'mrkdwn', text: mrkdwn, verbatim: true } }];
}

function rowText(columns: readonly string[], row: readonly string[], first: boolean): SpokenText {
  const cells = row.map((cell, at) => (columns[at] === undefined ? cell : `${columns[at]}: ${cell}`));
  return [first ? '• ' : '\n• ', cells.join(' · ').replaceAll('\n', ' ')];
}

/** Side by side on a wide screen, below each other on a small one. */
function drawFields({ fields }: Of<'fields'>): KnownBlock[] {
  const texts = textObjects(...fields.map(({ name, value }) => [...titled(name), ...value]));
  return texts.length === 0 ? [] : [{ type: 'section', fields: texts }];
}

function drawPicture({ alt, drawn }: Of<'picture'>): KnownBlock[] {
  // Slack refuses a blank text.
  const words = plainWords([alt]).replace(/\s+/gu, ' ').trim().toWellFormed() || '…';
  if (drawn === undefined) return [{ type: 'context', elements: [plainObject(words)] }];
  return [{ type: 'image', slack_file: { id: drawn }, alt_text: words }];
}

import { chartLines } from './chart/lines.ts';
import { sourcesLine } from './credits.ts';
import { wordsOf } from './fit/clip.ts';
import type { Language } from './message/language.ts';
import type { Text } from './message/message.ts';
import type { SpokenInline, SpokenText } from './message/speak.ts';
import { speak, speakText } from './message/speak.ts';
import type { Reply } from './reply.ts';
import type { SpokenAction, SpokenNode, SpokenReply } from './spoken.ts';
import { speakReply } from './spoken.ts';

/** Styling for a terminal that has it; without, the words alone. */
export interface Paint {
  bold(text: string): string;
  quiet(text: string): string;
  code(text: string): string;
  /** The first line of an answer; bold unless told. */
  title?(text: string): string;
}

const noPaint: Paint = { bold: (text) => text, quiet: (text) => text, code: (text) => text };

/** A reply as plain text, whole, in a reader's language: for the terminal, notifications, logs and tests. */
export function plain(reply: Reply, reader: Language, paint: Paint = noPaint): string {
  return plainReply(speakReply(reply, reader), paint);
}

/** The same of a reply that is in words already. */
export function plainReply(reply: SpokenReply, paint: Paint = noPaint): string {
  const title = oneLine(reply.title);
  const blocks = [
    paint.title === undefined ? paint.bold(title) : paint.title(title),
    plainWords(reply.lead, paint),
    ...reply.body.map((node) => plainNode(node, paint)),
    paint.quiet(speak(sourcesLine(reply.sources), reply.language)),
  ];
  return blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .replace(/^([^\n]+)\n\n/, '$1\n');
}

/** A line as plain text in a reader's language. */
export function plainText(text: Text, reader: Language, paint: Paint = noPaint): string {
  return plainWords(speakText(text, reader), paint);
}

/** The same of a line that is in words already. Control characters are dropped: they would move a terminal's cursor. */
export function plainWords(text: SpokenText, paint: Paint = noPaint): string {
  return text.map((inline) => plainInline(inline, paint)).join('');
}

function plainInline(inline: SpokenInline, paint: Paint): string {
  if (typeof inline === 'string') return printable(inline);
  switch (inline.kind) {
    case 'bold':
      return paint.bold(printable(inline.text));
    case 'quiet':
      return paint.quiet(printable(inline.text));
    case 'code':
      return paint.code(printable(inline.text));
    case 'link':
      return inline.text === inline.url
        ? printable(inline.url)
        : `${printable(inline.text)} (${printable(inline.url)})`;
    case 'moment':
      return inline.words;
    case 'channel':
    case 'member':
    case 'group':
      return printable(wordsOf(inline));
  }
}

/** Everything but control characters; a line break stays. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Control}/gu, '');
}

function oneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}

function plainNode(node: SpokenNode, paint: Paint): string {
  switch (node.kind) {
    case 'text':
      return titled(node.title, plainWords(node.text, paint), paint);
    case 'note':
      return paint.quiet(plainWords(node.text));
    case 'list':
      return titled(
        node.title,
        node.items.map((item, at) => listItem(node, item, at, paint)).join('\n'),
        paint,
      );
    case 'fields':
      return node.fields
        .map((field) => `${paint.bold(printable(field.name))}: ${plainWords(field.value, paint)}`)
        .join('\n');
    case 'table':
      return titled(node.title, tableLines(node.columns, node.rows).join('\n'), paint);
    case 'picture':
      return chartLines(node.chart).map(printable).join('\n');
    case 'divider':
      return '';
    case 'actions':
      return node.actions.map(plainAction).join('\n');
  }
}

function titled(title: string | undefined, text: string, paint: Paint): string {
  return title === undefined ? text : `${paint.bold(oneLine(title))}\n${text}`;
}

function listItem(
  node: Extract<SpokenNode, { kind: 'list' }>,
  item: SpokenText,
  at: number,
  paint: Paint,
): string {
  const mark = node.ordered === true ? `${(node.start ?? 1) + at}.` : '•';
  return `${mark} ${plainWords(item, paint)}`;
}

/** Rows with their columns padded to the widest cell. */
export function tableLines(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns, ...rows].map((row) => row.map(oneLine));
  const widths = columns.map((_, at) => Math.max(...all.map((row) => Array.from(row[at] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function plainAction(action: SpokenAction): string {
  switch (action.kind) {
    case 'ask':
    case 'form':
    case 'share':
      return `[${oneLine(action.label)}]`;
    case 'link':
      return `[${oneLine(action.label)}] ${printable(action.url)}`;
    case 'choose':
      return `${oneLine(action.label)}: ${action.choices.map((choice) => oneLine(choice.label)).join(' · ')}`;
  }
}

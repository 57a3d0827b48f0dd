import { chartLines } from './chart/lines.ts';
import { sourcesLine } from './credits.ts';
import { wordsOf } from './fit/clip.ts';
import type { Language } from './language/language.ts';
import { inLanguage, language } from './language/language.ts';
import type { Action, Inline, Reply, ReplyNode, Text } from './reply.ts';

/** Styling for a terminal that has it; without, the words alone. */
export interface Paint {
  bold(text: string): string;
  quiet(text: string): string;
  code(text: string): string;
}

const noPaint: Paint = { bold: (text) => text, quiet: (text) => text, code: (text) => text };

/** A reply as plain text, whole, in its own language: for the terminal, notifications, logs and tests. */
export function plain(reply: Reply, paint: Paint = noPaint): string {
  return inLanguage(reply.language ?? 'en', () => whole(reply, paint));
}

function whole(reply: Reply, paint: Paint): string {
  const blocks = [
    paint.bold(oneLine(reply.title)),
    plainText(reply.lead, paint),
    ...reply.body.map((node) => plainNode(node, paint)),
    paint.quiet(sourcesLine(reply.sources)),
  ];
  return blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .replace(/^([^\n]+)\n\n/, '$1\n');
}

/** A line as plain text. Control characters are dropped: they would move a terminal's cursor. */
export function plainText(text: Text, paint: Paint = noPaint): string {
  return text.map((inline) => plainInline(inline, paint)).join('');
}

function plainInline(inline: Inline, paint: Paint): string {
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
      return instant(inline.at, inline.zone);
    case 'channel':
      return printable(wordsOf(inline));
  }
}

/** The day before the month, and 24 hours. */
const DATES_IN: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', de: 'de', 'pt-BR': 'pt-BR' };

function instant(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat(DATES_IN[language()], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  });
  return `${format.format(at)} ${zone}`;
}

/** Everything but control characters; a line break stays. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Control}/gu, '');
}

function oneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}

function plainNode(node: ReplyNode, paint: Paint): string {
  switch (node.kind) {
    case 'text':
      return titled(node.title, plainText(node.text, paint), paint);
    case 'note':
      return paint.quiet(plainText(node.text));
    case 'list':
      return titled(
        node.title,
        node.items.map((item, at) => listItem(node, item, at, paint)).join('\n'),
        paint,
      );
    case 'fields':
      return node.fields
        .map((field) => `${paint.bold(printable(field.name))}: ${plainText(field.value, paint)}`)
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

function listItem(node: Extract<ReplyNode, { kind: 'list' }>, item: Text, at: number, paint: Paint): string {
  const mark = node.ordered === true ? `${(node.start ?? 1) + at}.` : '•';
  return `${mark} ${plainText(item, paint)}`;
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

function plainAction(action: Action): string {
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

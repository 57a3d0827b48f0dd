import { tableLines } from '../../src/plain.ts';
import type { SpokenText } from '../../src/message/speak.ts';
import type { SpokenNode } from '../../src/spoken.ts';
import { heading, markdown, oneLine } from './markdown.ts';
import type { EmbedField } from './message.ts';
import { attachmentUrl } from './message.ts';

/** What goes in one embed. Discord shows the text first, then the fields, then the image, whatever their order was. */
export interface Part {
  readonly text: string;
  readonly fields: readonly EmbedField[];
  readonly image?: string;
}

/** The largest description of an embed. */
const DESCRIPTION = 4096;
const FIELDS = 25;
/** A code block wider than this wraps on a phone, and a wrapped table is no table. */
const PHONE = 40;

/** A lead and nodes as embeds that keep their order: what may not follow in an embed starts the next one. */
export function partsOf(lead: SpokenText, nodes: readonly SpokenNode[]): readonly Part[] {
  const parts: Part[] = [{ text: markdown(lead), fields: [] }];
  for (const node of nodes) {
    const last = parts.at(-1) ?? { text: '', fields: [] };
    const part = partOf(node);
    const whole = part === undefined ? last : follow(last, part, startsParagraph(node));
    if (whole === undefined) parts.push(part ?? last);
    else parts[parts.length - 1] = whole;
  }
  return parts.filter(
    (part) => part.text.trim() !== '' || part.fields.length > 0 || part.image !== undefined,
  );
}

/** One embed out of two; undefined where the second must be one of its own. */
function follow(last: Part, next: Part, apart: boolean): Part | undefined {
  const isOpen = last.image === undefined && (last.fields.length === 0 || next.text === '');
  const between =
    last.text === '' || next.text === '' ? '' : apart && !last.text.endsWith('```') ? '\n\n' : '\n';
  const text = last.text + between + next.text;
  const fields = [...last.fields, ...next.fields];
  if (!isOpen || text.length > DESCRIPTION || fields.length > FIELDS) return undefined;
  return { ...last, ...next, text, fields };
}

function startsParagraph(node: SpokenNode): boolean {
  return node.kind === 'text' || ('title' in node && node.title !== undefined);
}

/** The size of a node in the total of its message, with the line breaks before it. */
export function nodeSize(node: SpokenNode): number {
  // The words stand where the picture will be: pages must not change when it comes.
  if (node.kind === 'picture' && node.drawn !== undefined) return small([node.alt]).length + 2;
  const part = partOf(node);
  if (part === undefined) return 0;
  return part.fields.reduce((sum, { name, value }) => sum + name.length + value.length, part.text.length + 2);
}

/** Nodes as shown: each is measured several times before it is sent. */
const made = new WeakMap<SpokenNode, Part>();

function partOf(node: SpokenNode): Part | undefined {
  const part = made.get(node) ?? makePart(node);
  if (part !== undefined) made.set(node, part);
  return part;
}

function makePart(node: SpokenNode): Part | undefined {
  switch (node.kind) {
    case 'text':
      return { text: titled(node.title, markdown(node.text)), fields: [] };
    case 'note':
      return { text: small(node.text), fields: [] };
    case 'list':
      return {
        text: titled(node.title, node.items.map((item, at) => listItem(node, item, at)).join('\n')),
        fields: [],
      };
    case 'table':
      return { text: titled(node.title, tableText(node)), fields: [] };
    case 'fields':
      return { text: '', fields: fieldsOf(node.fields) };
    case 'picture':
      return node.drawn === undefined
        ? { text: small([node.alt]), fields: [] }
        : { text: '', fields: [], image: attachmentUrl(node.drawn) };
    case 'divider':
    case 'actions':
      // Blank lines and embeds set things apart already; actions are laid out below.
      return undefined;
  }
}

function titled(title: string | undefined, text: string): string {
  const head = title === undefined ? '' : markdown([{ kind: 'bold', text: oneLine(title) }]);
  return [head, text].filter((part) => part !== '').join('\n');
}

/** Discord's small print, which ends with its line. */
function small(text: SpokenText): string {
  const line = markdown(text)
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return line === '' ? '' : `-# ${line}`;
}

/** Discord sets in what stands below the mark of an item; further lines of it must be set in as far. */
function listItem(node: Extract<SpokenNode, { kind: 'list' }>, item: SpokenText, at: number): string {
  const mark = node.ordered === true ? `${(node.start ?? 1) + at}. ` : '- ';
  return mark + markdown(item, false).replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

function fieldsOf(fields: readonly { readonly name: string; readonly value: SpokenText }[]): EmbedField[] {
  const shown = fields.map(({ name, value }) => ({
    name: heading(name) || '—',
    value: markdown(value).trim() || '—',
  }));
  const areShort = shown.every(({ name, value }) => name.length <= 24 && value.length <= 24);
  return areShort && shown.length > 1 ? shown.map((field) => ({ ...field, inline: true })) : shown;
}

/** Aligned in a code block where a phone has the width, otherwise a line a row under a line with the columns. */
function tableText({ columns, rows }: Extract<SpokenNode, { kind: 'table' }>): string {
  const cells = [columns, ...rows].map((row) => row.map(oneLine));
  const lines = tableLines(cells[0] ?? [], cells.slice(1));
  const fits = lines.every((line) => line.length <= PHONE && !line.includes('```'));
  if (fits) return ['```', ...lines, '```'].join('\n');
  const [head = [], ...told] = cells;
  return [markdown([{ kind: 'quiet', text: head.join(' · ') }]), ...told.map(rowText)].join('\n');
}

function rowText([first = '', ...rest]: readonly string[]): string {
  const cells = rest.map((cell) => ` · ${cell || '–'}`);
  return `- ${markdown([{ kind: 'bold', text: first || '–' }, ...cells], false)}`;
}

import type { Language } from '../message/language.ts';
import { say } from '../message/say.ts';
import type { SpokenNode } from '../spoken.ts';
import type { SpokenText } from '../message/speak.ts';
import { speak } from '../message/speak.ts';
import { clipWords, longestFit, splitAll } from './clip.ts';
import type { Limits, Ruler } from './limits.ts';

type Field = Of<'fields'>['fields'][number];
type Of<K extends SpokenNode['kind']> = Extract<SpokenNode, { kind: K }>;

/** A node as one or more nodes that each fit. Nothing is lost: what does not fit goes on in the next one. */
export function divide(
  node: SpokenNode,
  limits: Limits,
  ruler: Ruler,
  language: Language,
): readonly SpokenNode[] {
  if (fitsAsItIs(node, limits, ruler)) return [node];
  switch (node.kind) {
    case 'text':
      return divideText(node, limits, ruler, language);
    case 'note':
      return splitAll(node.text, limits.node - ruler.node({ kind: 'note', text: [] }), ruler.text).map(
        (text) => ({
          kind: 'note',
          text,
        }),
      );
    case 'list':
      return divideList(node, limits, ruler, language);
    case 'table':
      return divideTable(node, limits, ruler, language);
    case 'fields':
      return divideFields(node, limits, ruler, language);
    case 'picture':
      return [{ ...node, alt: clipWords(node.alt, limits.alt, ruler.words) }];
    case 'divider':
    case 'actions':
      return [node];
  }
}

/** Most nodes are small: they are left alone, and measured once. */
function fitsAsItIs(node: SpokenNode, limits: Limits, ruler: Ruler): boolean {
  const size = (words: string) => ruler.words?.(words) ?? words.length;
  switch (node.kind) {
    case 'text':
      return node.text.length > 0 && fitsTitled(node, size, limits) && ruler.node(node) <= limits.node;
    case 'list':
      return node.items.length > 0 && fitsTitled(node, size, limits) && ruler.node(node) <= limits.node;
    case 'fields':
      return (
        node.fields.length <= limits.fields &&
        node.fields.every(
          ({ name, value }) => size(name) <= limits.fieldName && ruler.text(value) <= limits.fieldValue,
        ) &&
        ruler.node(node) <= limits.node
      );
    case 'note':
    case 'table':
    case 'picture':
    case 'divider':
    case 'actions':
      return false;
  }
}

function fitsTitled(
  { title = '' }: { title?: string },
  size: (words: string) => number,
  limits: Limits,
): boolean {
  return size(title) <= limits.title;
}

/** A title over what goes on from before, at most `room` long as measured. */
function continued(title: string, room: number, ruler: Ruler, language: Language): string {
  const named = (words: string) => speak(say('{title} (continued)', { title: words }), language);
  return named(clipWords(title, room - named('').length, ruler.words));
}

/** The title of the first part, and of those after it. */
function titles(
  title: string | undefined,
  limits: Limits,
  ruler: Ruler,
  language: Language,
): (first: boolean) => { title?: string } {
  if (title === undefined) return () => ({});
  return (first) =>
    first
      ? { title: clipWords(title, limits.title, ruler.words) }
      : { title: continued(title, limits.title, ruler, language) };
}

function divideText(node: Of<'text'>, limits: Limits, ruler: Ruler, language: Language): SpokenNode[] {
  const empty: Of<'text'> = { kind: 'text', ...titles(node.title, limits, ruler, language)(true), text: [] };
  const parts = splitAll(node.text, limits.node - ruler.node(empty), ruler.text);
  if (parts.length === 0) return node.title === undefined ? [] : [empty];
  return parts.map((text, at) => (at === 0 ? { ...empty, text } : { kind: 'text', text }));
}

/** A list goes on in the next list; an item larger than a node goes on in texts of its own, so that it is counted once. */
function divideList(node: Of<'list'>, limits: Limits, ruler: Ruler, language: Language): SpokenNode[] {
  const titleOf = titles(node.title, limits, ruler, language);
  const parts: SpokenNode[] = [];
  for (let done = 0; done < node.items.length || parts.length === 0;) {
    const head = listHead(node, titleOf(parts.length === 0), done);
    const fits = (n: number) =>
      ruler.node({ ...head, items: node.items.slice(done, done + n) }) <= limits.node;
    const count = longestFit(node.items.length - done, fits);
    if (count > 0) parts.push({ ...head, items: node.items.slice(done, done + count) });
    else parts.push(...divideItem(head, node.items[done] ?? [], limits, ruler));
    done += Math.max(1, count);
  }
  return parts;
}

function listHead(node: Of<'list'>, title: { title?: string }, done: number): Of<'list'> {
  const counted = node.ordered === true ? { ordered: true, start: (node.start ?? 1) + done } : {};
  return { kind: 'list', ...title, ...counted, items: [] };
}

function divideItem(head: Of<'list'>, item: SpokenText, limits: Limits, ruler: Ruler): SpokenNode[] {
  const room = limits.node - ruler.node({ ...head, items: [['']] });
  const [first, ...rest] = splitAll(item, room, ruler.text);
  if (first === undefined) return [head];
  return [{ ...head, items: [first] }, ...rest.map((text) => ({ kind: 'text' as const, text }))];
}

function divideTable(node: Of<'table'>, limits: Limits, ruler: Ruler, language: Language): SpokenNode[] {
  if (node.rows.length === 0)
    return divideList(rowAsList({ ...node, columns: [] }, node.columns), limits, ruler, language);
  const titleOf = titles(node.title, limits, ruler, language);
  const parts: SpokenNode[] = [];
  for (let done = 0; done < node.rows.length;) {
    const head = { kind: 'table' as const, ...titleOf(parts.length === 0), columns: node.columns };
    const fits = (n: number) => ruler.node({ ...head, rows: node.rows.slice(done, done + n) }) <= limits.node;
    const count = longestFit(node.rows.length - done, fits);
    if (count > 0) parts.push({ ...head, rows: node.rows.slice(done, done + count) });
    else parts.push(...divideList(rowAsList(head, node.rows[done] ?? []), limits, ruler, language));
    done += Math.max(1, count);
  }
  return parts;
}

/** A row too large for a table of its own is told cell by cell, and so are the columns of a table without rows. */
function rowAsList(
  { columns, title }: Pick<Of<'table'>, 'columns' | 'title'>,
  row: readonly string[],
): Of<'list'> {
  const items = row.map((cell, at): SpokenText => [
    columns[at] === undefined ? cell : `${columns[at]}: ${cell}`,
  ]);
  return { kind: 'list', ...(title === undefined ? {} : { title }), items };
}

function divideFields(node: Of<'fields'>, limits: Limits, ruler: Ruler, language: Language): SpokenNode[] {
  const fields = node.fields.flatMap((field) => divideField(field, limits, ruler, language));
  const parts: SpokenNode[] = [];
  for (let done = 0; done < fields.length;) {
    const most = Math.min(limits.fields, fields.length - done);
    const fits = (n: number) =>
      ruler.node({ kind: 'fields', fields: fields.slice(done, done + n) }) <= limits.node;
    const count = Math.max(1, longestFit(most, fits));
    parts.push({ kind: 'fields', fields: fields.slice(done, done + count) });
    done += count;
  }
  return parts;
}

function divideField(field: Field, limits: Limits, ruler: Ruler, language: Language): Field[] {
  const parts = splitAll(field.value, limits.fieldValue, ruler.text);
  if (parts.length < 2)
    return [{ name: clipWords(field.name, limits.fieldName, ruler.words), value: parts[0] ?? [] }];
  const name = clipWords(field.name, limits.fieldName, ruler.words);
  const again = continued(field.name, limits.fieldName, ruler, language);
  return parts.map((value, at) => ({ name: at === 0 ? name : again, value }));
}

import type { Field, ReplyNode, Text } from '../reply.ts';
import { clipWords, longestFit, splitText } from './clip.ts';
import type { Limits, Ruler } from './limits.ts';

type Of<K extends ReplyNode['kind']> = Extract<ReplyNode, { kind: K }>;

/** A node as one or more nodes that each fit. Nothing is lost: what does not fit goes on in the next one. */
export function divide(node: ReplyNode, limits: Limits, ruler: Ruler): readonly ReplyNode[] {
  switch (node.kind) {
    case 'text':
      return divideText(node, limits, ruler);
    case 'note':
      return splitAll(node.text, limits.node, ruler).map((text) => ({ kind: 'note', text }));
    case 'list':
      return divideList(node, limits, ruler);
    case 'table':
      return divideTable(node, limits, ruler);
    case 'fields':
      return divideFields(node, limits, ruler);
    case 'picture':
      return [{ ...node, alt: clipWords(node.alt, limits.alt) }];
    case 'divider':
    case 'actions':
      return [node];
  }
}

function divideText(node: Of<'text'>, limits: Limits, ruler: Ruler): ReplyNode[] {
  const title = node.title === undefined ? undefined : clipWords(node.title, limits.title);
  const empty: Of<'text'> = { kind: 'text', ...(title === undefined ? {} : { title }), text: [] };
  const parts = splitAll(node.text, limits.node - ruler.node(empty), ruler);
  return parts.map((text, at) => (at === 0 ? { ...empty, text } : { kind: 'text', text }));
}

function divideList(node: Of<'list'>, limits: Limits, ruler: Ruler): ReplyNode[] {
  const title = node.title === undefined ? undefined : clipWords(node.title, limits.title - CONTINUED.length);
  const room = limits.node - ruler.node({ ...listHead(node, title, 0), items: [['']] });
  const items = node.items.flatMap((item) => splitAll(item, room, ruler));
  const parts: ReplyNode[] = [];
  for (let done = 0; done < items.length;) {
    const head = listHead(node, title, done);
    const fits = (n: number) => ruler.node({ ...head, items: items.slice(done, done + n) }) <= limits.node;
    const count = Math.max(1, longestFit(items.length - done, fits));
    parts.push({ ...head, items: items.slice(done, done + count) });
    done += count;
  }
  return parts;
}

const CONTINUED = ' (continued)';

function listHead(node: Of<'list'>, title: string | undefined, done: number): Of<'list'> {
  return {
    kind: 'list',
    ...(title === undefined ? {} : { title: done === 0 ? title : title + CONTINUED }),
    ...(node.ordered === true ? { ordered: true, start: (node.start ?? 1) + done } : {}),
    items: [],
  };
}

function divideTable(node: Of<'table'>, limits: Limits, ruler: Ruler): ReplyNode[] {
  const parts: ReplyNode[] = [];
  const rest = [...node.rows];
  while (rest.length > 0) {
    const title =
      node.title === undefined ? {} : { title: parts.length === 0 ? node.title : node.title + CONTINUED };
    const head = { kind: 'table' as const, ...title, columns: node.columns };
    const fits = (n: number) => ruler.node({ ...head, rows: rest.slice(0, n) }) <= limits.node;
    const count = longestFit(rest.length, fits);
    if (count === 0) parts.push(...divide(rowAsList(node, rest.splice(0, 1)[0] ?? []), limits, ruler));
    else parts.push({ ...head, rows: rest.splice(0, count) });
  }
  return parts;
}

/** A row too large for a table of its own is told cell by cell. */
function rowAsList(node: Of<'table'>, row: readonly string[]): Of<'list'> {
  const items = row.map((cell, at): Text => [`${node.columns[at] ?? ''}: ${cell}`]);
  return { kind: 'list', ...(node.title === undefined ? {} : { title: node.title }), items };
}

function divideFields(node: Of<'fields'>, limits: Limits, ruler: Ruler): ReplyNode[] {
  const fields = node.fields.flatMap((field) => divideField(field, limits, ruler));
  const parts: ReplyNode[] = [];
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

function divideField(field: Field, limits: Limits, ruler: Ruler): Field[] {
  const name = clipWords(field.name, limits.fieldName - CONTINUED.length);
  const parts = splitAll(field.value, limits.fieldValue, ruler);
  return parts.map((value, at) => ({ name: at === 0 ? name : name + CONTINUED, value }));
}

function splitAll(text: Text, max: number, ruler: Ruler): Text[] {
  const parts: Text[] = [];
  let rest = text;
  while (rest.length > 0) {
    const [head, tail] = splitText(rest, Math.max(1, max), (part) => ruler.text(part));
    parts.push(head);
    rest = tail;
  }
  return parts;
}

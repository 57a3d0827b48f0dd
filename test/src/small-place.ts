import type { Fitted, Limits, Ruler } from '../../src/fit.ts';
import { fit } from '../../src/fit.ts';
import type { SpokenInline, SpokenText } from '../../src/message/speak.ts';
import type { SpokenAction, SpokenNode, SpokenReply } from '../../src/spoken.ts';

/** A place smaller than any real one. */
export const LIMITS: Limits = {
  message: 3000,
  nodes: 8,
  node: 1200,
  title: 60,
  lead: 200,
  fields: 5,
  fieldName: 40,
  fieldValue: 80,
  rows: 3,
  buttonsPerRow: 4,
  buttonLabel: 20,
  choices: 6,
  choiceLabel: 20,
  state: 60,
  url: 100,
  alt: 50,
};

/** Stars count double there, as where they are escaped. */
export const size = (words: string): number => words.length + words.split('*').length - 1;

export function wordsOf(inline: SpokenInline): string {
  if (typeof inline === 'string') return inline;
  if ('id' in inline) return inline.id;
  return inline.kind === 'moment' ? 'x'.repeat(20) : inline.text;
}

function textSize(text: SpokenText): number {
  const links = text.flatMap((inline) =>
    typeof inline === 'object' && inline.kind === 'link' ? [inline.url] : [],
  );
  return text.reduce((sum, inline) => sum + size(wordsOf(inline)), 0) + links.join('    ').length;
}

export function nodeSize(node: SpokenNode): number {
  const title = 'title' in node && node.title !== undefined ? size(node.title) + 1 : 0;
  switch (node.kind) {
    case 'text':
      return title + textSize(node.text) + 1;
    case 'note':
      return textSize(node.text) + 1;
    case 'list':
      return title + node.items.reduce((sum, item) => sum + textSize(item) + 6, 0);
    case 'fields':
      return node.fields.reduce((sum, field) => sum + size(field.name) + textSize(field.value), 0);
    case 'table':
      return title + [node.columns, ...node.rows].flat().reduce((sum, cell) => sum + size(cell) + 2, 0);
    case 'picture':
      return size(node.alt);
    case 'divider':
    case 'actions':
      return 1;
  }
}

export const RULER: Ruler = {
  text: textSize,
  words: size,
  node: nodeSize,
  frame: (reply) => size(reply.title) + textSize(reply.lead),
  state: (ask) => JSON.stringify(ask),
};

/** A reply with nothing in it yet. */
export const SHELL: SpokenReply = {
  tone: 'answer',
  title: 'Title',
  lead: ['Lead.'],
  body: [],
  sources: [],
  match: null,
  ask: { command: 'role', values: { role: 'x' } },
  shareable: true,
  language: 'en',
};

/** A reply, or nodes in an otherwise empty one, fitted into the small place. */
export function fitted(what: SpokenReply | readonly SpokenNode[], page = 1, share = false): Fitted {
  const reply = 'title' in what ? what : { ...SHELL, body: what };
  return fit(reply, LIMITS, RULER, { page, share });
}

export const bodyOf = (...nodes: SpokenNode[]): readonly SpokenNode[] => fitted(nodes).reply.body;

export const ofActions = (...actions: SpokenAction[]): Fitted => fitted([{ kind: 'actions', actions }]);

export const labels = ({ rows }: Fitted): string[] => rows.flat().map((action) => action.label);

/** So many buttons, each asking something else. */
export const buttons = (count: number): SpokenAction[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'ask',
    label: `B${at}`,
    ask: { command: 'role', values: { n: `${at}` } },
  }));

/** Words of exactly this length. */
export const of = (length: number): string =>
  `${'word '.repeat(Math.ceil(length / 5)).slice(0, length - 1)}d`;

import { sourcesLine } from '../../src/credits.ts';
import { speak } from '../../src/message/speak.ts';
import { plainWords } from '../../src/plain.ts';
import type { SpokenAction, SpokenForm, SpokenNode, SpokenReply } from '../../src/spoken.ts';

/** Every line that a reader sees of a reply, the foot and the labels of buttons and menus included. */
export function linesOf(reply: SpokenReply): string[] {
  const foot = speak(sourcesLine(reply.sources), reply.language);
  return [reply.title, plainWords(reply.lead), ...reply.body.flatMap(linesOfNode), foot]
    .map((line) => line.trim())
    .filter((line) => /\p{L}/u.test(line));
}

/** The same of a form. */
export function linesOfForm({ title, fields }: SpokenForm): string[] {
  return [
    title,
    ...fields.flatMap(({ label, hint = '', ...field }) => [label, hint, ...boxesOf(field)]),
  ].filter((line) => /\p{L}/u.test(line));
}

function boxesOf(field: object): string[] {
  if ('options' in field) return (field.options as readonly { label: string }[]).map(({ label }) => label);
  return 'placeholder' in field ? [String(field.placeholder)] : [];
}

function linesOfNode(node: SpokenNode): string[] {
  const title = 'title' in node && node.title !== undefined ? [node.title] : [];
  switch (node.kind) {
    case 'text':
      return [...title, ...plainWords(node.text).split('\n')];
    case 'note':
      return [plainWords(node.text)];
    case 'list':
      return [...title, ...node.items.map((item) => plainWords(item))];
    case 'fields':
      return node.fields.flatMap(({ name, value }) => [name, plainWords(value)]);
    case 'table':
      return [...title, ...node.columns, ...node.rows.flat()];
    case 'picture':
      return [node.alt];
    case 'actions':
      return node.actions.flatMap(linesOfAction);
    case 'divider':
      return [];
  }
}

function linesOfAction(action: SpokenAction): string[] {
  return action.kind === 'choose'
    ? [action.label, ...action.choices.map(({ label }) => label)]
    : [action.label];
}

import { sourcesLine } from '../../src/credits.ts';
import type { OpenForm } from '../../src/form.ts';
import type { Language } from '../../src/language/language.ts';
import { inLanguage } from '../../src/language/language.ts';
import { plainText } from '../../src/plain.ts';
import type { Action, Reply, ReplyNode } from '../../src/reply.ts';

/** Every line that a reader sees of a reply, the foot and the labels of buttons and menus included. */
export function linesOf(reply: Reply): string[] {
  const spoken: Language = reply.language ?? 'en';
  return inLanguage(spoken, () =>
    [reply.title, plainText(reply.lead), ...reply.body.flatMap(linesOfNode), sourcesLine(reply.sources)]
      .map((line) => line.trim())
      .filter((line) => /\p{L}/u.test(line)),
  );
}

/** The same of a form. */
export function linesOfForm({ title, fields }: OpenForm): string[] {
  return [
    title,
    ...fields.flatMap(({ label, hint = '', ...field }) => [label, hint, ...boxesOf(field)]),
  ].filter((line) => /\p{L}/u.test(line));
}

function boxesOf(field: object): string[] {
  if ('options' in field) return (field.options as readonly { label: string }[]).map(({ label }) => label);
  return 'placeholder' in field ? [String(field.placeholder)] : [];
}

function linesOfNode(node: ReplyNode): string[] {
  const title = 'title' in node && node.title !== undefined ? [node.title] : [];
  switch (node.kind) {
    case 'text':
      return [...title, ...plainText(node.text).split('\n')];
    case 'note':
      return [plainText(node.text)];
    case 'list':
      return [...title, ...node.items.map((item) => plainText(item))];
    case 'fields':
      return node.fields.flatMap(({ name, value }) => [name, plainText(value)]);
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

function linesOfAction(action: Action): string[] {
  return action.kind === 'choose'
    ? [action.label, ...action.choices.map(({ label }) => label)]
    : [action.label];
}

import { styleText } from 'node:util';
import type { Paint } from '../../src/plain.ts';
import { plain } from '../../src/plain.ts';
import type { Action, Ask, Reply } from '../../src/reply.ts';

/** Colours for a terminal that has them; Node leaves them out for a pipe and under NO_COLOR. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return {
    bold: (text) => styleText('bold', text, { stream }),
    quiet: (text) => styleText('dim', text, { stream }),
    code: (text) => styleText('cyan', text, { stream }),
  };
}

/** What a number typed next would ask. */
export interface Shown {
  readonly text: string;
  readonly asks: readonly Ask[];
}

/** A reply in words, its buttons numbered so that they can be pressed by typing. */
export function render(reply: Reply, paint?: Paint): Shown {
  const actions = reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  const buttons = actions.flatMap(buttonsOf);
  const body = reply.body.filter((node) => node.kind !== 'actions');
  const numbered = buttons.map((button, at) => `[${at + 1}] ${button.label}`).join('  ');
  const links = actions.flatMap((action) =>
    action.kind === 'link' ? [`${action.label}: ${action.url}`] : [],
  );
  const text = [plain({ ...reply, body }, paint), ...links, numbered]
    .filter((part) => part !== '')
    .join('\n\n');
  return { text, asks: buttons.map((button) => button.ask) };
}

function buttonsOf(action: Action): readonly { readonly label: string; readonly ask: Ask }[] {
  switch (action.kind) {
    case 'ask':
      return [action];
    case 'choose':
      return action.choices;
    case 'link':
    case 'share':
      return [];
  }
}

import { styleText } from 'node:util';
import type { Paint } from '../../src/plain.ts';
import type { Language } from '../../src/message/language.ts';
import { plainReply } from '../../src/plain.ts';
import type { Ask, Reply } from '../../src/reply.ts';
import type { SpokenAction } from '../../src/spoken.ts';
import { speakReply } from '../../src/spoken.ts';

/** Colours for a terminal that has them; Node leaves them out for a pipe and under NO_COLOR. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return {
    bold: (text) => styleText('bold', text, { stream }),
    quiet: (text) => styleText('dim', text, { stream }),
    code: (text) => styleText('cyan', text, { stream }),
  };
}

/** What a number typed next would ask; `opens` says that it opens the form of that question. */
export interface Button {
  readonly label: string;
  readonly ask: Ask;
  readonly opens: boolean;
}

/** An answer in words, and its buttons in the order of their numbers. */
export interface Shown {
  readonly text: string;
  readonly buttons: readonly Button[];
}

/** A reply in words, its buttons numbered so that they can be pressed by typing. */
export function render(whole: Reply, language: Language, paint?: Paint): Shown {
  const reply = speakReply(whole, language);
  const actions = reply.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  const buttons = actions.flatMap(buttonsOf);
  const body = reply.body.filter((node) => node.kind !== 'actions');
  const numbered = buttons.map((button, at) => `[${at + 1}] ${button.label}`).join('  ');
  const links = actions.flatMap((action) =>
    action.kind === 'link' ? [`${action.label}: ${action.url}`] : [],
  );
  const text = [plainReply({ ...reply, body }, paint), ...links, numbered]
    .filter((part) => part !== '')
    .join('\n\n');
  return { text, buttons };
}

function buttonsOf(action: SpokenAction): readonly Button[] {
  switch (action.kind) {
    case 'ask':
    case 'form':
      return [{ label: action.label, ask: action.ask, opens: action.kind === 'form' }];
    case 'choose':
      return action.choices.map(({ label, ask }) => ({ label, ask, opens: false }));
    case 'link':
    case 'share':
      return [];
  }
}

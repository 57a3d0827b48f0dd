import type { Action, Choice, ReplyNode } from '../../src/reply.ts';
import type { Said } from '../../src/message/say.ts';

/** More choices than this are a menu instead of buttons. */
const BUTTONS = 5;

/** Buttons while there are few choices, a menu otherwise. */
export function asButtonsOrMenu(label: Said, choices: readonly Choice[]): Action[] {
  if (choices.length > BUTTONS) return [{ kind: 'choose', label, choices }];
  return choices.map((choice) => ({ kind: 'ask', ...choice }));
}

/** What to do next, as a node; none where there is nothing. */
export function nextActions(actions: readonly Action[]): ReplyNode[] {
  return actions.length === 0 ? [] : [{ kind: 'actions', actions }];
}

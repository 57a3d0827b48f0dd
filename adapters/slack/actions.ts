import type { ActionsBlock, ActionsBlockElement, PlainTextOption } from '@slack/types';
import type { Ask } from '../../src/reply.ts';
import type { SpokenAction, SpokenChoice } from '../../src/spoken.ts';
import { plainObject } from './mrkdwn.ts';
import { buttonId, encodeAsk, encodeChoice, menuId, sharedBy } from './state.ts';

/**
 * Actions as one block, in which buttons and menus stand side by side as far as the screen goes; there are never as many
 * as a block may hold. Every element gets a number, since an action id may stand in a message only once.
 */
export function actionBlocks(rows: readonly (readonly SpokenAction[])[]): ActionsBlock[] {
  const elements = rows.flat().map((action, at) => element(action, at));
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function element(action: SpokenAction, at: number): ActionsBlockElement {
  const text = plainObject(oneLine(action.label));
  switch (action.kind) {
    case 'ask':
    case 'form':
    case 'share':
      return {
        type: 'button',
        text,
        action_id: buttonId(action.kind, at),
        value: encodeAsk(action.ask),
        ...(action.rank === 'primary' ? { style: 'primary' as const } : {}),
      };
    case 'link':
      return { type: 'button', text, action_id: buttonId('link', at), url: action.url };
    case 'choose':
      return menu(action, at);
  }
}

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element: what stands behind "⋯". */
const MOST_BEHIND = 5;

function menu(
  { label, choices, rank }: Extract<SpokenAction, { kind: 'choose' }>,
  at: number,
): ActionsBlockElement {
  const shared = sharedBy(choices);
  const action_id = menuId(at, shared);
  const options = choices.map((choice) => option(choice, shared));
  if (rank === 'quiet' && options.length <= MOST_BEHIND) return { type: 'overflow', action_id, options };
  const placeholder = plainObject(oneLine(label));
  const groups = Map.groupBy(choices, ({ group }) => group ?? label);
  if (groups.size === 1) return { type: 'static_select', placeholder, action_id, options };
  const option_groups = Array.from(groups, ([name, its]) => ({
    label: plainObject(oneLine(name)),
    options: its.map((choice) => option(choice, shared)),
  }));
  return { type: 'static_select', placeholder, action_id, option_groups };
}

function option(choice: SpokenChoice, shared: Ask): PlainTextOption {
  return { text: plainObject(oneLine(choice.label)), value: encodeChoice(choice, shared) };
}

/** Labels have one line; control characters would be shown as boxes. */
function oneLine(label: string): string {
  return label
    .toWellFormed()
    .replace(/[\s\p{Control}]+/gu, ' ')
    .trim();
}

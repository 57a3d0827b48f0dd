import type { ActionsBlock, ActionsBlockElement, PlainTextOption } from '@slack/types';
import type { Ask } from '../../src/reply.ts';
import type { SpokenAction, SpokenChoice } from '../../src/spoken.ts';
import { plainObject } from './mrkdwn.ts';
import { buttonId, encodeAsk, encodeChoice, menuId, sharedBy } from './state.ts';

/** Rows of actions as blocks. Every element gets a number, since an action id may stand in a message only once. */
export function actionBlocks(rows: readonly (readonly SpokenAction[])[]): ActionsBlock[] {
  let at = 0;
  return rows.map((row) => ({ type: 'actions', elements: row.map((action) => element(action, at++)) }));
}

function element(action: SpokenAction, at: number): ActionsBlockElement {
  const text = plainObject(oneLine(action.label));
  switch (action.kind) {
    case 'ask':
    case 'form':
    case 'share':
      return { type: 'button', text, action_id: buttonId(action.kind, at), value: encodeAsk(action.ask) };
    case 'link':
      return { type: 'button', text, action_id: buttonId('link', at), url: action.url };
    case 'choose': {
      const shared = sharedBy(action.choices);
      const options = action.choices.map((choice) => option(choice, shared));
      return { type: 'static_select', placeholder: text, action_id: menuId(at, shared), options };
    }
  }
}

function option({ label, ask }: SpokenChoice, shared: Ask): PlainTextOption {
  return { text: plainObject(oneLine(label)), value: encodeChoice(ask, shared) };
}

/** Labels have one line; control characters would be shown as boxes. */
function oneLine(label: string): string {
  return label
    .toWellFormed()
    .replace(/[\s\p{Control}]+/gu, ' ')
    .trim();
}

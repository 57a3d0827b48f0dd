import type { Message } from '../message/message.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import type { SpokenAction, SpokenChoice, SpokenReply } from '../spoken.ts';
import type { SpokenMenu } from './arrange.ts';
import { arrange } from './arrange.ts';
import type { Limits, Ruler } from './limits.ts';
import type { Measured } from './usable.ts';
import { identityOf, newcomers, usableAction, usableMenu } from './usable.ts';

/** Actions that fit, laid out in rows, and how many had to be left out. */
export interface Rows {
  readonly rows: readonly (readonly SpokenAction[])[];
  readonly leftOut: number;
}

/** Rows of buttons; menus come below. */
const BUTTON_ROWS = 2;

/**
 * Lays actions out in rows by the one policy of `arrange`: buttons side by side, a menu in a row of its own. `last`
 * (paging, sharing) is never left out. What asks the same as another is shown once, since two actions of a message may
 * not have the same id.
 */
export function layOut(
  actions: readonly SpokenAction[],
  last: readonly SpokenAction[],
  limits: Limits,
  ruler: Ruler,
  reply: Pick<SpokenReply, 'tone' | 'match' | 'language'>,
): Rows {
  const measured = { limits, ruler, language: reply.language };
  const end = distinct(last, [], ruler).flatMap((action) => usableAction(action, measured));
  const asked = distinct(actions, end, ruler);
  const usable = asked.flatMap((action) => usableAction(action, measured));
  const { buttons, menus } = arrange(usable, reply, limits.choices);
  const below = usableMenus(menus, buttons, measured);
  const rows = toRows([...buttons, ...below.buttons], end, below.menus, limits);
  return { rows: rows.rows, leftOut: asked.length - usable.length + below.over + rows.leftOut };
}

/** The actions that are neither among `others` nor twice among themselves. */
function distinct(
  actions: readonly SpokenAction[],
  others: readonly SpokenAction[],
  ruler: Ruler,
): SpokenAction[] {
  const isNew = newcomers(others.map((action) => identityOf(action, ruler)));
  return actions.filter((action) => isNew(identityOf(action, ruler)));
}

interface Below {
  readonly menus: readonly SpokenMenu[];
  /** Choices whose question is too long for a menu of this place, and not for a button. */
  readonly buttons: readonly SpokenAction[];
  readonly over: number;
}

/** Menus without what is a button already. */
function usableMenus(
  menus: readonly SpokenMenu[],
  buttons: readonly SpokenAction[],
  measured: Measured,
): Below {
  const pressed = new Set(buttons.map((action) => identityOf(action, measured.ruler)));
  const fitted = menus.map((menu) => {
    const choices = menu.choices.filter((choice) => !pressed.has(identityOf(choice, measured.ruler)));
    return usableMenu({ ...menu, choices }, measured);
  });
  const unfit = fitted.flatMap((menu) => menu.unfit);
  const asButtons = unfit.flatMap((choice) => usableAction(buttonOf(choice), measured));
  return {
    menus: fitted.flatMap(({ shown }) => shown),
    buttons: asButtons,
    over: fitted.reduce((sum, { over }) => sum + over, unfit.length - asButtons.length),
  };
}

function buttonOf({ label, ask, form }: SpokenChoice): SpokenAction {
  return { kind: form === true ? 'form' : 'ask', label, ask };
}

/** At most two rows of buttons; where menus do not all fit, those of the answer itself give way first. */
function toRows(
  buttons: readonly SpokenAction[],
  end: readonly SpokenAction[],
  menus: readonly SpokenMenu[],
  { rows: most, buttonsPerRow }: Limits,
): Rows {
  const room = Math.min(BUTTON_ROWS, most) * buttonsPerRow - end.length;
  const shown = [...buttons.slice(0, Math.max(0, room)), ...end];
  const inRows = Array.from({ length: Math.ceil(shown.length / buttonsPerRow) }, (_, at) =>
    shown.slice(at * buttonsPerRow, (at + 1) * buttonsPerRow),
  );
  const below = most === inRows.length ? [] : menus.slice(inRows.length - most);
  const lost = menus.slice(0, menus.length - below.length).flatMap(({ choices }) => choices);
  const leftOut = buttons.length + end.length - shown.length + lost.length;
  return { rows: [...inRows, ...below.map((menu) => [menu])], leftOut };
}

/** The buttons that lead through an answer of several pages, and the one that shows it to everybody. */
export function closingActions(
  reply: SpokenReply,
  page: number,
  pages: number,
  share: boolean,
): SpokenAction[] {
  const { ask, language } = reply;
  if (ask === null) return [];
  const turn = (label: Message, to: number): SpokenAction => ({
    kind: 'ask',
    label: speak(label, language),
    ask: { ...ask, page: to },
  });
  return [
    ...(page > 1 ? [turn(say('‹ {page} of {pages}', { page: page - 1, pages }), page - 1)] : []),
    ...(page < pages ? [turn(say('{page} of {pages} ›', { page: page + 1, pages }), page + 1)] : []),
    ...(share && reply.shareable
      ? [{ kind: 'share', label: speak(say('Show to channel'), language), ask: { ...ask, page } } as const]
      : []),
  ];
}

import type { Action, Ask, Choice, Reply } from '../reply.ts';
import { isSafeUrl } from '../reply.ts';
import { clipWords } from './clip.ts';
import type { Limits, Ruler } from './limits.ts';

/** Actions that fit, laid out in rows, and how many had to be left out. */
export interface Rows {
  readonly rows: readonly (readonly Action[])[];
  readonly leftOut: number;
}

/** Lays actions out in rows: buttons side by side, a menu in a row of its own. `last` (paging, sharing) is never left out. */
export function layOut(
  actions: readonly Action[],
  last: readonly Action[],
  limits: Limits,
  ruler: Ruler,
): Rows {
  const usable = actions.flatMap((action) => usableAction(action, limits, ruler));
  const end = last.flatMap((action) => usableAction(action, limits, ruler));
  const choicesLeftOut = actions.reduce((sum, action) => sum + choicesOver(action, limits, ruler), 0);
  for (let kept = usable.length; ; kept -= 1) {
    const rows = toRows([...usable.slice(0, kept), ...end], limits);
    if (rows.length <= limits.rows || kept === 0) {
      return { rows, leftOut: actions.length - kept + choicesLeftOut };
    }
  }
}

function usableAction(action: Action, limits: Limits, ruler: Ruler): Action[] {
  switch (action.kind) {
    case 'link':
      return isSafeUrl(action.url) && action.url.length <= limits.url ? [clipLabel(action, limits)] : [];
    case 'ask':
    case 'share':
      return fitsState(action.ask, limits, ruler) ? [clipLabel(action, limits)] : [];
    case 'choose': {
      const choices = usableChoices(action.choices, limits, ruler);
      return choices.length > 0 ? [{ ...clipLabel(action, limits), choices }] : [];
    }
  }
}

function usableChoices(choices: readonly Choice[], limits: Limits, ruler: Ruler): Choice[] {
  const seen = new Set<string>();
  const fitting = choices.filter((choice) => {
    const state = ruler.state(choice.ask);
    if (state.length > limits.state || seen.has(state)) return false;
    seen.add(state);
    return true;
  });
  return fitting
    .slice(0, limits.choices)
    .map((choice) => ({ ...choice, label: clipWords(choice.label, limits.choiceLabel) }));
}

function choicesOver(action: Action, limits: Limits, ruler: Ruler): number {
  if (action.kind !== 'choose') return 0;
  const kept = usableChoices(action.choices, limits, ruler).length;
  return kept === 0 ? 0 : action.choices.length - kept;
}

function fitsState(ask: Ask, limits: Limits, ruler: Ruler): boolean {
  return ruler.state(ask).length <= limits.state;
}

function clipLabel<A extends Action>(action: A, limits: Limits): A {
  return { ...action, label: clipWords(action.label, limits.buttonLabel) };
}

function toRows(actions: readonly Action[], limits: Limits): Action[][] {
  const rows: Action[][] = [];
  for (const action of actions) {
    const row = rows.at(-1);
    const joins = row !== undefined && action.kind !== 'choose' && row[0]?.kind !== 'choose';
    if (joins && row.length < limits.buttonsPerRow) row.push(action);
    else rows.push([action]);
  }
  return rows;
}

/** The buttons that lead through an answer of several pages, and the one that shows it to everybody. */
export function closingActions(reply: Reply, page: number, pages: number, share: boolean): Action[] {
  const { ask } = reply;
  if (ask === null) return [];
  const turn = (label: string, to: number): Action => ({ kind: 'ask', label, ask: { ...ask, page: to } });
  return [
    ...(page > 1 ? [turn(`‹ ${page - 1} of ${pages}`, page - 1)] : []),
    ...(page < pages ? [turn(`${page + 1} of ${pages} ›`, page + 1)] : []),
    ...(share && reply.shareable
      ? [{ kind: 'share', label: 'Show to channel', ask: { ...ask, page } } as const]
      : []),
  ];
}

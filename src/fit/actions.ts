import type { Action, Ask, Choice, Reply } from '../reply.ts';
import { isSafeUrl } from '../reply.ts';
import { say } from '../language/say.ts';
import { clipWords } from './clip.ts';
import type { Limits, Ruler } from './limits.ts';

/** Actions that fit, laid out in rows, and how many had to be left out. */
export interface Rows {
  readonly rows: readonly (readonly Action[])[];
  readonly leftOut: number;
}

/**
 * Lays actions out in rows: buttons side by side, a menu in a row of its own. `last` (paging, sharing) is never left
 * out. What asks the same as another is shown once, since two actions of a message may not have the same id.
 */
export function layOut(
  actions: readonly Action[],
  last: readonly Action[],
  limits: Limits,
  ruler: Ruler,
): Rows {
  const end = distinct(
    last.flatMap((action) => usableAction(action, limits, ruler)?.action ?? []),
    [],
    ruler,
  );
  const shown = distinct(actions, end, ruler);
  const usable = shown.flatMap((action) => usableAction(action, limits, ruler) ?? []);
  const unusable = shown.length - usable.length;
  const choicesLeftOut = usable.reduce((sum, { over }) => sum + over, 0);
  for (let kept = usable.length; ; kept -= 1) {
    const first = usable.slice(0, kept).map(({ action }) => action);
    const rows = toRows([...first, ...end], limits);
    if (rows.length <= limits.rows || kept === 0)
      return { rows, leftOut: usable.length - kept + unusable + choicesLeftOut };
  }
}

/** An action as it can be shown, and how many of its choices cannot. */
interface Usable {
  readonly action: Action;
  readonly over: number;
}

/** The actions that are neither among `others` nor twice among themselves. */
function distinct(actions: readonly Action[], others: readonly Action[], ruler: Ruler): Action[] {
  const identity = (action: Action) =>
    'ask' in action ? `${action.kind} ${ruler.state(action.ask)}` : action;
  const isNew = newcomers(others.map(identity));
  return actions.filter((action) => isNew(identity(action)));
}

/** Tells whether a thing is seen for the first time. */
function newcomers(known: readonly unknown[] = []): (thing: unknown) => boolean {
  const seen = new Set(known);
  return (thing) => {
    const isNew = !seen.has(thing);
    seen.add(thing);
    return isNew;
  };
}

function usableAction(action: Action, limits: Limits, ruler: Ruler): Usable | undefined {
  const usable = { action: clipLabel(action, limits), over: 0 };
  switch (action.kind) {
    case 'link':
      return isSafeUrl(action.url) && action.url.length <= limits.url ? usable : undefined;
    case 'ask':
    case 'form':
    case 'share':
      return fitsState(action.ask, limits, ruler) ? usable : undefined;
    case 'choose': {
      const { choices, over } = usableChoices(action.choices, limits, ruler);
      return choices.length === 0 ? undefined : { action: { ...clipLabel(action, limits), choices }, over };
    }
  }
}

/** The choices that can be shown, and how many cannot; the same question twice counts once. */
function usableChoices(
  choices: readonly Choice[],
  limits: Limits,
  ruler: Ruler,
): { choices: Choice[]; over: number } {
  const isNew = newcomers();
  const asked = choices.filter(({ ask }) => isNew(ruler.state(ask)));
  const usable = asked
    .filter(({ ask }) => fitsChoice(ask, choices, limits, ruler))
    .slice(0, limits.choices)
    .map(({ label, ask }) => ({ label: labelOf(label, () => words(ask), limits.choiceLabel), ask }));
  return { choices: usable, over: asked.length - usable.length };
}

function fitsState(ask: Ask, limits: Limits, ruler: Ruler): boolean {
  return ruler.state(ask).length <= limits.state;
}

function fitsChoice(ask: Ask, menu: readonly Choice[], limits: Limits, ruler: Ruler): boolean {
  const state = ruler.choice?.(ask, menu) ?? ruler.state(ask);
  return state.length <= (limits.choiceState ?? limits.state);
}

function clipLabel<A extends Action>(action: A, limits: Limits): A {
  return { ...action, label: labelOf(action.label, () => insteadOf(action), limits.buttonLabel) };
}

/** What an action says when its label is blank: no place accepts a blank one. */
function insteadOf(action: Action): string {
  switch (action.kind) {
    case 'ask':
    case 'form':
    case 'share':
      return words(action.ask);
    case 'link':
      return action.url;
    case 'choose':
      return say('Choose');
  }
}

function words({ command, values }: Ask): string {
  return [`/${command}`, ...Object.values(values)].join(' ');
}

function labelOf(label: string, otherwise: () => string, max: number): string {
  const said = label.replace(/[\s\p{Control}]+/gu, ' ').trim();
  return clipWords(said === '' ? otherwise() : said, max);
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
    ...(page > 1 ? [turn(say('‹ {page} of {pages}', { page: page - 1, pages }), page - 1)] : []),
    ...(page < pages ? [turn(say('{page} of {pages} ›', { page: page + 1, pages }), page + 1)] : []),
    ...(share && reply.shareable
      ? [{ kind: 'share', label: say('Show to channel'), ask: { ...ask, page } } as const]
      : []),
  ];
}

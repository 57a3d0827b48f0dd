import type { Ask } from '../reply.ts';
import type { SpokenAction, SpokenChoice, SpokenReply } from '../spoken.ts';
import { isSafeUrl } from '../reply.ts';
import type { Language } from '../message/language.ts';
import type { Message } from '../message/message.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import { clipWords } from './clip.ts';
import type { Limits, Ruler } from './limits.ts';

/** Actions that fit, laid out in rows, and how many had to be left out. */
export interface Rows {
  readonly rows: readonly (readonly SpokenAction[])[];
  readonly leftOut: number;
}

/**
 * Lays actions out in rows: buttons side by side, a menu in a row of its own. `last` (paging, sharing) is never left
 * out. What asks the same as another is shown once, since two actions of a message may not have the same id.
 */
export function layOut(
  actions: readonly SpokenAction[],
  last: readonly SpokenAction[],
  limits: Limits,
  ruler: Ruler,
  language: Language,
): Rows {
  const end = distinct(
    last.flatMap((action) => usableAction(action, limits, ruler, language)?.action ?? []),
    [],
    ruler,
  );
  const shown = distinct(actions, end, ruler);
  const usable = shown.flatMap((action) => usableAction(action, limits, ruler, language) ?? []);
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
  readonly action: SpokenAction;
  readonly over: number;
}

/** The actions that are neither among `others` nor twice among themselves. */
function distinct(
  actions: readonly SpokenAction[],
  others: readonly SpokenAction[],
  ruler: Ruler,
): SpokenAction[] {
  const identity = (action: SpokenAction) =>
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

function usableAction(
  action: SpokenAction,
  limits: Limits,
  ruler: Ruler,
  language: Language,
): Usable | undefined {
  const clipped = clipLabel(action, limits, language);
  const usable = { action: clipped, over: 0 };
  switch (action.kind) {
    case 'link':
      return isSafeUrl(action.url) && action.url.length <= limits.url ? usable : undefined;
    case 'ask':
    case 'form':
    case 'share':
      return fitsState(action.ask, limits, ruler) ? usable : undefined;
    case 'choose': {
      const { choices, over } = usableChoices(action.choices, limits, ruler);
      return choices.length === 0
        ? undefined
        : { action: { ...action, label: clipped.label, choices }, over };
    }
  }
}

/** The choices that can be shown, and how many cannot; the same question twice counts once. */
function usableChoices(
  choices: readonly SpokenChoice[],
  limits: Limits,
  ruler: Ruler,
): { choices: SpokenChoice[]; over: number } {
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

function fitsChoice(ask: Ask, menu: readonly SpokenChoice[], limits: Limits, ruler: Ruler): boolean {
  const state = ruler.choice?.(ask, menu) ?? ruler.state(ask);
  return state.length <= (limits.choiceState ?? limits.state);
}

function clipLabel<A extends SpokenAction>(action: A, limits: Limits, language: Language): A {
  return { ...action, label: labelOf(action.label, () => insteadOf(action, language), limits.buttonLabel) };
}

/** What an action says when its label is blank: no place accepts a blank one. */
function insteadOf(action: SpokenAction, language: Language): string {
  switch (action.kind) {
    case 'ask':
    case 'form':
    case 'share':
      return words(action.ask);
    case 'link':
      return action.url;
    case 'choose':
      return speak(say('Choose'), language);
  }
}

function words({ command, values }: Ask): string {
  return [`/${command}`, ...Object.values(values)].join(' ');
}

function labelOf(label: string, otherwise: () => string, max: number): string {
  const said = label.replace(/[\s\p{Control}]+/gu, ' ').trim();
  return clipWords(said === '' ? otherwise() : said, max);
}

function toRows(actions: readonly SpokenAction[], limits: Limits): SpokenAction[][] {
  const rows: SpokenAction[][] = [];
  for (const action of actions) {
    const row = rows.at(-1);
    const joins = row !== undefined && action.kind !== 'choose' && row[0]?.kind !== 'choose';
    if (joins && row.length < limits.buttonsPerRow) row.push(action);
    else rows.push([action]);
  }
  return rows;
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

import type { Language } from '../message/language.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import type { Ask } from '../reply.ts';
import { isSafeUrl } from '../reply.ts';
import type { SpokenAction, SpokenChoice } from '../spoken.ts';
import type { SpokenMenu } from './arrange.ts';
import { clipWords } from './clip.ts';
import type { Limits, Ruler } from './limits.ts';

/** What decides whether an action can be shown in a place, and in which language it says what it is. */
export interface Measured {
  readonly limits: Limits;
  readonly ruler: Ruler;
  readonly language: Language;
}

/** A button as it can be shown; none where it cannot. A menu is looked at when it is known what is in it. */
export function usableAction(action: SpokenAction, { limits, ruler, language }: Measured): SpokenAction[] {
  const otherwise = () => insteadOf(action, language);
  const clipped = { ...action, label: labelOf(action.label, otherwise, limits.buttonLabel) };
  switch (action.kind) {
    case 'link':
      return isSafeUrl(action.url) && action.url.length <= limits.url ? [clipped] : [];
    case 'ask':
    case 'form':
    case 'share':
      return ruler.state(action.ask).length <= limits.state ? [clipped] : [];
    case 'choose':
      return [clipped];
  }
}

/** A menu as it can be shown, the choices that only a button could hold, and how many more there are. */
export interface UsableMenu {
  readonly shown: readonly SpokenMenu[];
  readonly unfit: readonly SpokenChoice[];
  readonly over: number;
}

/** Fits the choices of a menu; the same question twice counts once. */
export function usableMenu(menu: SpokenMenu, measured: Measured): UsableMenu {
  const { limits } = measured;
  const isNew = newcomers();
  const asked = menu.choices.filter((choice) => isNew(identityOf(choice, measured.ruler)));
  const fitting = fittingOf(asked, measured);
  const unfit = asked.filter((choice) => !fitting.includes(choice) && !fitsChoice(choice, asked, measured));
  const choices = fitting.map((choice) => clipChoice(choice, limits));
  const [usable] = usableAction({ ...menu, choices }, measured);
  const shown = usable?.kind === 'choose' && choices.length > 0 ? [usable] : [];
  return { shown, unfit, over: asked.length - choices.length - unfit.length };
}

/** The choices that a menu of just these holds: what a choice takes may depend on the others. */
function fittingOf(choices: readonly SpokenChoice[], measured: Measured): readonly SpokenChoice[] {
  const fitting = choices
    .filter((choice) => fitsChoice(choice, choices, measured))
    .slice(0, measured.limits.choices);
  return fitting.length === choices.length ? fitting : fittingOf(fitting, measured);
}

/** The same for two things that do the same when they are pressed. */
export function identityOf(thing: SpokenAction | SpokenChoice, ruler: Ruler): unknown {
  if (!('ask' in thing)) return thing;
  const kind = 'kind' in thing ? thing.kind : thing.form === true ? 'form' : 'ask';
  return `${kind} ${ruler.state(thing.ask)}`;
}

/** Tells whether a thing is seen for the first time. */
export function newcomers(known: readonly unknown[] = []): (thing: unknown) => boolean {
  const seen = new Set(known);
  return (thing) => {
    const isNew = !seen.has(thing);
    seen.add(thing);
    return isNew;
  };
}

function fitsChoice(
  choice: SpokenChoice,
  menu: readonly SpokenChoice[],
  { limits, ruler }: Measured,
): boolean {
  const state = ruler.choice?.(choice, menu) ?? ruler.state(choice.ask);
  return state.length <= (limits.choiceState ?? limits.state);
}

function clipChoice(choice: SpokenChoice, { choiceLabel }: Limits): SpokenChoice {
  const label = labelOf(choice.label, () => words(choice.ask), choiceLabel);
  const { group } = choice;
  return group === undefined
    ? { ...choice, label }
    : { ...choice, label, group: clipWords(group, choiceLabel) };
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

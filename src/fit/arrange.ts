import type { Language } from '../message/language.ts';
import { say } from '../message/say.ts';
import { speak } from '../message/speak.ts';
import type { SpokenAction, SpokenChoice, SpokenReply } from '../spoken.ts';

/** What can be pressed in the order of all places: buttons side by side, then menus. */
export interface Arranged {
  readonly buttons: readonly SpokenAction[];
  /** The menus of the answer itself, then "More about …", and last what is said of the answer. */
  readonly menus: readonly SpokenMenu[];
}

export type SpokenMenu = Extract<SpokenAction, { kind: 'choose' }>;
type Asking = Extract<SpokenAction, { kind: 'ask' | 'form' }>;

/** How many of the actions that a command calls primary are that. */
const MOST_PRIMARY = 3;
/** Where a command calls none so, the first of them are. */
const PRIMARY = 2;
/** So few are all buttons: a menu would hide one or two. */
const FEW = 4;
/** Of equal answers to a question of ours as many are buttons. */
const EQUALS = 5;
/** Of what a command calls equal, such as examples, as many. */
const MOST_EQUALS = 6;

/**
 * The one policy of what to do next: two or three primary buttons, one menu with everything else, one quiet menu about
 * the answer itself. A menu of the answer's own stays one where it is the only one, or where a menu of `most` choices
 * cannot hold it too.
 */
export function arrange(
  actions: readonly SpokenAction[],
  reply: Pick<SpokenReply, 'tone' | 'match' | 'language'>,
  most: number,
): Arranged {
  const asks = onceEach(actions.filter((action) => action.kind === 'ask' || action.kind === 'form'));
  const quiet = asks.filter(({ rank }) => rank === 'quiet');
  const loud = asks.filter(({ rank }) => rank !== 'quiet');
  const { buttons, others } = split(loud, reply.tone);
  const own = actions.filter((action) => action.kind === 'choose');
  const { more, apart } = fold(others, own, moreLabel(reply), most);
  return {
    buttons: [...buttons, ...actions.filter(({ kind }) => kind === 'link')],
    menus: [...apart, ...more, ...quietMenu(quiet, reply.language)],
  };
}

/** The same question is offered once, by its first name: "Skills" and "Skills: CTO" are one button. */
function onceEach(asks: readonly Asking[]): Asking[] {
  const keys = asks.map(({ kind, ask: { command, values, page } }) =>
    JSON.stringify([kind, command, Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)), page]),
  );
  return asks.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

/** Which of them are buttons. Choices between equals, as in "Which one?", are never primary. */
function split(asks: readonly Asking[], tone: SpokenReply['tone']): { buttons: Asking[]; others: Asking[] } {
  const equals = asks.filter(({ rank }) => rank === 'equal').slice(0, MOST_EQUALS);
  if (equals.length > 0)
    return { buttons: equals.map(unmarked), others: asks.filter((action) => !equals.includes(action)) };
  if (tone === 'question') return { buttons: asks.slice(0, EQUALS), others: asks.slice(EQUALS) };
  const declared = asks.filter(({ rank }) => rank === 'primary').slice(0, MOST_PRIMARY);
  const free = asks.filter(({ rank }) => rank === undefined).slice(0, PRIMARY);
  const primary = declared.length > 0 ? declared : free;
  const others = asks.filter((action) => !primary.includes(action));
  const marked = primary.map((action) => ({ ...action, rank: 'primary' as const }));
  if (asks.length > FEW) return { buttons: marked, others: others.map(unmarked) };
  return { buttons: [...marked, ...others.map(unmarked)], others: [] };
}

function unmarked({ kind, label, ask }: Asking): Asking {
  return { kind, label, ask };
}

/** One menu out of what is no button and of the menus of the answer, as far as one menu holds them. */
function fold(
  others: readonly Asking[],
  own: readonly SpokenMenu[],
  label: string,
  most: number,
): { more: SpokenMenu[]; apart: SpokenMenu[] } {
  const apart = own.filter(({ rank }) => rank === 'primary');
  const foldable = own.filter(({ rank }) => rank !== 'primary');
  if (others.length === 0 && foldable.length < 2) return { more: [], apart: own.slice() };
  const choices: SpokenChoice[] = others.map(choiceOf);
  for (const menu of foldable) {
    if (choices.length + menu.choices.length > most) apart.push(menu);
    else choices.push(...menu.choices.map((choice) => inGroup(choice, menu.label, label)));
  }
  return { more: choices.length === 0 ? [] : [{ kind: 'choose', label, choices }], apart };
}

function choiceOf({ kind, label, ask }: Asking): SpokenChoice {
  return kind === 'form' ? { label, ask, form: true } : { label, ask };
}

function inGroup(choice: SpokenChoice, group: string, label: string): SpokenChoice {
  return group === label ? choice : { ...choice, group };
}

function moreLabel({ match, language }: Pick<SpokenReply, 'match' | 'language'>): string {
  const isKnown = match?.kind === 'exact' || match?.kind === 'close';
  return speak(isKnown ? say('More about {role}', { role: match.title }) : say('More'), language);
}

function quietMenu(quiet: readonly Asking[], language: Language): SpokenMenu[] {
  if (quiet.length === 0) return [];
  const label = speak(say('About this answer'), language);
  return [{ kind: 'choose', rank: 'quiet', label, choices: quiet.map(choiceOf) }];
}

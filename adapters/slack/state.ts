import type { Ask } from '../../src/reply.ts';
import type { SpokenChoice } from '../../src/spoken.ts';
import { memoised } from './memo.ts';

/** Changes whenever the format does, so that a button of an older message is known as one. */
const VERSION = 'r1';

const NOTHING: Ask = { command: '', values: {} };

/** In a menu's id the name of a value that its choices have under several names; in a choice that very value. */
const SAME = '*';

/** Before the value of a choice that opens a form. */
const FORM = 'f';

/** Most characters of an action id: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const ACTION_ID = 255;

/** What a pressed button or a picked option means; `stale` is one that this version did not make. */
export type Pressed =
  | { readonly kind: 'ask' | 'share' | 'form'; readonly ask: Ask }
  | { readonly kind: 'link' }
  | { readonly kind: 'search' }
  | { readonly kind: 'stale' };

/** An ask as one line of text: page, command and values, without the characters that Slack escapes. */
export const encodeAsk = memoised((ask: Ask): string => spelled(ask));

/** The same, where a value that is `same` is told by a sign. */
function spelled({ command, values, page }: Ask, same?: string): string {
  const pairs = Object.entries(values).map(
    ([name, value]) => `${name === SAME ? name : escaped(name)}=${value === same ? SAME : escaped(value)}`,
  );
  return [VERSION, page === undefined ? '' : String(page), escaped(command), ...pairs].join(';');
}

/** The reverse; undefined for anything that `encodeAsk` did not make. `same` is what the sign stands for. */
export function decodeAsk(line: string, same: string = SAME): Ask | undefined {
  const [version, page, command, ...pairs] = line.split(';');
  if (version !== VERSION || command === undefined || !/^\d{0,6}$/.test(page ?? '')) return undefined;
  try {
    const values = pairs.map((pair) => pair.split('=').map((part, at) => read(part, at, same)));
    if (values.some((pair) => pair.length !== 2)) return undefined;
    const ask = { command: decodeURIComponent(command), values: Object.fromEntries(values) };
    return page === '' ? ask : { ...ask, page: Number(page) };
  } catch {
    return undefined;
  }
}

function read(part: string, at: number, same: string): string {
  return at === 1 && part === SAME ? same : decodeURIComponent(part);
}

function escaped(words: string): string {
  return words === SAME
    ? '%2A'
    : words.toWellFormed().replace(/[%;=&<>"\\\p{Control}]+/gu, encodeURIComponent);
}

/** What all choices of a menu have in common goes into the menu's id, since an option holds only 75 characters. */
export const sharedBy = memoised((menu: readonly SpokenChoice[]): Ask => {
  const [first, ...others] = menu.map((choice) => choice.ask);
  if (first === undefined) return NOTHING;
  const command = others.every((ask) => ask.command === first.command) ? first.command : '';
  const values = Object.entries(first.values).filter(([name, value]) =>
    others.every((ask) => ask.values[name] === value),
  );
  const shared = { command, values: Object.fromEntries(values) };
  const same = longestSame([first, ...others], shared);
  const all = same === undefined ? shared : { command, values: { ...shared.values, [SAME]: same } };
  return [all, shared].find((each) => menuId(999, each).length <= ACTION_ID) ?? NOTHING;
});

/** Of what the choices do not share under one name, the value that saves the most letters. */
function longestSame(asks: readonly Ask[], { values: shared }: Ask): string | undefined {
  const rest = asks.flatMap(({ values }) =>
    Object.entries(values).flatMap(([name, value]) => (Object.hasOwn(shared, name) ? [] : [value])),
  );
  const saved = Array.from(
    Map.groupBy(rest, (value) => value),
    ([value, { length }]) => ({ value, letters: value.length * length }),
  );
  const [best] = saved.sort((a, b) => b.letters - a.letters);
  return best === undefined || best.value.length < 2 ? undefined : best.value;
}

/** The rest of a choice's ask, as the value of its option. */
export function encodeChoice(choice: SpokenChoice, shared: Ask): string {
  return choiceEncoder(shared)(choice);
}

const choiceEncoder = memoised((shared: Ask) =>
  memoised(({ ask: { command, values, page }, form }: SpokenChoice) => {
    const rest = Object.entries(values).filter(([name]) => !Object.hasOwn(shared.values, name));
    const own = {
      command: shared.command === '' ? command : '',
      values: Object.fromEntries(rest),
      ...(page === undefined ? {} : { page }),
    };
    return (form === true ? FORM : '') + spelled(own, shared.values[SAME]);
  }),
);

/** The id of a button; `at` makes it the only one of its kind in a message. */
export function buttonId(kind: 'ask' | 'share' | 'form' | 'link', at: number): string {
  return `${VERSION}:${kind}:${at}`;
}

/** The id of the box in which anything can be asked. */
export const SEARCH = `${VERSION}:search`;

/** The id of a menu, which holds what its choices share. */
export function menuId(at: number, shared: Ask): string {
  return `${VERSION}:choose:${at}:${encodeAsk(shared)}`;
}

/** What Slack says was pressed, read back. `value` is a button's, or the picked option's. */
export function readPressed(actionId: string, value: string | undefined): Pressed {
  const [version, kind = '', , ...rest] = actionId.split(':');
  if (version !== VERSION) return { kind: 'stale' };
  switch (kind) {
    case 'link':
    case 'search':
      return { kind };
    case 'ask':
    case 'form':
    case 'share':
      return pressed(kind, decodeAsk(value ?? ''));
    case 'choose':
      return chosen(rest.join(':'), value ?? '');
    default:
      return { kind: 'stale' };
  }
}

function pressed(kind: 'ask' | 'share' | 'form', ask: Ask | undefined): Pressed {
  return ask === undefined || ask.command === '' ? { kind: 'stale' } : { kind, ask };
}

/** An option, by what its menu keeps for all of them and by its own value. */
function chosen(menu: string, value: string): Pressed {
  const shared = decodeAsk(menu);
  const isForm = value.startsWith(FORM);
  const { [SAME]: same, ...values } = shared?.values ?? {};
  const own = decodeAsk(isForm ? value.slice(FORM.length) : value, same);
  if (shared === undefined || own === undefined) return { kind: 'stale' };
  const command = own.command === '' ? shared.command : own.command;
  return pressed(isForm ? 'form' : 'ask', { ...own, command, values: { ...values, ...own.values } });
}

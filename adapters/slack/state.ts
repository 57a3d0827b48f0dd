import type { Ask, Choice } from '../../src/reply.ts';
import { memoised } from './memo.ts';

/** Changes whenever the format does, so that a button of an older message is known as one. */
const VERSION = 'r1';

const NOTHING: Ask = { command: '', values: {} };

/** Most characters of an action id: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const ACTION_ID = 255;

/** What a pressed button or a picked option means; `stale` is one that this version did not make. */
export type Pressed =
  | { readonly kind: 'ask' | 'share' | 'form'; readonly ask: Ask }
  | { readonly kind: 'link' }
  | { readonly kind: 'stale' };

/** An ask as one line of text: page, command and values, without the characters that Slack escapes. */
export const encodeAsk = memoised(({ command, values, page }: Ask): string => {
  const pairs = Object.entries(values).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return [VERSION, page === undefined ? '' : String(page), escaped(command), ...pairs].join(';');
});

/** The reverse; undefined for anything that `encodeAsk` did not make. */
export function decodeAsk(line: string): Ask | undefined {
  const [version, page, command, ...pairs] = line.split(';');
  if (version !== VERSION || command === undefined || !/^\d{0,6}$/.test(page ?? '')) return undefined;
  try {
    const values = pairs.map((pair) => pair.split('=').map(decodeURIComponent));
    if (values.some((pair) => pair.length !== 2)) return undefined;
    const ask = { command: decodeURIComponent(command), values: Object.fromEntries(values) };
    return page === '' ? ask : { ...ask, page: Number(page) };
  } catch {
    return undefined;
  }
}

function escaped(words: string): string {
  return words.toWellFormed().replace(/[%;=&<>"\\\p{Control}]+/gu, encodeURIComponent);
}

/** What all choices of a menu have in common goes into the menu's id, since an option holds only 75 characters. */
export const sharedBy = memoised((menu: readonly Choice[]): Ask => {
  const [first, ...others] = menu.map((choice) => choice.ask);
  if (first === undefined) return NOTHING;
  const command = others.every((ask) => ask.command === first.command) ? first.command : '';
  const values = Object.entries(first.values).filter(([name, value]) =>
    others.every((ask) => ask.values[name] === value),
  );
  const shared = { command, values: Object.fromEntries(values) };
  return menuId(999, shared).length <= ACTION_ID ? shared : NOTHING;
});

/** The rest of a choice's ask, as the value of its option. */
export function encodeChoice(ask: Ask, shared: Ask): string {
  return choiceEncoder(shared)(ask);
}

const choiceEncoder = memoised((shared: Ask) =>
  memoised(({ command, values, page }: Ask) => {
    const rest = Object.entries(values).filter(([name]) => !Object.hasOwn(shared.values, name));
    return encodeAsk({
      command: shared.command === '' ? command : '',
      values: Object.fromEntries(rest),
      ...(page === undefined ? {} : { page }),
    });
  }),
);

/** The id of a button; `at` makes it the only one of its kind in a message. */
export function buttonId(kind: 'ask' | 'share' | 'form' | 'link', at: number): string {
  return `${VERSION}:${kind}:${at}`;
}

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
      return { kind };
    case 'ask':
    case 'form':
    case 'share':
      return pressed(kind, decodeAsk(value ?? ''));
    case 'choose':
      return pressed('ask', merged(decodeAsk(rest.join(':')), decodeAsk(value ?? '')));
    default:
      return { kind: 'stale' };
  }
}

function pressed(kind: 'ask' | 'share' | 'form', ask: Ask | undefined): Pressed {
  return ask === undefined || ask.command === '' ? { kind: 'stale' } : { kind, ask };
}

function merged(shared: Ask | undefined, own: Ask | undefined): Ask | undefined {
  if (shared === undefined || own === undefined) return undefined;
  const values = { ...shared.values, ...own.values };
  return { ...own, command: own.command === '' ? shared.command : own.command, values };
}

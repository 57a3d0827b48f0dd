import type { Ask } from '../../src/reply.ts';
import { pack, unpack } from './pack.ts';

/** Before every id. Raise it when the form changes: buttons of an older version then get a friendly answer. */
const VERSION = '1';

/** What a press does: asks, shows the answer to everybody, or opens a form. A menu's own id says nothing; its chosen value asks. */
export type Press = 'ask' | 'share' | 'form' | 'menu';

/** https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
const LONGEST = 100;

/** Before a state that is packed, since it is longer than that otherwise. */
const PACKED = `${VERSION}z`;

const LETTERS: Readonly<Record<Press, string>> = { ask: 'a', share: 's', form: 'f', menu: 'm' };

/**
 * A button's whole state as its `custom_id`: version, letter, command, page, then name and value in turn; packed where
 * that is too long. What is too long even then is longer than `LONGEST`.
 */
export function encode(press: Press, ask: Ask): string {
  const state = spelled(press, ask);
  return state.length <= LONGEST ? state : PACKED + pack(state);
}

function spelled(press: Press, { command, page, values }: Ask): string {
  let state = `${VERSION}${LETTERS[press]}|${escape(command)}|${page ?? ''}|`;
  for (const [name, value] of Object.entries(values)) state += `${escape(name)}|${escape(value)}|`;
  return state;
}

/** The `custom_id` of the menu at this place of a message: two of a message may not be the same. */
export function menuId(at: number): string {
  return `${VERSION}${LETTERS.menu}|${at}`;
}

export interface Pressed {
  readonly press: 'ask' | 'share' | 'form';
  readonly ask: Ask;
}

/** The opposite of `encode`; undefined for an older version or anything else. */
export function decode(id: string): Pressed | undefined {
  return read(id.startsWith(PACKED) ? (unpack(id.slice(PACKED.length)) ?? '') : id);
}

function read(state: string): Pressed | undefined {
  const [head, command, page, ...rest] = state.split('|');
  const press = (['ask', 'share', 'form'] as const).find((kind) => head === VERSION + LETTERS[kind]);
  const pairs = rest.slice(0, -1).map(unescape);
  if (press === undefined || command === undefined || page === undefined || rest.at(-1) !== '')
    return undefined;
  if (!/^([1-9]\d{0,5})?$/.test(page) || pairs.length % 2 !== 0) return undefined;
  const values = Object.fromEntries(
    pairs.flatMap((name, at) => (at % 2 === 0 ? [[name, pairs[at + 1] ?? '']] : [])),
  );
  return {
    press,
    ask: { command: unescape(command), values, ...(page === '' ? {} : { page: Number(page) }) },
  };
}

/** Everything as it is but the separators and what could be lost on the way: control characters, half letters. */
function escape(part: string): string {
  return /^[\w -]*$/.test(part)
    ? part
    : part.toWellFormed().replace(/[%|\p{Control}]+/gu, encodeURIComponent);
}

function unescape(part: string): string {
  return part.replace(/(%[0-9A-F]{2})+/g, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}

import { readLine } from '../../src/invocation.ts';
import type { Asker, Invocation, Place } from '../../src/invocation.ts';
import type { Ask } from '../../src/reply.ts';
import type { Button } from './render.ts';

/** A typed line as a question, and whether it opens the form of that question. */
export interface Heard {
  readonly invocation: Invocation;
  readonly opens: boolean;
}

/** Whoever sits at the terminal, who reads `locale`. */
export function from(locale: string): { readonly asker: Asker; readonly place: Place } {
  return {
    asker: { id: 'terminal', locale, manages: true },
    place: { on: 'terminal', community: null, channel: null },
  };
}

/** A typed line; a number presses one of the buttons shown last. */
export function receive(
  line: string,
  names: readonly string[],
  buttons: readonly Button[],
  locale: string,
): Heard {
  const pressed = buttons[Number(line.trim()) - 1];
  if (pressed === undefined)
    return { invocation: { ...readLine(line, names), ...from(locale) }, opens: false };
  return { invocation: asked(pressed.ask, locale), opens: pressed.opens };
}

/** A question that a button or a form asks. */
export function asked({ command, values, page }: Ask, locale: string): Invocation {
  return { command, values, ...(page === undefined ? {} : { page }), ...from(locale) };
}

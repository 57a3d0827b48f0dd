import type { Interaction } from '../../src/conversation/interaction.ts';
import type { Asker, Place } from '../../src/invocation.ts';
import { readLine } from '../../src/invocation.ts';
import type { Button } from './render.ts';

/** Whoever sits at the terminal, who reads `locale`. */
export function from(locale: string): { readonly asker: Asker; readonly place: Place } {
  return {
    asker: { id: 'terminal', locale, manages: true },
    place: { on: 'terminal', community: null, channel: null },
  };
}

/** A typed line as what somebody did: a number presses one of the buttons shown last. */
export function receive(
  line: string,
  names: readonly string[],
  buttons: readonly Button[],
  locale: string,
): Interaction {
  const pressed = buttons[Number(line.trim()) - 1];
  const asking = from(locale);
  if (pressed === undefined)
    return { kind: 'ask', typed: true, invocation: { ...readLine(line, names), ...asking } };
  return { kind: pressed.opens ? 'form' : 'ask', invocation: { ...pressed.ask, ...asking } };
}

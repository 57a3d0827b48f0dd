import { readLine } from '../../src/invocation.ts';
import type { Invocation } from '../../src/invocation.ts';
import type { Ask } from '../../src/reply.ts';

/** A typed line as a question; a number presses one of the buttons shown last. */
export function receive(line: string, names: readonly string[], asks: readonly Ask[]): Invocation {
  const pressed = asks[Number(line.trim()) - 1];
  const from = {
    asker: { id: 'terminal', locale: 'en', manages: true },
    place: { on: 'terminal', community: null, channel: null },
  };
  if (pressed === undefined) return { ...readLine(line, names), ...from };
  const { command, values, page } = pressed;
  return { command, values, ...(page === undefined ? {} : { page }), ...from };
}

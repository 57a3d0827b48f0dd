import type { Language } from './message/language.ts';
import type { Reply } from './reply.ts';

/** How to show it: plain values, each of which makes a difference. */
interface Showing {
  readonly language: Language;
}

/**
 * Memoizes what was drawn of a reply for as long as the reply itself is kept: an answer that is given again is not laid
 * out again. `draw` must depend on its arguments only, and nobody may change what it gives.
 */
export function memoizeByReply<O extends Showing, M>(
  draw: (reply: Reply, showing: O) => M,
): (reply: Reply, showing: O) => M {
  const drawn = new WeakMap<Reply, Map<string, M>>();
  return (reply, showing) => {
    const known = drawn.get(reply) ?? new Map<string, M>();
    drawn.set(reply, known);
    const key = keyOf(showing);
    const message = known.get(key) ?? draw(reply, showing);
    known.set(key, message);
    return message;
  };
}

/** The same for the same values, in whatever order they were named. */
function keyOf(showing: Showing): string {
  const entries = Object.entries(showing).map(([name, value]) => `${name}=${String(value)}`);
  return entries.sort((a, b) => (a < b ? -1 : 1)).join(' ');
}

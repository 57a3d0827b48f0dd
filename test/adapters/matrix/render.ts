import type { Language } from '../../../src/message/language.ts';
import { plain } from '../../../src/plain.ts';
import type { Reply } from '../../../src/reply.ts';

/** Letters; an event has at most 65,536 bytes: https://spec.matrix.org/latest/client-server-api/#size-limits */
const LIMIT = 15_000;

/** A reply in words, as messages of whole lines. Nothing in them is markup, so nothing is escaped. */
export function render(reply: Reply, language: Language): readonly string[] {
  const lines = plain(reply, language).split('\n');
  return lines.reduce<string[]>((parts, line) => {
    const last = parts.at(-1);
    const fits = last !== undefined && last.length + line.length < LIMIT;
    return fits ? [...parts.slice(0, -1), `${last}\n${line}`] : [...parts, line];
  }, []);
}

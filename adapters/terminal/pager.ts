import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';

/** Shows as much of a text as the screen holds; the rest waits for an empty line. */
export interface Pager {
  show(text: string): void;
  /** The next part, where one waits. */
  turn(): void;
}

/** Lines of a screen that are not the text's: the note, the blank line and the prompt. */
const KEPT = 3;

/** `rows` is the height of the screen as it is now; undefined where there is none, as in a pipe: then all is shown. */
export function createPager(
  write: (text: string) => void,
  wrap: (text: string) => string,
  rows: () => number | undefined,
  language: Language,
): Pager {
  let waiting: readonly string[] = [];
  const part = (lines: readonly string[]): void => {
    const room = Math.max(1, (rows() ?? Infinity) - KEPT);
    waiting = lines.length <= room + 1 ? [] : lines.slice(room);
    const shown = waiting.length === 0 ? lines : lines.slice(0, room);
    const note = say('… {left} more lines: an empty line goes on', { left: waiting.length });
    write(`${[...shown, ...(waiting.length === 0 ? [''] : [speak(note, language)])].join('\n')}\n`);
  };
  return {
    show: (text) => part(wrap(text).split('\n')),
    turn: () => {
      if (waiting.length > 0) part(waiting);
    },
  };
}

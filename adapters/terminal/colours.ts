import { styleText } from 'node:util';
import type { Paint } from '../../src/plain.ts';
import type { Tone } from '../../src/reply.ts';

/** Colours that mean something: figures, what can be typed, how an answer went. */
export interface Colours extends Paint {
  /** What can be typed next. */
  key(text: string): string;
  tone(tone: Tone, text: string): string;
}

const TONES = { answer: 'green', question: 'yellow', miss: 'magenta', problem: 'red' } as const;

const asItIs = (text: string): string => text;

/** For where there are none, as in a test. */
export const NO_COLOURS: Colours = {
  bold: asItIs,
  quiet: asItIs,
  code: asItIs,
  key: asItIs,
  tone: (_, text) => text,
};

/** Colours for a terminal that has them; Node leaves them out for a pipe and under NO_COLOR. */
export function coloursFor(stream: NodeJS.WriteStream): Colours {
  return {
    bold: (text) => styleText('bold', text, { stream }),
    quiet: (text) => styleText('dim', text, { stream }),
    code: (text) => styleText('cyan', text, { stream }),
    key: (text) => styleText('yellow', text, { stream }),
    tone: (tone, text) => styleText(['bold', TONES[tone]], text, { stream }),
  };
}

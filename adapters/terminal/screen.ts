import type { Language } from '../../src/message/language.ts';
import { say } from '../../src/message/say.ts';
import { speak } from '../../src/message/speak.ts';
import type { Reply } from '../../src/reply.ts';
import { coloursFor } from './colours.ts';
import type { Pager } from './pager.ts';
import { createPager } from './pager.ts';
import type { Shown } from './render.ts';
import { render } from './render.ts';
import { wrap } from './wrap.ts';

export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** What somebody at a terminal sees. */
export interface Screen extends Pager {
  greet(): void;
  print(text: string): void;
  /** An answer as it is shown here. */
  draw(reply: Reply, reader: Language): Shown;
}

/** Writes to a terminal, as wide and as high as it is by then; or to a pipe. */
export function createScreen({ input, output }: Streams, language: Language): Screen {
  const print = (text: string): void => void output.write(`${wrap(text, output.columns)}\n`);
  const pager = createPager(
    (text) => void output.write(text),
    (text) => wrap(text, output.columns),
    () => (input.isTTY ? output.rows : undefined),
    language,
  );
  const greeting = say('Ask me, such as: /role ml-engineer — /help lists what I know, Ctrl+D leaves.');
  return {
    ...pager,
    greet: () => print(speak(greeting, language)),
    print,
    draw: (reply, reader) => render(reply, reader, coloursFor(output)),
  };
}

import { createInterface } from 'node:readline';
import type { Adapter, Connection } from '../../src/adapter.ts';
import { inLanguage, languageOf } from '../../src/language/language.ts';
import { say } from '../../src/language/say.ts';
import { plainText } from '../../src/plain.ts';
import { complete } from './menu.ts';
import { createPoster } from './poster.ts';
import { paintFor, render } from './render.ts';
import { createTalk } from './talk.ts';

export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

const STANDARD: Streams = { input: process.stdin, output: process.stdout };

/** A chat in the terminal that also reads lines from a pipe. `ended` settles when the input does, with the number of lines that came. */
export interface TerminalAdapter extends Adapter {
  readonly ended: Promise<number>;
}

/** Opens the chat, in the language of `locale`. Answers keep the order of the lines. */
export function connect(
  { bot }: Connection,
  { input, output }: Streams = STANDARD,
  locale = 'en',
): TerminalAdapter {
  const interactive = input.isTTY;
  const speaking = <T>(run: () => T): T => inLanguage(languageOf(locale), run);
  const lines = createInterface({
    input,
    ...(interactive ? { output, prompt: '> ' } : {}),
    crlfDelay: Infinity,
    completer: (line: string) => speaking(() => complete(bot, line)),
  });
  if (interactive)
    output.write(
      `${speaking(() => say('Ask me, such as: /role ml-engineer — /help lists what I know, Ctrl+D leaves.'))}\n`,
    );
  const write = (text: string): void => void output.write(`${text}\n\n`);
  const talk = createTalk(bot, write, (reply) => render(reply, paintFor(output)));
  const ended = speaking(() => chat(lines, (line) => talk.hear(line)));
  const poster = createPoster((reply) => {
    if (interactive) output.write('\n');
    talk.show(reply);
    if (interactive) lines.prompt(true);
  });
  return {
    name: 'terminal',
    ended,
    poster,
    canPost: async () => null,
    tell: async (_, said) => void output.write(`${plainText(said)}\n\n`),
    health: () => ({ live: true, detail: 'reading lines' }),
    stop: async () => {
      lines.close();
      await ended;
    },
  };
}

async function chat(
  lines: ReturnType<typeof createInterface>,
  answer: (line: string) => Promise<void>,
): Promise<number> {
  let open = true;
  let count = 0;
  lines.once('close', () => (open = false));
  lines.prompt();
  for await (const line of lines) {
    count += 1;
    await answer(line);
    if (open) lines.prompt();
  }
  return count;
}

import type { Completer, Interface } from 'node:readline';
import { createInterface } from 'node:readline';
import type { Adapter, Connection } from '../../src/adapter.ts';
import { languageOf } from '../../src/message/language.ts';
import { plainText } from '../../src/plain.ts';
import { complete } from './menu.ts';
import { createPoster } from './poster.ts';
import type { Streams } from './screen.ts';
import { createScreen } from './screen.ts';
import { createTalk } from './talk.ts';

const STANDARD: Streams = { input: process.stdin, output: process.stdout };

/** A chat in the terminal that also reads lines from a pipe. `ended` settles when the input does, with the number of lines that came. */
export interface TerminalAdapter extends Adapter {
  readonly ended: Promise<number>;
}

/** Opens the chat, in the language of `locale`. Answers keep the order of the lines. */
export function connect(
  { bot, log }: Connection,
  { input, output }: Streams = STANDARD,
  locale = 'en',
): TerminalAdapter {
  const interactive = input.isTTY;
  const language = languageOf(locale);
  const screen = createScreen({ input, output }, language);
  const lines = linesFrom({ input, output }, (line) => complete(bot, line, language));
  if (interactive) screen.greet();
  const talk = createTalk({ bot, log }, screen, language);
  const ended = chat(lines, (line) => talk.hear(line));
  const poster = createPoster((post) => {
    if (interactive) output.write('\n');
    talk.show(post.reply, post.language);
    if (interactive) lines.prompt(true);
  });
  return {
    name: 'terminal',
    ended,
    poster,
    canPost: async () => null,
    tell: async (_, said, reader) => screen.print(`${plainText(said, reader)}\n`),
    health: () => ({ live: true, detail: 'reading lines' }),
    stop: async () => {
      lines.close();
      await ended;
    },
  };
}

function linesFrom({ input, output }: Streams, completer: Completer): Interface {
  const lines = createInterface({
    input,
    ...(input.isTTY ? { output, prompt: '> ' } : {}),
    crlfDelay: Infinity,
    completer,
  });
  lines.on('SIGINT', () => interrupt(lines));
  return lines;
}

/** Ctrl+C takes back what is typed, as in a shell; where nothing is, it leaves. */
function interrupt(lines: Interface): void {
  if (lines.line === '') return lines.close();
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
}

async function chat(lines: Interface, answer: (line: string) => Promise<void>): Promise<number> {
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

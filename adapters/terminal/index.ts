import { createInterface } from 'node:readline';
import type { Adapter, Connection } from '../../src/adapter.ts';
import type { Ask } from '../../src/reply.ts';
import { complete } from './menu.ts';
import { receive } from './receive.ts';
import { paintFor, render } from './render.ts';

export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

const STANDARD: Streams = { input: process.stdin, output: process.stdout };

/** A chat in the terminal that also reads lines from a pipe. `ended` settles when the input does. */
export interface TerminalAdapter extends Adapter {
  readonly ended: Promise<void>;
}

/** Opens the chat. Answers keep the order of the lines. */
export function connect({ bot }: Connection, { input, output }: Streams = STANDARD): TerminalAdapter {
  const interactive = input.isTTY;
  const lines = createInterface({
    input,
    ...(interactive ? { output, prompt: '> ' } : {}),
    crlfDelay: Infinity,
    completer: (line: string) => complete(bot, line),
  });
  if (interactive)
    output.write('Ask me, such as: /role ml-engineer — /help lists what I know, Ctrl+D leaves.\n');
  const ended = chat(lines, async (line, asks) => {
    const reply = await bot.answer(receive(line, names, asks));
    const shown = render(reply, paintFor(output));
    output.write(`${shown.text}\n\n`);
    return shown.asks;
  });
  const names = bot.commands.map((command) => command.name);
  return {
    name: 'terminal',
    ended,
    health: () => ({ live: true, detail: 'reading lines' }),
    stop: async () => {
      lines.close();
      await ended;
    },
  };
}

async function chat(
  lines: ReturnType<typeof createInterface>,
  answer: (line: string, asks: readonly Ask[]) => Promise<readonly Ask[]>,
): Promise<void> {
  let asks: readonly Ask[] = [];
  let open = true;
  lines.once('close', () => (open = false));
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') asks = await answer(line, asks);
    if (open) lines.prompt();
  }
}

import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { TerminalAdapter } from '../../../adapters/terminal/index.ts';
import type { Streams } from '../../../adapters/terminal/screen.ts';
import { connect } from '../../../adapters/terminal/index.ts';
import type { Bot } from '../../../src/bot.ts';
import { silentLog } from '../../../src/log.ts';
import type { Driver, Shown } from '../contract.ts';

/** A screen with a person at its keyboard. */
export interface Terminal extends Driver {
  readonly adapter: TerminalAdapter;
  /** Presses keys; what they bring is in `screen`. */
  keys(typed: string): Promise<void>;
  /** Everything on the screen so far, without colours. */
  screen(): string;
}

/** What readline writes before it waits for a line; words of an answer hold no such letters. */
const PROMPT = '\u001b[0J> ';
const ENTER = '\r';

/** Opens a chat on a screen so many columns wide, and so many rows high. */
export async function openTerminal(bot: Bot, columns = 500, rows = 5000): Promise<Terminal> {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  let raw = '';
  output.on('data', (chunk: Buffer) => (raw += String(chunk)));
  const adapter = connect({ bot, variables: {}, log: silentLog }, { input, output } as unknown as Streams);
  const prompted = async (from: number): Promise<void> => {
    while (!raw.slice(from).includes(PROMPT)) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  await prompted(0);
  const ask = async (line: string): Promise<Shown> => {
    input.write(line);
    await settled();
    const from = raw.length;
    input.write(ENTER);
    await prompted(from);
    await settled();
    return shownIn(raw.slice(from), columns);
  };
  let labels: readonly string[] = [];
  const noted = (shown: Shown): Shown => {
    ({ labels } = shown);
    return shown;
  };
  return {
    adapter,
    ask: async (line) => noted(await ask(line)),
    press: async (label) => noted(await ask(String(labels.indexOf(label) + 1))),
    keys: async (typed) => {
      input.write(typed);
      await settled();
    },
    screen: () => stripVTControlCharacters(raw),
    stop: () => adapter.stop(),
  };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}

/** What came after a line was typed, up to the next prompt. */
function shownIn(raw: string, columns: number): Shown {
  const [told = '', ...rest] = raw.split(PROMPT);
  const text = stripVTControlCharacters(told).replaceAll('\r', '').trim();
  const paragraphs = text.split('\n\n');
  const buttons = /^(?:[^[\]\n]+: )?\[1\] /.test(paragraphs.at(-1) ?? '') ? (paragraphs.pop() ?? '') : '';
  return {
    texts: [paragraphs.join('\n\n')],
    // The name of a menu stands before its buttons.
    labels: Array.from(
      buttons.matchAll(/\[\d+\] (.*?)(?=\s+(?:[^[\]\n]+: )?\[\d+\] |$)/gs),
      ([, label = '']) => label.replace(/\s+/g, ' '),
    ),
    // Whoever types sees the line at once.
    acknowledgedFirst: true,
    answers: rest.length,
    faults: [...controls(told), ...wide(text, columns)],
  };
}

/** Letters that move the cursor or worse; colours are ours. */
function controls(raw: string): string[] {
  // oxlint-disable-next-line no-control-regex -- what a terminal takes for a colour
  const bare = raw.replace(/\u001b\[[\d;]*m|\u001b\[1G$/g, '');
  return Array.from(
    bare.matchAll(/[^\P{Cc}\r\n]/gu),
    ([letter]) => `control letter ${JSON.stringify(letter)}`,
  );
}

/** Lines of several words that the edge of the screen would break. */
function wide(text: string, columns: number): string[] {
  return text.split('\n').filter((line) => line.length > columns && line.trim().includes(' '));
}

import type { Bot } from '../../src/bot.ts';
import { typedCommands } from '../../src/command.ts';
import { readLine } from '../../src/invocation.ts';
import { from } from './receive.ts';

/** What tab offers for a half-typed line, in the form `readline` asks for: the completions, and what they replace. */
export function complete(bot: Bot, line: string, locale: string): [string[], string] {
  const names = bot.commands.map((command) => command.name);
  const commands = typedCommands(bot.commands)
    .map(({ name }) => `/${name} `)
    .filter((name) => name.startsWith(line));
  if (commands.length > 0 || !line.startsWith('/')) return [commands, line];
  const { command, text } = readLine(line, names);
  const [option] = Object.keys(bot.commands.find(({ name }) => name === command)?.options ?? {});
  if (option === undefined) return [[], line];
  return [
    bot.suggest({ command, option, typed: text, ...from(locale) }, 10).map((suggestion) => suggestion.value),
    text,
  ];
}

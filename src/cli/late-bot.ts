import type { Bot } from '../bot.ts';
import type { Command } from '../command.ts';

/**
 * A bot that can be spoken to before it is there, so that places connect while the knowledge is read. Answers wait for
 * it; completions, which nobody waits for, are empty until then.
 */
export function lateBot(commands: readonly Command[], coming: Promise<Bot>): Bot {
  let here: Bot | undefined;
  coming.then(
    (bot) => (here = bot),
    () => undefined,
  );
  return {
    commands,
    answer: async (invocation) => (here ?? (await coming)).answer(invocation),
    form: async (invocation) => (here ?? (await coming)).form(invocation),
    suggest: (typing, limit) => here?.suggest(typing, limit) ?? [],
  };
}

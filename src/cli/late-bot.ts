import type { Bot } from '../bot.ts';
import type { Command } from '../command.ts';
import type { Leases } from '../lease/lease.ts';

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
    managersOf: async (place) => (here ?? (await coming)).managersOf(place),
    suggest: (typing, limit) => here?.suggest(typing, limit) ?? [],
  };
}

/** Leases that can be asked for before there is a store. */
export function lateLeases(coming: Promise<Leases>): Leases {
  // Where nobody asks for one, somebody else tells what went wrong.
  coming.catch(() => undefined);
  return { hold: async (work) => (await coming).hold(work) };
}

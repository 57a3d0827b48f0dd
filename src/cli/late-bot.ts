import type { Connection } from '../adapter.ts';
import type { Bot } from '../bot.ts';
import type { Command } from '../command.ts';
import type { Installations } from '../installations/installations.ts';
import type { Leases } from '../lease/lease.ts';
import type { PromptService } from '../community/prompt-service.ts';

/**
 * A bot that can be spoken to before it is there, so that places connect while the knowledge is read. Answers wait for
 * it; completions, which nobody waits for, are empty until then. It knows for how many milliseconds nobody has asked.
 */
export function lateBot(
  commands: readonly Command[],
  coming: Promise<Bot>,
): Bot & { readonly quietFor: () => number } {
  let here: Bot | undefined;
  let heard = -Infinity;
  /** The bot, which somebody wants something of. */
  const asked = (): Bot | undefined => {
    heard = performance.now();
    return here;
  };
  coming.then(
    (bot) => (here = bot),
    () => undefined,
  );
  return {
    commands,
    answer: async (invocation) => (asked() ?? (await coming)).answer(invocation),
    answerWithProvenance: async (invocation) => (asked() ?? (await coming)).answerWithProvenance(invocation),
    form: async (invocation) => (asked() ?? (await coming)).form(invocation),
    managersOf: async (place) => (asked() ?? (await coming)).managersOf(place),
    suggest: (typing, limit) => asked()?.suggest(typing, limit) ?? [],
    quietFor: () => performance.now() - heard,
  };
}

/** Leases that can be asked for before there is a store. */
export function lateLeases(coming: Promise<Leases>): Leases {
  // Where nobody asks for one, somebody else tells what went wrong.
  coming.catch(() => undefined);
  return { hold: async (work) => (await coming).hold(work) };
}

/** Installations that can be asked for before there is a store. */
export function lateInstallations(coming: Promise<Installations>): Installations {
  // Where nobody asks for one, somebody else tells what went wrong.
  coming.catch(() => undefined);
  return {
    secretOf: async (community) => (await coming).secretOf(community),
    keep: async (community, secret) => (await coming).keep(community, secret),
    remove: async (community, at) => (await coming).remove(community, at),
    isRemoved: async (community) => (await coming).isRemoved(community),
    renew: async () => (await coming).renew(),
    of: async (place) => (await coming).of(place),
  };
}

/** What hears of communities that come and go before there is a store. */
export function lateChanges(
  coming: Promise<Pick<PromptService, 'removed' | 'joined'>>,
): Required<Pick<Connection, 'onRemoved' | 'onJoined'>> {
  const later = (tell: (prompts: Pick<PromptService, 'removed' | 'joined'>) => Promise<void>) => {
    void coming.then(tell, () => undefined);
  };
  return {
    onRemoved: (community) => later((prompts) => prompts.removed(community)),
    onJoined: (joined) => later((prompts) => prompts.joined(joined)),
  };
}

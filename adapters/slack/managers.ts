import type { webApi } from '@slack/bolt';
import type { Bot } from '../../src/bot.ts';
import type { Invocation } from '../../src/invocation.ts';
import type { Log } from '../../src/log.ts';
import { reasonOf } from './reason.ts';

/** How long an answer of Slack is believed. */
const KEEP_MS = 10 * 60_000;

/** At most this many people are remembered. */
const MOST = 1000;

type Client = Pick<webApi.WebClient, 'users'>;

/** Completes a question with whether its asker manages the workspace, where the command asked for needs to know. */
export type Complete = (invocation: Invocation, client: Client) => Promise<Invocation>;

/** Slack does not say who manages the workspace, so it is asked: only for commands that are for managers, and once in ten minutes. */
export function createManagers(bot: Bot, log: Log, clock: () => number = Date.now): Complete {
  const known = new Map<string, { readonly manages: boolean; readonly until: number }>();
  const forManagers = new Set(
    bot.commands.filter((command) => command.managersOnly === true).map(({ name }) => name),
  );
  return async (invocation, client) => {
    const { id } = invocation.asker;
    if (!forManagers.has(invocation.command)) return invocation;
    const kept = known.get(id);
    const fresh = kept !== undefined && kept.until > clock();
    const manages = fresh ? kept.manages : await ask(client, id, log);
    if (known.size >= MOST) known.clear();
    if (!fresh && manages !== undefined) known.set(id, { manages, until: clock() + KEEP_MS });
    return { ...invocation, asker: { ...invocation.asker, manages: manages === true } };
  };
}

/** Undefined when Slack does not say; then nobody is taken for a manager. */
async function ask({ users }: Client, user: string, log: Log): Promise<boolean | undefined> {
  try {
    const { user: person } = await users.info({ user });
    return person?.is_admin === true || person?.is_owner === true;
  } catch (error) {
    log.warn(
      { reason: reasonOf(error) },
      'Slack does not say who manages the workspace: it needs the scope users:read',
    );
    return undefined;
  }
}

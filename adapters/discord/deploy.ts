import { REST, Routes } from 'discord.js';
import type { Command } from '../../src/command.ts';
import type { Log } from '../../src/log.ts';
import { reasonOf } from '../../src/reason.ts';
import { inviteLink } from './invite.ts';
import type { MenuEntry } from './menu.ts';
import { applicationOf } from './application.ts';
import { keyOf, listOf } from './json.ts';
import { menu, MESSAGE } from './menu.ts';
import { explain } from './problems.ts';
import type { Transport } from './transport.ts';

/**
 * Registers the slash commands for every server, unless Discord has the very same ones already: the one registration
 * step, by hand as `rolecall deploy discord`. Gives a sentence saying what was done; throws `SetupProblem`.
 */
export async function deploy(
  commands: readonly Command[],
  variables: Readonly<Record<string, string>>,
  log: Log,
): Promise<string> {
  const token = variables.DISCORD_TOKEN ?? '';
  const rest = new REST({ version: '10', ...apiOf(variables) }).setToken(token);
  try {
    return await register(commands, rest, await applicationOf(rest, token), log);
  } catch (error) {
    throw explain(error) ?? error;
  }
}

/** Where the API is, as the SDK wants it: without a slash at the end. */
export function apiOf(variables: Readonly<Record<string, string>>): { readonly api?: string } {
  const api = variables.DISCORD_API_URL?.replace(/\/+$/, '');
  return api === undefined || api === '' ? {} : { api };
}

/** The same once a connection is open. Answering does not wait for it, and goes on when it fails; never rejects. */
export async function registerAtStart(
  commands: readonly Command[],
  { rest, application }: Pick<Transport, 'rest' | 'application'>,
  log: Log,
): Promise<void> {
  const id = application() ?? '';
  log.info({ invite: inviteLink(id) }, 'this link adds me to a server');
  try {
    log.info({}, await register(commands, rest, id, log));
  } catch (error) {
    log.error(
      { reason: reasonOf(error) },
      'the Discord commands could not be registered; try: npm run rolecall -- deploy discord',
    );
  }
}

async function register(
  commands: readonly Command[],
  rest: REST,
  application: string,
  log: Log,
): Promise<string> {
  const route = Routes.applicationCommands(application);
  const wanted = menu(commands);
  const known = await registered(rest, route, log);
  if (known !== undefined && isSame(wanted, known))
    return `All ${wanted.length} Discord commands are registered already; nothing changed.`;
  await rest.put(route, { body: wanted });
  return `Registered ${wanted.length} Discord commands: ${wanted.map(shownName).join(', ')}.`;
}

function shownName({ type, name }: MenuEntry): string {
  return type === MESSAGE ? `"${name}" for messages` : `/${name}`;
}

/** What Discord has now; undefined when it does not say, and then all are registered again. */
async function registered(
  rest: REST,
  route: `/${string}`,
  log: Log,
): Promise<readonly unknown[] | undefined> {
  try {
    // Without asking, Discord leaves the translations out, and they would seem to be missing at each start.
    const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    return Array.isArray(known) ? known : undefined;
  } catch (error) {
    if (explain(error) !== undefined) throw error;
    log.warn({ reason: String(error) }, 'the registered commands cannot be read');
    return undefined;
  }
}

type Compared = { readonly name: string } & Readonly<Record<string, unknown>>;

function isSame(wanted: readonly MenuEntry[], known: readonly unknown[]): boolean {
  return differing(wanted, known).length === 0;
}

/** The names of commands that Discord has not, has otherwise, or has and should not. */
export function differing(wanted: readonly MenuEntry[], known: readonly unknown[]): string[] {
  const [ours, theirs] = [wanted, known].map((commands) => Map.groupBy(normal(commands), ({ name }) => name));
  const names = new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...names].filter(
    (name) => JSON.stringify(ours?.get(name) ?? []) !== JSON.stringify(theirs?.get(name) ?? []),
  );
}

/** Commands as compared: the keys that we set, in one order, with Discord's own values where one is left out. */
function normal(commands: readonly unknown[]): Compared[] {
  const compared = commands.map((command) => ({
    ...normalOption(command),
    contexts: sorted(keyOf(command, 'contexts'), [0, 1, 2]),
    installedTo: sorted(keyOf(command, 'integration_types'), [0]),
    permissions: keyOf(command, 'default_member_permissions') ?? null,
    nsfw: keyOf(command, 'nsfw') ?? false,
  }));
  return compared.sort((a, b) => a.name.localeCompare(b.name));
}

function normalOption(option: unknown): Compared {
  return {
    name: String(keyOf(option, 'name')),
    type: keyOf(option, 'type') ?? 1,
    description: keyOf(option, 'description') ?? '',
    translations: [
      sortedEntries(keyOf(option, 'description_localizations')),
      sortedEntries(keyOf(option, 'name_localizations')),
    ],
    required: keyOf(option, 'required') ?? false,
    autocomplete: keyOf(option, 'autocomplete') ?? false,
    min: keyOf(option, 'min_value') ?? null,
    max: keyOf(option, 'max_value') ?? null,
    channels: sorted(keyOf(option, 'channel_types'), []),
    options: listOf(keyOf(option, 'options')).map(normalOption),
    choices: listOf(keyOf(option, 'choices')).map((choice) => [
      keyOf(choice, 'name'),
      keyOf(choice, 'value'),
      sortedEntries(keyOf(choice, 'name_localizations')),
    ]),
  };
}

function sorted(value: unknown, otherwise: readonly number[]): unknown[] {
  return (Array.isArray(value) ? listOf(value) : otherwise).map(Number).sort((a, b) => a - b);
}

function sortedEntries(value: unknown): [string, unknown][] {
  return Object.entries(Object(value)).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

import { REST, Routes } from 'discord.js';
import { SetupProblem } from '../../src/adapter.ts';
import type { Command } from '../../src/command.ts';
import type { Log } from '../../src/log.ts';
import type { MenuEntry } from './menu.ts';
import { menu } from './menu.ts';
import { explain } from './problems.ts';

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
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    return await register(commands, rest, id, log);
  } catch (error) {
    throw explain(error) ?? error;
  }
}

/** Where the API is, as the SDK wants it: without a slash at the end. */
export function apiOf(variables: Readonly<Record<string, string>>): { api: string } | Record<never, never> {
  const api = variables.DISCORD_API_URL?.replace(/\/+$/, '');
  return api === undefined || api === '' ? {} : { api };
}

/** The same with a client that has logged in. */
export async function register(
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
  return `Registered ${wanted.length} Discord commands: ${wanted.map(({ name }) => `/${name}`).join(', ')}.`;
}

/** What Discord has now; undefined when it does not say, and then all are registered again. */
async function registered(
  rest: REST,
  route: `/${string}`,
  log: Log,
): Promise<readonly unknown[] | undefined> {
  try {
    const known = await rest.get(route);
    return Array.isArray(known) ? known : undefined;
  } catch (error) {
    if (explain(error) instanceof SetupProblem) throw error;
    log.warn({ reason: String(error) }, 'the registered commands cannot be read');
    return undefined;
  }
}

type Compared = { readonly name: string } & Readonly<Record<string, unknown>>;

function isSame(wanted: readonly MenuEntry[], known: readonly unknown[]): boolean {
  return JSON.stringify(normal(wanted)) === JSON.stringify(normal(known));
}

/** Commands as compared: the keys that we set, in one order, with Discord's own values where one is left out. */
function normal(commands: readonly unknown[]): object[] {
  const compared = commands.map((command) => normalCommand(command as Record<string, unknown>));
  return compared.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function normalCommand(command: Record<string, unknown>): Compared {
  return {
    ...normalOption(command),
    contexts: sorted(command.contexts, [0, 1, 2]),
    integration_types: sorted(command.integration_types, [0]),
    permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
  };
}

function normalOption(option: Record<string, unknown>): Compared {
  const { type = 1, description = '', required = false, autocomplete = false } = option;
  const { options, choices, min_value: min = null, max_value: max = null } = option;
  return {
    name: String(option.name),
    ...{ type, description, required, autocomplete, min, max },
    ...{ options: listOf(options).map(normalOption), choices: listOf(choices).map(normalChoice) },
  };
}

function normalChoice({ name, value }: Record<string, unknown>): object {
  return { name, value };
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

function sorted(value: unknown, otherwise: readonly number[]): unknown[] {
  return Array.isArray(value) ? value.toSorted() : [...otherwise];
}

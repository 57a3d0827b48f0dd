import { ApplicationFlags, REST, RequestMethod, Routes } from 'discord.js';
import type { CheckUp } from '../../src/adapter.ts';
import { postDiagnoses } from '../../src/diagnose-posts.ts';
import type { Diagnosis } from '../../src/diagnosis.ts';
import { clockDiagnosis, ok, warning, wrong } from '../../src/diagnosis.ts';
import { reasonOf } from '../../src/reason.ts';
import { canPost } from './can-post.ts';
import { apiOf, differing } from './deploy.ts';
import { PATH } from './endpoint.ts';
import { inviteLink } from './invite.ts';
import { keyOf, listOf, wordsAt } from './json.ts';
import { menu } from './menu.ts';
import { explain } from './problems.ts';
import { PORTAL } from './settings.ts';

const GENERAL_PAGE = `${PORTAL} → your application → "General Information"`;
const PATIENCE_MS = 8_000;

/** Asks Discord whether the application is set up as it should be. */
export async function diagnose(checkUp: CheckUp): Promise<readonly Diagnosis[]> {
  const { variables, now } = checkUp;
  const options = { version: '10', timeout: PATIENCE_MS, retries: 0, ...apiOf(variables) };
  const rest = new REST(options).setToken(variables['DISCORD_TOKEN'] ?? '');
  try {
    const response = await rest.queueRequest({
      method: RequestMethod.Get,
      fullRoute: Routes.currentApplication(),
    });
    const application: unknown = await response.json();
    const id = wordsAt(application, 'id') ?? '';
    // An old application's bot has an id of its own.
    const bot = wordsAt(keyOf(application, 'bot'), 'id') ?? id;
    return [
      ok('discord token', `accepted: ${wordsAt(application, 'name') ?? 'the application'} (${id})`),
      intents(application),
      endpoint(application, variables),
      await said('discord gateway', () => gateway(rest, variables)),
      await said('discord commands', () => commands(rest, id, checkUp)),
      ...(await postDiagnoses('discord channels', checkUp.wishes, (wish) => canPost(rest, bot, wish))),
      clockDiagnosis('discord clock', response.headers.get('date'), now()),
      ok('discord invite', inviteLink(id)),
    ];
  } catch (error) {
    return [refusedOrAway(error)];
  }
}

function refusedOrAway(error: unknown): Diagnosis {
  const problem = explain(error);
  if (problem !== undefined) return wrong('discord token', 'refused by Discord', problem.message);
  return wrong(
    'discord token',
    `cannot be tried: Discord does not answer (${reasonOf(error)})`,
    'Look at https://discordstatus.com, and whether this machine reaches discord.com over HTTPS',
  );
}

/** What one check finds; that it could not be made is a finding, too. */
async function said(about: string, find: () => Promise<Diagnosis>): Promise<Diagnosis> {
  try {
    return await find();
  } catch (error) {
    return warning(about, `Discord does not say (${reasonOf(error)})`);
  }
}

/** https://discord.com/developers/docs/resources/application#application-object-application-flags */
const PRIVILEGED = {
  'Presence Intent': ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  'Server Members Intent': ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  'Message Content Intent':
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
};

function intents(application: unknown): Diagnosis {
  const flags = Number(keyOf(application, 'flags') ?? 0);
  const on = Object.entries(PRIVILEGED).flatMap(([name, bits]) => ((flags & bits) === 0 ? [] : [name]));
  if (on.length === 0) return ok('discord intents', 'none that is privileged, and none is needed');
  return warning(
    'discord intents',
    `${on.join(', ')} on, which nothing here needs`,
    `Switch it off: ${PORTAL} → your application → "Bot" → "Privileged Gateway Intents"`,
  );
}

/** Discord posts interactions to the address that is entered, and tells the gateway of none then. */
function endpoint(application: unknown, { DISCORD_PUBLIC_KEY: key }: CheckUp['variables']): Diagnosis {
  const about = 'discord endpoint';
  const address = wordsAt(application, 'interactions_endpoint_url') ?? '';
  const enter = `Enter https://YOUR-ADDRESS${PATH} as "Interactions Endpoint URL": ${GENERAL_PAGE}`;
  if (key === undefined) {
    if (address === '') return ok(about, 'none, and the gateway is used');
    const remedy = `Empty "Interactions Endpoint URL": ${GENERAL_PAGE}. Or set DISCORD_PUBLIC_KEY to be told there`;
    return wrong(
      about,
      `Discord tells ${address} of what people do, and not the gateway that I listen on`,
      remedy,
    );
  }
  if (wordsAt(application, 'verify_key') !== key.toLowerCase())
    return wrong(
      about,
      'DISCORD_PUBLIC_KEY is not that of this application',
      `Copy it again: ${GENERAL_PAGE} → "Public Key"`,
    );
  if (address === '') return wrong(about, 'Discord has no address to tell of what people do', enter);
  if (!address.endsWith(PATH))
    return wrong(about, `Discord posts to ${address}, where I do not listen`, enter);
  return ok(about, address);
}

async function gateway(rest: REST, { DISCORD_PUBLIC_KEY: key }: CheckUp['variables']): Promise<Diagnosis> {
  const about = 'discord gateway';
  if (key !== undefined) return ok(about, 'not used: Discord posts to an address');
  const info = await rest.get(Routes.gatewayBot());
  const left = Number(keyOf(keyOf(info, 'session_start_limit'), 'remaining') ?? 1);
  if (left > 0) return ok(about, `${left} connections left today`);
  return wrong(
    about,
    'no connection is left today',
    'Wait until tomorrow, and look why the bot starts so often',
  );
}

async function commands(rest: REST, application: string, { commands: ours }: CheckUp): Promise<Diagnosis> {
  const about = 'discord commands';
  const wanted = menu(ours);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = listOf(await rest.get(Routes.applicationCommands(application), { query }));
  const names = differing(wanted, known).map((name) => `/${name}`);
  if (names.length === 0) return ok(about, `${wanted.length} registered, the same as here`);
  const detail = known.length === 0 ? 'none is registered' : `not the same as here: ${names.join(', ')}`;
  return wrong(about, detail, 'Restart the bot, or type: npm run --silent rolecall -- deploy discord');
}

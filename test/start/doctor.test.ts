import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../adapters/slack/menu.ts';
import { openStore } from '../../src/store/store.ts';
import { APPLICATION, CHANNEL, startPeer } from '../adapters/discord/peer.ts';
import { role } from '../knowledge/pack.ts';
import { emptyDatabase } from '../store/stores.ts';
import { addPack, alter, examined, grant, healthy, type Patient, says, TOKEN } from './patient.ts';
import { started } from './started.ts';

/** A fault, what it is called, what is found, and what to press or type. */
type Fault = readonly [
  about: string,
  detail: RegExp,
  remedy: RegExp,
  spoil: (patient: Patient) => void | Promise<void>,
];

const ENDPOINT = 'https://elsewhere.example/discord/interactions';

const FAULTS: Readonly<Record<string, Fault>> = {
  'a token that Discord refuses': [
    'discord token',
    /refused by Discord/,
    /"Bot" → "Reset Token"/,
    ({ env }) => void (env['DISCORD_TOKEN'] = 'another.token.0000000000'),
  ],
  'a Discord that cannot be reached': [
    'discord token',
    /does not answer \(.*ECONNREFUSED/,
    /discordstatus\.com/,
    ({ env }) => void (env['DISCORD_API_URL'] = 'http://127.0.0.1:9/api'),
  ],
  'commands that were never registered': [
    'discord commands',
    /none is registered/,
    /rolecall -- deploy discord/,
    ({ discord }) => void (discord.registered = []),
  ],
  'commands of an older version': [
    'discord commands',
    /^not the same as here: \/role, \/gone$/,
    /Restart the bot, or type/,
    ({ discord }) => {
      discord.registered = discord.registered.map((command) =>
        'name' in command && command.name === 'role' ? { ...command, description: 'Old' } : command,
      );
      discord.registered.push({ ...discord.registered[0], name: 'gone' });
    },
  ],
  'an address that takes the questions away from the gateway': [
    'discord endpoint',
    /Discord tells https:\/\/elsewhere\.example/,
    /Empty "Interactions Endpoint URL"/,
    ({ discord }) => says(discord, { interactions_endpoint_url: ENDPOINT }),
  ],
  'no address although it is to be told over HTTP': [
    'discord endpoint',
    /no address to tell/,
    /Enter https:\/\/YOUR-ADDRESS\/discord\/interactions/,
    ({ discord, env }) => void (env['DISCORD_PUBLIC_KEY'] = discord.publicKey),
  ],
  'the key of another application': [
    'discord endpoint',
    /not that of this application/,
    /"General Information" → "Public Key"/,
    ({ env }) => void (env['DISCORD_PUBLIC_KEY'] = 'ab'.repeat(32)),
  ],
  'a channel that takes no posts': [
    'discord channels',
    new RegExp(`prompts in ${CHANNEL}`),
    /I need "Send Messages" there/,
    ({ discord }) => void (discord.channels.denied = 1n << 11n),
  ],
  'a clock that is wrong': [
    'discord clock',
    /^this machine is \d+ seconds ahead$/,
    /NTP/,
    ({ discord }) => says(discord, {}, new Date(Date.now() - 900_000)),
  ],
  'scopes that the token lacks': [
    'slack scopes',
    /^the token lacks pins:write$/,
    /"Bot Token Scopes", then press "Reinstall to Workspace"/,
    ({ slack }) =>
      grant(
        slack,
        SCOPES.filter((scope) => scope !== 'pins:write'),
      ),
  ],
  'a bot token that Slack refuses': [
    'slack bot token',
    /refused by Slack/,
    /Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/,
    ({ slack }) => slack.script('auth.test', { body: { ok: false, error: 'invalid_auth' } }),
  ],
  'an app token without Socket Mode': [
    'slack app token',
    /refused by Slack/,
    /turn on "Socket Mode"/,
    ({ slack }) =>
      slack.script('apps.connections.open', { body: { ok: false, error: 'not_allowed_token_type' } }),
  ],
  'a place that is half set up': [
    'settings',
    /slack \(Socket Mode\) also needs SLACK_APP_TOKEN/,
    /\.env/,
    ({ env }) => void delete env['SLACK_APP_TOKEN'],
  ],
  'a pack with a mistake': [
    'pack PACK',
    /mine\/roles\/baker\.yaml:2:1 title — is 7/,
    /Mend that line/,
    ({ env, folder }) => addPack(env, folder, role('baker', '7')),
  ],
  'a database that is away': [
    'store',
    /127\.0\.0\.1:1\/x does not answer/,
    /DATABASE_URL/,
    ({ env }) => void (env['DATABASE_URL'] = 'postgres://a:hunter2hunter2@127.0.0.1:1/x'),
  ],
  'a file of a newer version': [
    'store',
    /has schema 99, this Rolecall \d+$/,
    /Update Rolecall/,
    ({ folder }) => alter(folder, "UPDATE rolecall_meta SET content = '99' WHERE name = 'schema'"),
  ],
  'a folder that nothing can be written to': [
    'store',
    /I cannot remember anything in the folder/,
    /ROLECALL_DATA_DIR/,
    ({ env }) => void (env['ROLECALL_DATA_DIR'] = 'package.json'),
  ],
  'a prompt that nothing took up': [
    'posts',
    /^weekly was due at .*, 2 hours ago, and nothing took it up$/,
    /npm start/,
    ({ folder }) => alter(folder, `UPDATE rolecall_schedules SET next_due = ${Date.now() - 2 * 3_600_000}`),
  ],
};

/** What is looked at in each place. */
const OF_PLACES = [
  ...['token', 'intents', 'endpoint', 'gateway', 'commands', 'channels', 'clock', 'invite'].map(
    (each) => `discord ${each}`,
  ),
  ...['bot token', 'scopes', 'app token', 'commands', 'channels', 'clock'].map((each) => `slack ${each}`),
];

describe('a check-up', () => {
  test('finds nothing wrong where all is well', async ({ onTestFinished }) => {
    const patient = await healthy(onTestFinished);
    grant(patient.slack, SCOPES);
    addPack(patient.env, patient.folder, role('baker', 'Baker'));
    const { found, wrong } = await examined(patient);
    expect(wrong).toEqual([]);
    const fine = new Set(found.filter(({ state }) => state === 'ok').map(({ about }) => about));
    const general = ['settings', 'store', 'disk', 'posts', `pack ${patient.folder}/mine`, 'knowledge'];
    expect([...general, ...OF_PLACES].filter((about) => !fine.has(about))).toEqual([]);
    const invite = found.find(({ about }) => about === 'discord invite')?.detail ?? '';
    expect(new URL(invite).searchParams.get('client_id')).toBe(APPLICATION);
    expect(new URL(invite).searchParams.get('scope')).toBe('bot applications.commands');
  });

  test.for(Object.entries(FAULTS))('finds %s', async ([, fault], { onTestFinished }) => {
    const [about, detail, remedy, spoil] = fault;
    const patient = await healthy(onTestFinished);
    await spoil(patient);
    const { wrong } = await examined(patient);
    const named = about.replace('PACK', `${patient.folder}/mine`);
    expect([...new Set(wrong.map((each) => each.about))]).toEqual([named]);
    expect(wrong[0]?.detail).toMatch(detail);
    expect(wrong[0]?.remedy).toMatch(remedy);
  });

  test('warns of what is not needed, and of what nobody reads', async ({ onTestFinished }) => {
    const patient = await healthy(onTestFinished);
    says(patient.discord, { flags: 1 << 19 });
    patient.env['DISCORD_TOKN'] = 'x';
    const { found, wrong } = await examined(patient);
    expect(wrong).toEqual([]);
    const warnings = found.filter(({ state }) => state === 'warning').map(({ detail }) => detail);
    expect(warnings).toContainEqual(expect.stringContaining('Message Content Intent on'));
    expect(warnings).toContainEqual(expect.stringContaining('did you mean DISCORD_TOKEN?'));
  });
});

describe('rolecall doctor', () => {
  test.concurrent('ends with 0 where nothing is wrong, as on PostgreSQL', async ({ onTestFinished }) => {
    const url = await emptyDatabase();
    await (await openStore({ url })).close();
    const run = started({ env: { DATABASE_URL: url }, args: ['doctor'] }, onTestFinished);
    expect(await run.ended).toBe(0);
    expect(run.answered()).toMatch(/^ok {7}store — \S+ keeps what is written: PostgreSQL \d+\.\d/m);
    expect(run.answered()).toMatch(/^ok {7}store speed — [\d.]+ ms a question\.$/m);
    expect(run.answered()).toMatch(/^warning {2}settings — no place is set up/m);
    expect(run.answered()).not.toContain('postgres:postgres');
  });

  test.concurrent('ends with 1 where anything is, also as JSON', async ({ onTestFinished }) => {
    const peer = await startPeer({ token: TOKEN });
    onTestFinished(() => peer.stop());
    const env = { ...peer.variables, DISCORD_API_URL: `http://127.0.0.1:9/${TOKEN}` };
    const run = started({ env, args: ['doctor', '--json'] }, onTestFinished);
    expect(await run.ended).toBe(1);
    expect(JSON.parse(run.answered())).toMatchObject({
      ok: false,
      found: expect.arrayContaining([expect.objectContaining({ state: 'wrong', about: 'discord token' })]),
    });
    expect(run.answered() + run.told()).not.toContain(TOKEN);
  });
});

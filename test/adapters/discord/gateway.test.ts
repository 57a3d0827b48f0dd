import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { deploy } from '../../../adapters/discord/deploy.ts';
import { connect } from '../../../adapters/discord/index.ts';
import type { Adapter } from '../../../src/adapter.ts';
import { SetupProblem } from '../../../src/adapter.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import { COMMANDS, testBot } from './bot.ts';
import { ALL_PERMISSIONS } from './channels.ts';
import { command } from './deeds.ts';
import { textsOf } from './exchange.ts';
import type { Peer } from './peer.ts';
import { APPLICATION, startPeer } from './peer.ts';

const TIMING = { ackDeadline: 500, retry: 20 };
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function peerFor(token?: string): Promise<Peer> {
  const peer = await startPeer(token === undefined ? {} : { token });
  closers.push(() => peer.stop());
  return peer;
}

async function connected(peer: Peer, log: Log = silentLog, bot = testBot()): Promise<Adapter> {
  const adapter = await connect({ bot, variables: peer.variables, log }, TIMING);
  closers.push(() => adapter.stop());
  return adapter;
}

/** What the bot answers to a plain question now. */
async function answerOf(peer: Peer): Promise<string> {
  const message = await peer.interact(command('role', { role: 'ml' })).answered;
  return textsOf(message)[0] ?? '';
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function keep(lines: string[]): Log {
  const note = (details: object, message: string) => void lines.push(`${message} ${JSON.stringify(details)}`);
  return { debug: note, info: note, warn: note, error: note };
}

const puts = (peer: Peer) => peer.requests.filter(({ method }) => method === 'PUT');
const problemOf = (starting: Promise<unknown>) =>
  starting.then(
    () => new Error('it started'),
    (error: Error) => error,
  );

describe('logging in', () => {
  test('asks for no intent, answers, and says how it is doing', async () => {
    const peer = await peerFor();
    const adapter = await connected(peer);
    expect(await answerOf(peer)).toBe('ml · overview');
    await until(() => adapter.health().detail.includes('1 answered'));
    expect(adapter.health()).toEqual({ live: true, detail: 'connected; 1 answered, 0 too late, 0 not sent' });
    expect(peer.identified).toMatchObject([{ intents: 0 }]);
    await adapter.stop();
    expect(adapter.health()).toEqual({ live: false, detail: 'stopped' });
  });

  test('logs the link that adds it to a server', async () => {
    const invites: string[] = [];
    const info = (details: object) => void ('invite' in details && invites.push(String(details.invite)));
    await connected(await peerFor(), { ...silentLog, info });
    await vi.waitUntil(() => invites.length > 0);
    const { host, searchParams } = new URL(invites[0] ?? '');
    expect([host, searchParams.get('client_id')]).toEqual(['discord.com', APPLICATION]);
    expect(searchParams.get('scope')).toBe('bot applications.commands');
    // Asks for neither administrator nor anything else than what can-post looks for.
    expect(BigInt(searchParams.get('permissions') ?? '')).toBe(ALL_PERMISSIONS);
  });

  test('with a token that is refused over HTTP names the variable and the page', async () => {
    const peer = await peerFor();
    const variables = { ...peer.variables, DISCORD_TOKEN: 'another' };
    const problem = await problemOf(connect({ bot: testBot(), variables, log: silentLog }, TIMING));
    expect(problem).toBeInstanceOf(SetupProblem);
    expect(problem.message).toMatch(/DISCORD_TOKEN.*https:\/\/discord\.com\/developers\/applications/);
    expect(problem.message).not.toContain('another');
  });

  test('with a token that the gateway refuses (4004) too', async () => {
    const peer = await peerFor();
    peer.refuses = 4004;
    const problem = await problemOf(
      connect({ bot: testBot(), variables: peer.variables, log: silentLog }, TIMING),
    );
    expect(problem).toBeInstanceOf(SetupProblem);
    expect(problem.message).toContain('DISCORD_TOKEN');
  });

  test('while Discord is down: is not live, says so, and is there when Discord is', async () => {
    const peer = await peerFor();
    peer.failures.push({ path: /gateway/, status: 503, times: 8 });
    const adapter = await connected(peer);
    expect(adapter.health()).toMatchObject({ live: false });
    expect(adapter.health().detail).toContain('trying again');
    await until(() => adapter.health().live);
    expect(await answerOf(peer)).toBe('ml · overview');
  });

  test('where nobody listens does not end the process, and stopping ends the trying', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    const variables = { DISCORD_TOKEN: 'x', DISCORD_API_URL: `http://127.0.0.1:${port}/api/` };
    const adapter = await connect({ bot: testBot(), variables, log: silentLog }, TIMING);
    expect(adapter.health().live).toBe(false);
    await adapter.stop();
  });
});

describe('the connection', () => {
  test('closed with 4000, 4001 or 4009, or cut, is resumed', async () => {
    const resumed = [4000, 4001, 4009, 1006].map(async (code) => {
      const peer = await peerFor();
      const adapter = await connected(peer);
      if (code === 1006) peer.cut();
      else peer.drop(code);
      await peer.heard(6, 1);
      await until(() => adapter.health().live);
      return { code, answer: await answerOf(peer), sessions: peer.identified.length };
    });
    for (const { code, ...after } of await Promise.all(resumed))
      expect({ code, ...after }).toEqual({ code, answer: 'ml · overview', sessions: 1 });
  });

  test('asked to reconnect (op 7) is resumed', async () => {
    const peer = await peerFor();
    await connected(peer);
    peer.requestReconnect();
    await peer.heard(6, 1);
    expect(await answerOf(peer)).toBe('ml · overview');
  });

  test('declared invalid (op 9) is resumed where it can be, made anew where not', async () => {
    const peer = await peerFor();
    const adapter = await connected(peer);
    peer.invalidate(true);
    await peer.heard(6, 1);
    expect(await answerOf(peer)).toBe('ml · overview');
    // Five seconds must lie between two sessions; they have passed.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
    onTestFinished(() => void vi.useRealTimers());
    peer.invalidate(false);
    await peer.heard(2, 2);
    await until(() => adapter.health().live);
    expect(await answerOf(peer)).toBe('ml · overview');
  });

  test('lost with Discord gone for a while is there again when Discord is, and said once', async () => {
    const lines: string[] = [];
    const peer = await peerFor();
    const adapter = await connected(peer, keep(lines));
    const port = Number(new URL(peer.variables.DISCORD_API_URL).port);
    await peer.stop();
    await until(() => !adapter.health().live);
    const again = await startPeer({ port });
    await until(() => adapter.health().live);
    expect(await answerOf(again)).toBe('ml · overview');
    expect(lines.filter((line) => line.includes('lost'))).toHaveLength(1);
    await adapter.stop();
    await again.stop();
  });

  test('ended for good (4004) is told to the log and to health, and the process goes on', async () => {
    const lines: string[] = [];
    const peer = await peerFor();
    const adapter = await connected(peer, keep(lines));
    peer.drop(4004);
    await until(() => !adapter.health().live);
    expect(adapter.health().detail).toContain('DISCORD_TOKEN');
    expect(lines.join('\n')).toContain('https://discord.com/developers/applications');
    expect(lines.join('\n')).not.toContain(peer.variables.DISCORD_TOKEN);
  });
});

describe('registration', () => {
  test('happens once; a second start changes nothing', async () => {
    const peer = await peerFor();
    await connected(peer);
    await until(() => peer.registered.length > 0);
    const lines: string[] = [];
    await connected(peer, keep(lines));
    await until(() => lines.some((line) => line.includes('nothing changed')));
    expect(puts(peer)).toHaveLength(1);
    expect(peer.faults).toEqual([]);
  });

  test('happens again when a command changed', async () => {
    const peer = await peerFor();
    const said = [];
    said.push(await deploy(COMMANDS, peer.variables, silentLog));
    said.push(await deploy(COMMANDS, peer.variables, silentLog));
    const changed = COMMANDS.map((each) => (each.name === 'help' ? { ...each, summary: 'Changed' } : each));
    said.push(await deploy(changed, peer.variables, silentLog));
    expect(said).toEqual([
      'Registered 5 Discord commands: /role, /long, /wait, /prompts, /help.',
      'All 5 Discord commands are registered already; nothing changed.',
      'Registered 5 Discord commands: /role, /long, /wait, /prompts, /help.',
    ]);
    expect(puts(peer)[0]?.path).toBe(`/applications/${APPLICATION}/commands`);
  });

  test('knows the translations that Discord has: the same ones change nothing, another one is registered', async () => {
    const peer = await peerFor();
    const said = (summary: string) => deploy([{ ...COMMANDS[0]!, summary }], peer.variables, silentLog);
    expect(await said('Help')).toContain('Registered 1');
    expect(peer.registered).toMatchObject([
      { description_localizations: { de: 'Hilfe', 'es-419': 'Ayuda' } },
    ]);
    expect(await said('Help')).toContain('nothing changed');
    const [stored] = peer.registered;
    peer.registered = [{ ...stored, description_localizations: { de: 'Hülfe' } }];
    expect(await said('Help')).toContain('Registered 1');
    expect(peer.faults).toEqual([]);
  });

  test('that fails is said, and questions are answered all the same', async () => {
    const lines: string[] = [];
    const peer = await peerFor();
    peer.failures.push({ path: /commands$/, method: 'PUT', status: 400, times: 1 });
    await connected(peer, keep(lines));
    await until(() => lines.some((line) => line.includes('deploy discord')));
    expect(await answerOf(peer)).toBe('ml · overview');
  });

  test('goes ahead where Discord does not say what it has', async () => {
    const peer = await peerFor();
    peer.failures.push({ path: /commands$/, method: 'GET', status: 404, times: 1 });
    await deploy(COMMANDS, peer.variables, silentLog);
    expect(puts(peer)).toHaveLength(1);
  });

  test('by hand finds the application in the token where Discord does not say it', async () => {
    const peer = await peerFor(`${Buffer.from(APPLICATION).toString('base64')}.peer.0000000000`);
    peer.failures.push({ path: /@me$/, status: 404, times: 1 });
    await deploy(COMMANDS, peer.variables, silentLog);
    expect(puts(peer)[0]?.path).toBe(`/applications/${APPLICATION}/commands`);
  });

  test('by hand with a wrong token names the variable', async () => {
    const peer = await peerFor();
    const problem = await problemOf(deploy(COMMANDS, { ...peer.variables, DISCORD_TOKEN: 'x' }, silentLog));
    expect(problem).toBeInstanceOf(SetupProblem);
  });
});

describe('leaving', () => {
  test('what Discord tells before it hears of that is answered, and waited for', async () => {
    const peer = await peerFor();
    const adapter = await connected(peer);
    const stopping = adapter.stop();
    const quick = peer.interact(command('role', { role: 'ml' }));
    const slow = peer.interact(command('wait'));
    await stopping;
    expect([quick.callbacks.length, slow.callbacks.length]).toEqual([1, 1]);
  });
});

import { afterEach, expect, test } from 'vitest';
import { connect } from '../../../adapters/discord/index.ts';
import { silentLog } from '../../../src/log.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { until } from '../../outbox/world.ts';
import type { Posted } from '../../../adapters/discord/message.ts';
import { command } from './deeds.ts';
import { controlsOf, textsOf } from './exchange.ts';
import type { Deed, Peer } from './peer.ts';
import { GUILD, startPeer, USER } from './peer.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A process that is told of its servers; `heard` settles once it has decided about each. */
async function replica(peer: Peer, file?: string): Promise<Prompts & { readonly heard: Promise<void>[] }> {
  const prompts = await openPrompts(file);
  const heard: Promise<void>[] = [];
  const onJoined: NonNullable<Parameters<typeof connect>[0]['onJoined']> = (joined) =>
    void heard.push(prompts.service.joined(joined));
  const adapter = await connect({ bot: prompts.bot, variables: peer.variables, log: silentLog, onJoined });
  prompts.service.start([adapter]);
  closers.push(async () => {
    await prompts.close();
    await adapter.stop();
  });
  return { ...prompts, heard };
}

async function discord(): Promise<Peer> {
  const peer = await startPeer();
  closers.push(() => peer.stop());
  return peer;
}

const MANAGER = { member: { user: { id: USER }, roles: [], permissions: '32' } };

async function ask(peer: Peer, deed: Deed): Promise<void> {
  await peer.interact(deed).answered;
}

/** What stands in the channel once somebody has been welcomed there. */
async function posts(peer: Peer): Promise<string[]> {
  const messages = await until(
    () => peer.channels.messages,
    (all) => all.length > 0,
  );
  expect(peer.channels.faults).toEqual([]);
  return messages.map(({ body }) => textsOf(body as unknown as Posted).join('\n'));
}

test('a manager’s first command has the channel welcomed, once, by two connections that both hear of it', async () => {
  const peer = await discord();
  const first = await replica(peer);
  const second = await replica(peer, first.file);
  await ask(peer, { ...command('help'), ...MANAGER });
  await until(
    () => first.heard.length + second.heard.length,
    (heard) => heard === 2,
  );
  await Promise.all([...first.heard, ...second.heard]);
  await ask(peer, { ...command('sources'), ...MANAGER });
  await Promise.all([...first.heard, ...second.heard]);
  const said = await posts(peer);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Ask me about careers in technology');
  const [post] = peer.channels.messages;
  const buttons = controlsOf(post?.body as unknown as Posted, false);
  expect(buttons.map(({ label }) => label)).toEqual([
    'What is a UX designer?',
    'What does an ML engineer earn?',
    'From teacher to frontend developer',
  ]);
  const pressed = peer.interact(buttons[1]?.deed ?? {});
  expect(textsOf(await pressed.answered).join('\n')).toContain('ML Engineer');
  expect(pressed.isPrivate).toBe(true);
});

test('what a member asks, or somebody where the app is a guest, has nothing posted', async () => {
  const peer = await discord();
  const { heard, service } = await replica(peer);
  await ask(peer, command('help'));
  await ask(peer, { ...command('help'), ...MANAGER, authorizing_integration_owners: { 1: USER } });
  expect(heard).toEqual([]);
  await service.stop();
  expect(peer.channels.messages).toEqual([]);
});

test('where it may not post it is silent, and says it in the next channel where it may', async () => {
  const peer = await discord();
  const { heard } = await replica(peer);
  peer.channels.denied = 1n << 11n;
  await ask(peer, { ...command('help'), ...MANAGER });
  await until(
    () => heard.length,
    (all) => all === 1,
  );
  await Promise.all(heard);
  expect(peer.channels.messages).toEqual([]);
  peer.channels.denied = 0n;
  const elsewhere = '950000000000000077';
  await ask(peer, {
    ...command('help'),
    ...MANAGER,
    channel_id: elsewhere,
    channel: { id: elsewhere, type: 0 },
  });
  expect(await posts(peer)).toHaveLength(1);
  expect(peer.channels.messages[0]?.channel).toBe(elsewhere);
});

test('it is in the language that the community chose', async () => {
  const peer = await discord();
  const { service } = await replica(peer);
  await service.community.settings.change(`discord:${GUILD}`, USER, (chosen) => ({
    ...chosen,
    language: 'de',
  }));
  await ask(peer, { ...command('help'), ...MANAGER });
  expect((await posts(peer))[0]).toContain('Frag mich nach Berufen in der IT');
});

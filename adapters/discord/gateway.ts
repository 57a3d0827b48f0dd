import { Client, Events, GatewayDispatchEvents, InteractionType } from 'discord.js';
import type { Log } from '../../src/log.ts';
import { keyOf } from './json.ts';
import type { Send } from './once-more.ts';
import { explain, explainClose } from './problems.ts';
import type { Transport } from './transport.ts';

export interface GatewayParts {
  readonly token: string;
  /** Such as `https://discord.com/api`; Discord's own when absent. */
  readonly api?: string;
  readonly log: Log;
  /** How requests go out. */
  readonly send: Send;
  /** Given the raw packet of each interaction. */
  readonly onInteraction: (packet: unknown) => void;
  /** Discord ended the connection for good, and why. */
  readonly onEnd: (reason: Error) => void;
}

/** A connection to Discord that mends itself; it is not open yet. */
export function createGateway({ token, api, log, send, onInteraction, onEnd }: GatewayParts): Transport {
  const client = createClient(send, api);
  const now = { isLive: false, isClosed: false, isOpening: false, isDeaf: false };
  listen(client, (packet) => {
    if (!now.isDeaf) onInteraction(packet);
  });
  follow(client, now, { log, onEnd });
  return {
    rest: client.rest,
    application: () => client.application?.id,
    isLive: () => now.isLive,
    state: () => 'connected',
    open: async () => {
      now.isOpening = true;
      await open(client, token).finally(() => (now.isOpening = false));
      if (now.isClosed) await client.destroy();
    },
    close: async () => {
      now.isLive = false;
      now.isClosed = true;
      // What is destroyed while it logs in connects all the same, and cannot be destroyed again.
      hearToTheEnd(client);
      if (!now.isOpening) await client.destroy();
      now.isDeaf = true;
    },
    answering: (responder) => responder,
  };
}

/** Follows whether the connection is live. */
function follow(
  client: Client,
  now: { isLive: boolean },
  { log, onEnd }: Pick<GatewayParts, 'log' | 'onEnd'>,
): void {
  const become = (isLive: boolean) => () => (now.isLive = isLive);
  const warn = (error: Error) =>
    log.warn({ reason: error.message }, 'trouble with the connection to Discord');
  client.ws.on(GatewayDispatchEvents.Ready, become(true));
  client.ws.on(GatewayDispatchEvents.Resumed, become(true));
  client.on(Events.ShardReconnecting, () => {
    // Told once, however many attempts it takes.
    if (now.isLive) log.info({}, 'the connection to Discord was lost; connecting again');
    now.isLive = false;
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    now.isLive = false;
    onEnd(endOf(code));
  });
  client.on(Events.ShardError, warn);
  client.on(Events.Error, warn);
}

function createClient(send: Send, api: string | undefined): Client {
  return new Client({
    // Slash commands, buttons and menus need none.
    intents: [],
    allowedMentions: { parse: [] },
    // Without intents no server is ever told of, so there is none to wait for.
    waitGuildTimeout: 0,
    rest: { version: '10', makeRequest: send, ...(api === undefined ? {} : { api }) },
  });
}

function endOf(code: number): Error {
  return explainClose(code) ?? new Error(`Discord ended the connection (${code}).`);
}

/**
 * Interactions are taken as they come over the wire. discord.js would hold them back until it has heard of every server,
 * and would throw, outside of any handler, at one without `entitlements` or `authorizing_integration_owners`; so it is
 * handed an empty one instead, which it ignores.
 */
function listen(client: Client, onInteraction: (packet: unknown) => void): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (packet: object) => {
    onInteraction({ ...packet });
    Object.assign(packet, { type: InteractionType.Ping, channel: undefined });
  });
}

/**
 * discord.js takes its listener off before Discord knows that we leave, and until then Discord tells this connection
 * alone. That assignment is ignored; where the library is built differently one day, nothing is different from today.
 */
function hearToTheEnd({ ws }: Client): void {
  const shards = keyOf(keyOf(keyOf(ws, '_ws'), 'strategy'), 'shards');
  if (!(shards instanceof Map)) return;
  for (const shard of shards.values()) {
    const connection = keyOf(shard, 'connection');
    if (typeof connection === 'object' && connection !== null)
      Object.defineProperty(connection, 'onmessage', { set: () => {} });
  }
}

async function open(client: Client, token: string): Promise<void> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const onDisconnect = ({ code }: { code: number }) => reject(endOf(code));
  client.once(Events.ShardDisconnect, onDisconnect);
  try {
    await Promise.race([client.login(token), ended]);
  } catch (error) {
    throw explain(error) ?? error;
  } finally {
    client.off(Events.ShardDisconnect, onDisconnect);
  }
}

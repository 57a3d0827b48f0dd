import { REST } from 'discord.js';
import { apiOf } from './deploy.ts';
import { createEndpoint } from './endpoint.ts';
import type { GatewayParts } from './gateway.ts';
import { createGateway } from './gateway.ts';
import type { Transport } from './transport.ts';

interface TransportParts extends Pick<GatewayParts, 'log' | 'send' | 'onEnd'> {
  readonly variables: Readonly<Record<string, string>>;
  /** Given the raw packet of each interaction; false where there is nothing to answer. */
  readonly onInteraction: (packet: unknown) => boolean;
}

/** The way to hear Discord that the variables choose: an address with a public key, else the gateway. It is not open yet. */
export function createTransport({ variables, log, send, onInteraction, onEnd }: TransportParts): Transport {
  const { DISCORD_TOKEN: token = '', DISCORD_PUBLIC_KEY: publicKey } = variables;
  const api = apiOf(variables);
  if (publicKey === undefined) return createGateway({ token, ...api, log, send, onInteraction, onEnd });
  const rest = new REST({ version: '10', makeRequest: send, ...api }).setToken(token);
  return createEndpoint({ rest, publicKey, onInteraction });
}

import { command, typing } from '../adapters/discord/deeds.ts';
import { startPeer } from '../adapters/discord/peer.ts';
import type { Far } from './drive.ts';

/** Discord's far end: its answer counts when it reaches the interaction's callback. */
export async function openDiscord(): Promise<Far> {
  const peer = await startPeer({ judges: false, deadline: 60_000 });
  return {
    variables: peer.variables,
    connected: () => peer.heard(2, 1),
    ask: async ({ command: name, values }) => {
      const exchange = peer.interact({ ...command(name, values), ...somebody() });
      await exchange.answered;
      return exchange.took;
    },
    complete: async (typed) => {
      const exchange = peer.interact({ ...typing('role', 'role', typed), ...somebody() });
      await exchange.first;
      return exchange.took;
    },
    close: () => peer.stop(),
  };
}

let asked = 0;

/** Another member each time, in one of many servers: nobody asks 200 times a second, and who does is held up. */
function somebody(): object {
  asked += 1;
  const guild = String(900_000_000_000_000_000n + BigInt(asked % SERVERS));
  const user = { id: String(950_000_000_000_000_000n + BigInt(asked)), username: 'ada', discriminator: '0' };
  return {
    guild_id: guild,
    member: { user, roles: [], permissions: '0' },
    authorizing_integration_owners: { 0: guild },
  };
}

const SERVERS = 50;

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
      const exchange = peer.interact(command(name, values));
      await exchange.answered;
      return exchange.took;
    },
    complete: async (typed) => {
      const exchange = peer.interact(typing('role', 'role', typed));
      await exchange.first;
      return exchange.took;
    },
    close: () => peer.stop(),
  };
}

import { openPeer } from '../adapters/slack/peer.ts';
import type { Far } from './drive.ts';

/** Slack's far end: its answer counts when it reaches the `response_url`. */
export async function openSlack(): Promise<Far> {
  const peer = await openPeer();
  return {
    variables: peer.variables,
    connected: () => peer.connected(),
    ask: async () => {
      const start = performance.now();
      const { at } = await peer.command('/role ml-engineer').answered;
      return at - start;
    },
    close: () => peer.close(),
  };
}

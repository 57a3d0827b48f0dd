import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Health } from '../../src/health.ts';
import type { Lease } from '../../src/lease/lease.ts';
import type { Responder } from './responder.ts';

/** How the log calls what one process alone has. */
export const GATEWAY = "Discord's gateway";

/** Milliseconds after which whoever holds the gateway has promised an answer, at the latest, and Discord still waits. */
const CAUTION_MS = 2200;

/** The lease on a bot's gateway, by shard: two bots in one database do not wait for each other. */
export function leaseName(token: string, shard = 0, shards = 1): string {
  const bot = createHash('sha256').update(token).digest('base64url').slice(0, 16);
  return `discord gateway ${bot} ${shard}/${shards}`;
}

/**
 * The same responder, which lets another process go first where there may be one that holds the gateway, and notices
 * whether one did: Discord takes one answer and says so.
 */
export function watchful(responder: Responder, lease: () => Lease | undefined): Responder {
  return {
    ...responder,
    myTurn: async () => {
      if (lease()?.isDoubtful === true) await sleep(CAUTION_MS);
    },
    callback: async (to, body) => {
      const outcome = await responder.callback(to, body);
      if (outcome === 'sent') lease()?.uncontested();
      if (outcome === 'taken') lease()?.contested();
      return outcome;
    },
  };
}

/** How a place is doing that leaves the gateway to another process; undefined where it does not. */
export function standingBy(lease: Lease | undefined): Health | undefined {
  if (lease?.standing.kind !== 'waits') return undefined;
  const { behind } = lease.standing;
  return behind === null
    ? { live: false, detail: 'standing by: the store does not say who holds the gateway' }
    : { live: true, standsBy: true, detail: `standing by: the gateway is held by ${behind}` };
}

import { RespondError } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { platformError } from './problems.ts';
import type { Message } from './message.ts';

/** A message with its tables as `data_table`, or without. */
export type Draw = (tables: boolean) => Message;

/** Knows which workspaces take no `data_table`, so that these get every answer at once in the other form. */
export interface TableSupport {
  /** Sends a message, and again without `data_table` where the workspace refuses that. Rejects with the last reason. */
  send<T>(community: string | null, draw: Draw, send: (message: Message) => Promise<T>): Promise<T>;
}

/** Workspaces get new blocks one after the other: a refusal is believed for a day. */
const BELIEVED_MS = 24 * 60 * 60 * 1000;
const MOST_KEPT = 10_000;

export function createTableSupport(clock: () => number): TableSupport {
  const refusing = new LRUCache<string, true>({
    max: MOST_KEPT,
    ttl: BELIEVED_MS,
    ttlResolution: 0,
    perf: { now: clock },
  });
  return {
    send: async (community, draw, send) => {
      const workspace = community ?? '';
      if (refusing.has(workspace)) return send(draw(false));
      const message = draw(true);
      if (!hasTable(message)) return send(message);
      try {
        return await send(message);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const sent = await send(draw(false));
        // Only now is it known that the table was the reason.
        refusing.set(workspace, true);
        return sent;
      }
    },
  };
}

function hasTable({ blocks }: Message): boolean {
  return blocks.some(({ type }) => type === 'data_table');
}

/** Whether Slack took nothing and might take less. A `response_url` says no more than that it did not. */
function isRefusal(error: unknown): boolean {
  return error instanceof RespondError || platformError(error)?.startsWith('invalid_blocks') === true;
}

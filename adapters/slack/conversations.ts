import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { within } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { ConversationKind, SlackPlace } from './place.ts';
import { reasonOf } from './reason.ts';

/** What Slack says of conversations, where a payload does not. */
export interface Conversations {
  /** The place with its kind, where Slack says it within a moment; as it was otherwise, and then it counts as private. */
  known(place: SlackPlace, client: Client): Promise<SlackPlace>;
}

type Client = Pick<webApi.WebClient, 'conversations'>;

/** Milliseconds for which an answer of Slack is believed; `unsaid` is how long none is asked for again. */
const KEEP = { kind: 60 * 60_000, unsaid: 60_000 };
const MOST = 5_000;
const PATIENCE_MS = 400;

/** Asks Slack what kind a conversation is, about each of them once in a while. */
export function createConversations(log: Log): Conversations {
  const kinds = new LRUCache<string, Promise<ConversationKind>>({ max: MOST, ttl: KEEP.kind });
  const ask = (channel: string, key: string, client: Client) => {
    const kind = askSlack(channel, client).catch((error: unknown): ConversationKind => {
      log.debug({ reason: reasonOf(error) }, 'Slack does not say what kind a conversation is');
      kinds.set(key, kind, { ttl: KEEP.unsaid });
      return 'unknown';
    });
    kinds.set(key, kind);
    return kind;
  };
  return {
    known: async (place, client) => {
      const { community, channel, kind } = place;
      if (channel === null || kind !== 'unknown') return place;
      // What one workspace may not see of a conversation, another one that shares it may.
      const key = `${community} ${channel}`;
      const told = await within(kinds.get(key) ?? ask(channel, key, client), PATIENCE_MS);
      return told === undefined ? place : place.knownAs(told);
    },
  };
}

/** Without the scope for conversations of several, Slack refuses to speak of one. */
async function askSlack(channel: string, { conversations }: Client): Promise<ConversationKind> {
  const { channel: found } = await conversations.info({ channel });
  if (found === undefined) return 'unknown';
  if (found.is_im === true) return 'im';
  return found.is_mpim === true || found.name?.startsWith('mpdm-') === true ? 'mpim' : 'channel';
}

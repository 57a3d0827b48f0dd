import type { webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { within } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { reasonOf } from './reason.ts';

/** Finds channels by the names that people type. */
export interface ChannelNames {
  /** The words with every `#name` of a channel as Slack writes it, `<#C123|name>`; a name that is none stays. */
  resolve(words: string, workspace: string | null, client: Client): Promise<string>;
}

type Client = Pick<webApi.WebClient, 'conversations'>;

/** Milliseconds for which a list is believed: for names that are in it, and for those that are not. */
const KEEP = { there: 10 * 60_000, missing: 60_000 };
/** Channels asked for at once, and pages of them. https://docs.slack.dev/reference/methods/conversations.list */
const PAGE = 1_000;
const MOST_PAGES = 20;
/** Milliseconds that an answer waits for a list. */
const PATIENCE_MS = 8_000;

const TYPED = /(?<![^\s:"])#([\p{L}\p{N}_-]{1,80})(?![^\s",])/gu;

/** Workspaces whose channels are remembered. */
const MOST = 500;

/** Lists the channels that the bot can see in a workspace, when a name is first typed. `clock` gives epoch milliseconds. */
export function createChannelNames(log: Log, clock: () => number): ChannelNames {
  const lists = new LRUCache<string, Listing>({ max: MOST });
  const listOf = (workspace: string) => {
    const known = lists.get(workspace) ?? createListing(log, clock);
    lists.set(workspace, known);
    return known;
  };
  return {
    resolve: async (words, workspace, client) => {
      let resolved = words;
      for (const [typed, name = ''] of words.matchAll(TYPED)) {
        const id = await listOf(workspace ?? '').find(name.toLowerCase(), client);
        if (id !== undefined) resolved = resolved.replace(typed, `<#${id}|${name}>`);
      }
      return resolved;
    },
  };
}

/** The channels of one workspace by their names. */
interface Listing {
  find(name: string, client: Client): Promise<string | undefined>;
}

function createListing(log: Log, clock: () => number): Listing {
  let ids: ReadonlyMap<string, string> = new Map();
  let listedAt = -Infinity;
  let listing: Promise<void> | undefined;
  const list = async (client: Client) => {
    ids = await listed(client).catch((error: unknown) => {
      log.warn({ reason: reasonOf(error) }, 'Slack does not list its channels');
      return ids;
    });
    listedAt = clock();
    listing = undefined;
  };
  return {
    find: async (name, client) => {
      const age = clock() - listedAt;
      if (age >= (ids.has(name) ? KEEP.there : KEEP.missing))
        await within((listing ??= list(client)), PATIENCE_MS);
      return ids.get(name);
    },
  };
}

async function listed({ conversations }: Client): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { channels = [], response_metadata: more } = await conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { name, id } of channels) if (name !== undefined && id !== undefined) ids.set(name, id);
    cursor = more?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  return ids;
}

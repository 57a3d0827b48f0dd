import type { AppOptions, webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { within } from '../../src/clock.ts';
import type { Installations } from '../../src/installations/installations.ts';
import type { Log } from '../../src/log.ts';
import { say } from '../../src/message/say.ts';
import { PostFailure } from '../../src/outbox/poster.ts';
import { isGone } from './is-gone.ts';
import { reasonOf } from './reason.ts';

/** The workspaces that the bot lives in, each with its own token. */
export interface Workspaces {
  /** With which token Bolt acts on what it heard. */
  readonly access: Pick<AppOptions, 'token' | 'authorize'>;
  /** The client of a workspace, for what nobody asked for. Rejects with `PostFailure` where there is none. */
  client(workspace: string | null): Promise<webApi.WebClient>;
  /** Whether the app was surely removed from a workspace. Rejects when nobody says so. */
  isGone(workspace: string): Promise<boolean>;
  /** Forgets the token of a workspace that removed the app at `at`; epoch milliseconds. */
  removed(workspace: string, at: number): Promise<void>;
}

/** Makes the client of a token. */
type ClientOf = (token: string) => webApi.WebClient;

/** The one workspace that the token in the environment is of. */
export function oneWorkspace(token: string, clientOf: ClientOf): Workspaces {
  const client = clientOf(token);
  return {
    access: { token },
    client: async () => client,
    isGone: () => isGone(client),
    removed: async () => undefined,
  };
}

/** What is kept of a workspace that installed the app: no more than acting there takes. */
const installation = z.object({ token: z.string(), botId: z.string(), botUserId: z.string() });

/** How the bot acts in one workspace. */
export type Installed = z.infer<typeof installation>;

/** A workspace as installations name it. */
export function communityOf(workspace: string): string {
  return `slack:${workspace}`;
}

/** What is kept of a workspace; null where the app is not installed. Rejects while that cannot be said. */
export async function installedIn(
  workspace: string,
  installations: Installations,
): Promise<Installed | null> {
  const secret = await installations.secretOf(communityOf(workspace));
  return secret === null ? null : installation.parse(JSON.parse(secret));
}

/** Milliseconds that an answer waits for the token: Slack gives it three seconds, and it can do without. */
const PATIENCE_MS = 1_000;
/** For how long it was said that a workspace has no token; milliseconds. */
const SAID_MS = 10 * 60_000;
const MOST = 1_000;

/** Every workspace that installs the app for itself. */
export function manyWorkspaces(installations: Installations, clientOf: ClientOf, log: Log): Workspaces {
  const clients = new LRUCache<string, webApi.WebClient>({ max: MOST });
  const said = new LRUCache<string, true>({ max: MOST, ttl: SAID_MS });
  const clientWith = ({ token }: Installed) => {
    const client = clients.get(token) ?? clientOf(token);
    clients.set(token, client);
    return client;
  };
  const find = async (workspace: string) => {
    const found = await within(installedIn(workspace, installations), PATIENCE_MS).catch((error: unknown) => {
      log.warn({ workspace, reason: reasonOf(error) }, 'the token of a workspace cannot be read');
      return undefined;
    });
    if (found === null && !said.has(workspace)) {
      said.set(workspace, true);
      log.warn({ workspace }, 'there is no token of this workspace: somebody has to install me there again');
    }
    return found ?? null;
  };
  return {
    // Without a token questions are still answered, at the address that Slack sends with each.
    access: {
      authorize: async ({ teamId }) => accessTo(teamId, teamId === undefined ? null : await find(teamId)),
    },
    client: async (workspace) => clientWith(await required(workspace, installations)),
    isGone: async (workspace) => isGoneFrom(workspace, installations, clientWith),
    removed: (workspace, at) => installations.remove(communityOf(workspace), at),
  };
}

function accessTo(teamId: string | undefined, found: Installed | null) {
  if (found === null) return teamId === undefined ? {} : { teamId };
  const { token: botToken, botId, botUserId } = found;
  return { botToken, botId, botUserId, ...(teamId === undefined ? {} : { teamId }) };
}

async function required(workspace: string | null, installations: Installations): Promise<Installed> {
  const found = await installedIn(workspace ?? '', installations).catch(() => {
    throw new PostFailure('down', say('I cannot read my token for this workspace at the moment.'));
  });
  if (found === null)
    throw new PostFailure(
      'gone',
      say('I am not installed in this workspace any more: install me there again.'),
    );
  return found;
}

/** Of a workspace that never had a token nothing is known, so that nothing of it is deleted. */
async function isGoneFrom(
  workspace: string,
  installations: Installations,
  clientWith: (installed: Installed) => webApi.WebClient,
): Promise<boolean> {
  const found = await installedIn(workspace, installations);
  if (found !== null) return isGone(clientWith(found));
  if (await installations.isRemoved(communityOf(workspace))) return true;
  throw new Error('the app was never installed there');
}

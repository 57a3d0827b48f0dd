import { createHmac, randomUUID } from 'node:crypto';
import { connect } from '../../../adapters/slack/index.ts';
import type { Adapter } from '../../../src/adapter.ts';
import type { HttpHost } from '../../../src/http/host.ts';
import type { Log } from '../../../src/log.ts';
import { silentLog } from '../../../src/log.ts';
import type { StoreAddress } from '../../../src/store/store.ts';
import type { Prompts } from '../../prompts/world.ts';
import { openPrompts } from '../../prompts/world.ts';
import { hostOf } from '../host-of.ts';
import { QUICK } from './driver.ts';
import type { Body } from './judge.ts';
import type { Call, Exchange, Peer } from './peer.ts';
import { commandOf, openPeer, pressOf } from './peer.ts';
import { read } from './reader.ts';

const SECRET = '0123456789abcdef0123456789abcdef';

/** Two keys, as the environment has them. */
export const KEYS = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];

/** The token of a workspace, as the loopback Slack gives it to whoever installs the app there. */
export const tokenOf = (team: string): string => `xoxb-of-${team}-secretsecret`;

/** The workspace that a call of the bot is made in, by its token. */
export function teamOf({ authorization }: Call): string | undefined {
  return /^Bearer xoxb-of-(.*)-secretsecret$/.exec(authorization)?.[1];
}

/** What different workspaces answer differently: ann manages T1 in English, T2 in Spanish, and is no manager of T3. */
const PEOPLE: Readonly<Record<string, object>> = {
  T1: { is_admin: true, locale: 'en-US' },
  T2: { is_admin: true, locale: 'es-ES' },
  T3: { is_admin: false, locale: 'de-DE' },
};

/** Slack, as far as it tells workspaces apart: whoever asks with the token of one sees only what is there. */
function answerFor(call: Call): object | undefined {
  const team = teamOf(call);
  switch (call.method) {
    case 'oauth.v2.access':
      return granted(call.body['code'] ?? '');
    case 'auth.test':
      return team === undefined
        ? { ok: false, error: 'not_authed' }
        : { ok: true, user_id: `UBOT${team}`, bot_id: `BBOT${team}`, team_id: team, team, user: 'rolecall' };
    case 'users.info':
      return { ok: true, user: { id: 'U1', team_id: team, ...PEOPLE[team ?? ''] } };
    case 'conversations.list':
      return { ok: true, channels: [{ id: `C${team}CAREERS`, name: 'careers' }] };
    case 'conversations.info':
      return { ok: true, channel: { id: call.body['channel'], is_member: true } };
    default:
      return undefined;
  }
}

/** A code is of the workspace that it names. */
function granted(code: string): object {
  const [, team] = /^code-(.*)$/.exec(code) ?? [];
  if (team === undefined) return { ok: false, error: 'invalid_code' };
  return {
    ok: true,
    app_id: 'A1',
    token_type: 'bot',
    access_token: tokenOf(team),
    scope: 'commands,chat:write',
    bot_user_id: `UBOT${team}`,
    team: { id: team, name: team },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
  };
}

/** A bot that any workspace can install, on a loopback Slack. */
export interface Distributed {
  readonly peer: Peer;
  readonly prompts: Prompts;
  readonly adapter: Adapter;
  readonly host: HttpHost;
  /** The bot is removed from these, as they were told by the adapter. */
  readonly removed: string[];
  /** Opens an address of the bot's, as a browser does. */
  readonly visit: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** An administrator installs the app; the answer to the address that Slack sends them back to. */
  readonly install: (team: string) => Promise<Response>;
  /** Somebody of a workspace types a line; the words of the answer. */
  readonly says: (team: string, line: string) => Promise<string>;
  /** Somebody presses a button of an answer. */
  readonly press: (team: string, action: object) => Promise<Body>;
  /** Slack tells of an event. */
  readonly tell: (team: string, event: object, more?: object) => Promise<Response>;
  /** Somebody of a workspace types a line, and what becomes of it. */
  readonly command: (team: string, line: string) => Promise<Exchange>;
  readonly stop: () => Promise<void>;
}

/** Opens one; what it remembers outlives it where an address is given. */
export async function openDistributed(
  { address, keys = KEYS[0], log = silentLog }: { address?: StoreAddress; keys?: string; log?: Log } = {},
  peerOf?: Peer,
): Promise<Distributed> {
  const peer = peerOf ?? (await openPeer());
  peer.answer = answerFor;
  const prompts = await openPrompts(undefined, { keys, log, ...(address === undefined ? {} : { address }) });
  const variables = {
    SLACK_CLIENT_ID: '111.222',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: peer.variables.SLACK_API_URL,
    ROLECALL_ENCRYPTION_KEYS: keys,
  };
  const removed: string[] = [];
  const onRemoved = (community: string) => {
    removed.push(community);
    void prompts.service.removed(community);
  };
  const { installations } = prompts.service;
  const adapter = await connect({ bot: prompts.bot, variables, log, onRemoved, installations }, QUICK);
  const host = await hostOf(adapter, log);
  prompts.service.start([adapter]);
  const base = `http://127.0.0.1:${host.port}`;

  const visit: Distributed['visit'] = (path, headers = {}) =>
    fetch(`${base}${path}`, { redirect: 'manual', headers: { connection: 'close', ...headers } });
  const post = (body: string, type: string) => fetch(`${base}/slack/events`, signed(body, type));
  const send = async (payload: object) => {
    const { url, exchange } = peer.exchange();
    const addressed = { trigger_id: randomUUID(), response_url: url, ...payload };
    const form = 'command' in payload ? addressed : { payload: JSON.stringify(addressed) };
    await post(new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded');
    return exchange;
  };
  const command: Distributed['command'] = (team, line) =>
    send({ ...commandOf(line), team_id: team, channel_id: `C${team}` });
  return {
    peer,
    prompts,
    adapter,
    host,
    removed,
    visit,
    command,
    install: async (team) => {
      const { state, cookie } = await begun(visit);
      return visit(`/slack/oauth_redirect?code=code-${team}&state=${state}`, { cookie });
    },
    says: async (team, line) => {
      const { body } = await (await command(team, line)).answered;
      return read(body).texts.join('\n');
    },
    press: async (team, action) => {
      const of = {
        team: { id: team },
        user: { id: 'U1', team_id: team },
        channel: { id: `C${team}`, name: 'general' },
      };
      return (await (await send({ ...pressOf(action), ...of })).answered).body;
    },
    tell: (team, event, more = {}) => {
      const body = {
        type: 'event_callback',
        team_id: team,
        api_app_id: 'A1',
        event_id: randomUUID(),
        event,
        ...more,
      };
      return post(JSON.stringify(body), 'application/json');
    },
    stop: async () => {
      await adapter.stop();
      await host.close();
      await prompts.close();
      if (peerOf === undefined) await peer.close();
    },
  };
}

/** Begins to install, as a browser does: the state in the address that it is sent to, and the cookie. */
export async function begun(
  visit: Distributed['visit'],
): Promise<{ state: string; cookie: string; to: URL }> {
  const sent = await visit('/slack/install');
  const to = new URL(sent.headers.get('location') ?? '');
  const [cookie = ''] = (sent.headers.get('set-cookie') ?? '').split(';', 1);
  return { to, cookie, state: to.searchParams.get('state') ?? '' };
}

function signed(body: string, type: string): RequestInit {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': type,
    // So that the host need not wait for one that is idle.
    connection: 'close',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return { method: 'POST', body, headers };
}

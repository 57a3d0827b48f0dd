import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { ALL_PERMISSIONS } from './channels.ts';

/** A server that answers what rights depend on: channels, roles, and the roles of the bot. */
export interface RightsPeer {
  rest: REST;
  channels: Record<string, object>;
  roles: object[];
  /** The roles of the bot. */
  mine: string[];
  /** The paths that were asked for. */
  asked: string[];
  /** The path that is never answered. */
  silent?: string | undefined;
}

export const [GUILD, OTHER, CHANNEL, THREAD] = ['1', '2', '3', '4'].map(
  (end) => `90000000000000000${end}`,
) as [string, string, string, string];
export const [ME, HELPERS, STAFF] = ['7', '8', '9'].map((end) => `90000000000000000${end}`) as [
  string,
  string,
  string,
];
export const role = (id: string, permissions: bigint | string, more: object = {}) => ({
  id,
  permissions: String(permissions),
  ...more,
});
export const overwrite = (id: string, deny: bigint, allow = 0n) => ({
  id,
  type: 0,
  deny: String(deny),
  allow: String(allow),
});
export const channel = (...permission_overwrites: object[]) => ({
  id: CHANNEL,
  name: 'careers',
  type: 0,
  guild_id: GUILD,
  permission_overwrites,
});

/** Such a server for the tests of a file, with everything allowed before each of them. */
export function rightsPeer(): RightsPeer {
  const peer = { asked: [] as string[] } as RightsPeer;
  let server: Server;
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      const path = decodeURIComponent(url.replace(/^\/v\d+/, ''));
      peer.asked.push(path);
      if (path === peer.silent) return;
      const found = answerOf(peer, path);
      const status = found === undefined ? 404 : 'status' in found ? Number(found.status) : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(status === 200 ? found : { code: 10_003, message: 'no' }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    peer.rest = new REST({ api: `http://127.0.0.1:${port}`, retries: 0 }).setToken('x');
  });
  afterAll(() => server.close());
  beforeEach(() => {
    Object.assign(peer, {
      channels: { [CHANNEL]: channel() },
      roles: [role(GUILD, ALL_PERMISSIONS)],
      mine: [],
      asked: [],
      silent: undefined,
    });
  });
  return peer;
}

function answerOf(peer: RightsPeer, path: string): object | undefined {
  const [, kind, id = '', part, member] = path.split('/');
  if (kind === 'channels') return peer.channels[id];
  if (kind === 'users') return { id: ME };
  if (part === 'roles') return peer.roles;
  return member === ME ? { roles: peer.mine } : undefined;
}

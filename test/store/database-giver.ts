// The process that has the one PostgreSQL of a run of tests: it answers `/empty` and `/filled` with the address of a new
// database, and ends with its input.
import { createServer } from 'node:http';
import type { PostgresServer } from './postgres-server.ts';

let server: Promise<PostgresServer> | undefined;
/** The name of a database that has every table, of which others are copies. */
let filled: Promise<string> | undefined;

async function start(): Promise<PostgresServer> {
  const { startPostgres } = await import('./postgres-server.ts');
  return startPostgres();
}

async function give(isFilled: boolean): Promise<string> {
  server ??= start();
  const running = await server;
  if (!isFilled) return running.database();
  filled ??= fill(running);
  return running.database(await filled);
}

/** Lets a process begin on a database, so that it has the tables of the store and of the engine. */
async function fill(running: PostgresServer): Promise<string> {
  const { makeWorld, until } = await import('../outbox/world.ts');
  const url = await running.database();
  const world = await makeWorld({ url });
  const runner = await world.run();
  await until(
    () => runner.health().detail,
    (detail) => detail.includes('active'),
  );
  await world.close();
  return new URL(url).pathname.slice(1);
}

const door = createServer((request, response) => {
  give(request.url === '/filled').then(
    (address) => response.end(address),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
door.listen(0, '127.0.0.1', () => {
  const address = door.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
});

async function end(): Promise<void> {
  door.close();
  door.closeAllConnections();
  await (await server)?.stop();
  process.exit();
}
process.stdin.resume().on('close', () => void end());

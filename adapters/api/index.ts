import type { Adapter, Connection } from '../../src/adapter.ts';
import { programPlace } from '../../src/api/place.ts';
import { BASE, createHandler } from './handler.ts';

/** The questions as JSON over HTTP, for whoever has the token. */
export async function connect(connection: Connection, clock: () => number = Date.now): Promise<Adapter> {
  const handler = createHandler(connection);
  return programPlace(
    { name: 'api', handler, methods: ['GET', 'POST'], paths: [`${BASE}/*`] },
    connection,
    clock,
  );
}

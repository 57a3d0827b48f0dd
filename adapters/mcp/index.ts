import type { Adapter, Connection } from '../../src/adapter.ts';
import { programPlace } from '../../src/api/place.ts';
import { createHandler, PATH } from './http.ts';

/** The questions as tools of the Model Context Protocol over HTTP, for whoever has the token. */
export async function connect(connection: Connection, clock: () => number = Date.now): Promise<Adapter> {
  const handler = createHandler(connection);
  return programPlace(
    { name: 'mcp', handler, methods: ['GET', 'POST', 'DELETE'], paths: [PATH] },
    connection,
    clock,
  );
}

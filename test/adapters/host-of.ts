import type { Adapter } from '../../src/adapter.ts';
import type { HttpHost } from '../../src/http/host.ts';
import { createHost } from '../../src/http/host.ts';
import type { Log } from '../../src/log.ts';

/** A host that a place is posted to on; it listens where the place has routes. */
export async function hostOf({ routes = [] }: Adapter, log: Log): Promise<HttpHost> {
  const host = createHost({ port: '0', log });
  host.mount(routes);
  if (routes.length > 0) await host.open();
  return host;
}
